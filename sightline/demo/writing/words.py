"""What is written in words in a made-up career: short, and the same whichever way it is written."""

DECIDED_ABOUT_CONTACT = "Checked with school and the health visitor; what the family said fits what they know."
DECIDED_ABOUT_REFERRAL = "What was told, with what is known already, calls for an assessment."
WHAT_CHANGED = "The steps of the plan that were due have been looked at one by one with the family."
CONFERENCE = "Agreed by everybody who took part; the family has seen the report beforehand."
GATEWAY = "What the plan asked for has not changed enough, and the children cannot wait."
AGREED_IN_MEETING = "Who does what by when, as the letter asks; each step has a day."
SENT_TO = "Mother, father where he has responsibility, and their solicitors"
ANSWERED = "Mother"
EARLY_HELP_REASON = "Help at home goes on without a plan."
ENDED_WELL = "What was agreed has been reached."
NOT_ALONE = "Mum stayed in the room; asked again for next time."
NOT_MET = "Nobody came to the door; a card was left and a call was made."
SPOKE_WITH = "Return interview service"
HANDED_OVER = "Handed over to another team"
WORK_ENDED = "The work has ended"
WHAT_IS_SEEN = "Home was warm and tidy; toys out."
CHANGED_BECAUSE = ""
LOOKED_AT_PLAN = "Read the plan and the last visits with the worker. It goes on; what is late has a new day."
REVIEWING_OFFICER = "The reviewing officer of the child."
PERSONAL_ADVISER = "Stays after the 18th birthday."
PARTS = {"reviewing_officer": REVIEWING_OFFICER, "personal_adviser": PERSONAL_ADVISER}
WORRIES = (
    "School saw two bruises that the explanation does not fit. A medical is agreed for today.",
    "Police were called for the third time in a month, and the children were in the room.",
    "No food in the house at two visits, and the younger ones were alone until late.",
)
FOUND = {
    "not_substantiated": "What was seen has an ordinary explanation that everybody accepts.",
    "no_continuing_risk": "What happened did happen, and what has changed since keeps the children safe.",
    "continuing_risk": "The children have been harmed and, as things are, will be again.",
}
