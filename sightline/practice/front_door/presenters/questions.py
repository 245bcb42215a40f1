"""What is asked when something recorded of a contact is put right, by column."""

OF_A_CONTACT = {
    "name": "What is their name?",
    "role": "What is their role?",
    "organisation": "For which organisation?",
    "telephone": "Under which number are they reached?",
    "email": "At which address are they reached?",
    "public": "Are they protected?",
    "answer": "What came of it?",
    "what": "What was done with it?",
    "as_what": "As what were they told?",
    "by_when": "By which day?",
}
OF_A_DECISION = {
    "reasons": "Why was it decided?",
    "meaning": "What does the history mean for it?",
    "what_we_checked": "What did we check?",
    "what_we_found": "What did we find?",
    "why_we_stop": "Why do we stop?",
}
