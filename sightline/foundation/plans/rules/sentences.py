"""The shapes of sentence that the checks of a step look for: subject, day, evidence, purpose, control."""

from __future__ import annotations

import re

from sightline.foundation.plans.rules import Agency
from sightline.foundation.plans.rules.carrying import Carried, carrier, known
from sightline.foundation.plans.rules.wording import DAYS, MONTHS, any_of

ANY_CASE = re.IGNORECASE
MODAL = r"(?:to|will|must|should|shall|is to|are to|needs? to)"
NOBODY = re.compile(  # what is to be done to something, and by nobody
    rf"\b{MODAL} (?:be|take place|happen|go ahead|commence|begin|continue$)\b", ANY_CASE
)
BY_SOMEBODY = re.compile(r"\bby (?!the end|then|next|[0-9])(?:the |her |his |their )?[A-Za-z]+", ANY_CASE)
SUBJECT = re.compile(rf"^\W*(?P<subject>(?:(?!to\b|will\b)[\w'’.()&/,-]+\s+){{1,9}}?){MODAL}\s+[a-z]")
NAMED_FIRST = re.compile(
    r"^\W*(?:The |Ms |Mr |Mrs |Dr |PC )?[A-Z][\w'’]+(?: [A-Z][\w'’]+)?(?: and [A-Z][\w'’]+)? [a-z]+s\b"
)
DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of )?(?:{MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    rf"|\b(?:{MONTHS})\s+\d|\b\d{{1,4}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?\b|\b20\d\d\b|\b(?:tomorrow|tonight|today)\b",
    ANY_CASE,
)
END = re.compile(
    r"\b(?:by|before|until|till|within|on|from|over|for)\s+(?:the )?(?:next |this |end of |last |half )*"
    rf"(?:(?:{DAYS}|{MONTHS})\b|\d+|(?:one|two|three|four|five|six|eight|ten|twelve)\s+\w+|term|week|month"
    r"|christmas|easter|half.term|birth|core group|review|conference|visit)",
    ANY_CASE,
)
EVIDENCE = re.compile(any_of("evidence"), ANY_CASE)
OBSERVED = re.compile(rf"\d|{any_of('observed', 'amount')}", ANY_CASE)
NO_WORRY = re.compile(r"\W*(?:no|fewer) (?:further )?(?:concerns?|issues?|problems?|worries)\W*", ANY_CASE)
NOW = re.compile(rf"{any_of('now')}|\bnow:|\bfrom (?:\w+ ){{1,4}}to \w+", ANY_CASE)
ATTENDS = re.compile(rf"(?P<found>{any_of('attending')}\s+(?:[\w'’/,&-]+\s+){{0,6}}?{any_of('attended')})", ANY_CASE)
PURPOSE = re.compile(any_of("purpose"), ANY_CASE)
ONLY_GOING = re.compile(any_of("only_going"), ANY_CASE)
OTHER = rf"(?:(?:the|her|his|their|any|birth|\w+['’]s)\s+)*{any_of('other_adult')}(?!['’]s)"
HOME = r"(?:home|house|property|flat|address|premises|door)"
HELD_OFF = rf"(?:\s+\w+)?\s+{any_of('held_off')}"
SEES_TO, KEEPS_OUT, HARM = any_of("sees_to_it"), any_of("keeps_out"), any_of("harm")
CLOSE_TO = rf"(?:(?:into|in|to|at|near|from|enter|coming)\b.*\b{HOME}|contact|unsupervised|(?:around|near) the)\b"
NOT_CLOSE = r"(?:(?:does|is|will|did)\s*(?:not|n['’]t)|never|stays (?:away|out)|leaves)\b"
ADULT_NAMED = tuple(  # one adult sees to it that another does or does not do something
    re.compile(shape)
    for shape in (
        rf"(?i:(?P<found>{KEEPS_OUT}\s+(?:that\s+)?{OTHER}))",
        rf"(?i:(?P<found>{SEES_TO}\s+(?:that\s+)?{OTHER}){HELD_OFF})",
        rf"(?P<found>(?i:{KEEPS_OUT}\s+)[A-Z][a-z]+)\b.*\b{CLOSE_TO}",
        rf"(?P<found>(?i:{SEES_TO}\s+(?:that\s+)?)[A-Z][a-z]+)\s+{NOT_CLOSE}.*\b{CLOSE_TO}",
        r"(?i:\b(?P<found>(?:supervise|manage|monitor)s?\s+(?:\w+\s+){0,2}(?:contact|family time))\b"
        rf".*\b(?:with|between)\b.*{OTHER})",
        rf"(?i:(?P<found>(?:{SEES_TO}|{KEEPS_OUT}|\ballow)\b.*\b(?:no|any|unsupervised) (?:\w+ )?contact)\b)",
        rf"(?P<found>\bonly (?:allow|let|permit)s?\s+(?:{OTHER}|[A-Z][a-z]+))\b"
        r".*\b(?:see|contact|around)\b.*\b(?:children|contact)",
        r"(?i:\b(?P<found>(?:end|leave) (?:her|his|the|their) relationship(?: with)?|(?:remain|stay) separated"
        r"|(?:not|\w+n['’]t) (?:to )?(?:resume|rekindle|continue|re-?enter) (?:her|his|the|a) relationship)\b)",
    )
)
CHILD_KEPT = tuple(  # a child is kept from harm that somebody else does
    re.compile(shape)
    for shape in (
        rf"(?i:\b(?P<found>(?:protect|keep|safeguard|shield)s?\s+(?:\w+\s+){{1,4}}?(?:safe\s+)?from)\b.*{HARM})",
        rf"(?i:(?P<found>(?:{SEES_TO}|{KEEPS_OUT})\b.*{any_of('exposed')})\b.*{HARM})",
    )
)
BOTH = re.compile(r"\b(?:parents|both|and (?:dad|father|mum|mother))\b", ANY_CASE)
FATHER = re.compile(r"\b(?:dad|father|stepdad|stepfather)\b", ANY_CASE)
EMPTY = frozenset(
    ("the", "and", "she", "her", "his", "him", "they", "them", "has", "have", "with", "for", "was", "are")
)
JOINING = re.compile(r"\W|\b(?:the|all|of|and|involved|concerned)\b")


def subject(text: str) -> str:
    """Who is to do it, where the sentence begins with somebody; nothing for what is to be done by nobody."""
    if NOBODY.search(text) and not BY_SOMEBODY.search(text):
        return ""
    found = SUBJECT.match(text)
    return found["subject"].strip() if found else ""


def names_somebody(text: str) -> bool:
    """Whether a sentence without “to” or “will” has somebody in it who does something."""
    if NOBODY.search(text) and not BY_SOMEBODY.search(text):
        return False
    first = " ".join(text.split()[:4])
    return bool(NAMED_FIRST.match(text)) or any(words.search(first) for words, _ in known())


def is_only(text: str, words: str) -> bool:
    """Whether a text says nothing besides some words."""
    return JOINING.sub("", text.lower()) == JOINING.sub("", words.lower())


def says_next_to_nothing(text: str) -> bool:
    """Whether there is but a word or two besides who is to do it: “Social worker to visit”, “CAMHS referral”."""
    found = SUBJECT.match(text)
    if found and any(words.search(found["subject"]) for words, _ in known()):
        return len(text[found.end() - 1 :].split()) < 2
    return len(text.split()) < 3


def has_day(text: str) -> bool:
    """Whether a text names a day."""
    return DAY.search(text) is not None


def has_end(text: str) -> bool:
    """Whether a sentence says until when or by when, with a day or with what everybody knows the day of."""
    return DAY.search(text) is not None or END.search(text) is not None


def has_evidence(text: str) -> bool:
    """Whether a sentence says how everybody will know."""
    return EVIDENCE.search(text) is not None


def is_evidence(text: str) -> bool:
    """Whether something can be seen, counted or heard, not only hoped."""
    return OBSERVED.search(text) is not None and not re.fullmatch(
        r"\W*no (?:concerns?|issues?|problems?)\W*", text, ANY_CASE
    )


def has_now(text: str) -> bool:
    """Whether a sentence says how it is today."""
    return NOW.search(text) is not None


def stems(text: str) -> set[str]:
    """The words of a text that carry meaning, without their endings."""
    words = re.findall(r"[a-z]+", text.lower())
    return {re.sub(r"(?:ance|ing|ed|es|s|e|t)$", "", each) for each in words if len(each) > 2 and each not in EMPTY}


def repeats(known_by: str, text: str) -> bool:
    """Whether how everybody will know only says the step again."""
    said = stems(known_by)
    return bool(said) and said <= stems(text)


def attends(text: str) -> str:
    """The words that say where somebody goes, if that is what the step is."""
    found = ATTENDS.search(text)
    return found["found"] if found else ""


def has_purpose(text: str) -> bool:
    """Whether a sentence says what something is for."""
    return PURPOSE.search(text) is not None


def says_more_than_attendance(text: str) -> bool:
    """Whether how everybody will know is about more than having been there."""
    return bool(re.search("[a-z]", ONLY_GOING.sub("", text.lower()))) and is_evidence(text)


def controls(text: str, who: str) -> str:
    """The words that make a parent see to what another adult does; nothing where somebody else is to do it."""
    named = who.strip() or subject(text)
    if BOTH.search(named) or (carrier(Carried(named)) if named else Agency.OTHER) not in (Agency.PARENT, Agency.OTHER):
        return ""
    shapes = ADULT_NAMED if FATHER.search(named) else ADULT_NAMED + CHILD_KEPT
    return next((match["found"].strip() for shape in shapes if (match := shape.search(text))), "")
