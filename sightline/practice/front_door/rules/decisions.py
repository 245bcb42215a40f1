"""What may be decided about a contact, which decisions close it, and what a closing decision must say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices

from sightline.practice.front_door.rules.intake import SafeNow


class Way(TextChoices):
    """What follows from a contact; none is chosen beforehand."""

    STRATEGY_DISCUSSION = "strategy_discussion", "{strategy_discussion:capital}"
    ASSESSMENT = "assessment", "Assessment"
    EARLY_HELP = "early_help", "{early_help:capital}"
    OPEN_WORK = "open_work", "Passed on to those who work with the child"
    TRANSFER = "transfer", "Passed on to another authority"
    ADVICE = "advice", "Advice, or told where to find help"
    CLOSE = "close", "Close it: we stop here"


@dataclass(frozen=True)
class Decided:
    """What is decided about the contact of one child, and why."""

    child: UUID
    contact: UUID
    way: str
    reasons: str
    meaning: str = ""
    what_we_checked: str = ""
    what_we_found: str = ""
    why_we_stop: str = ""
    limited_because: str = ""
    follow_up_on: date | None = None


class Risk(TextChoices):
    """How high the risk was judged when the contact was decided."""

    HIGHER = "higher", "Higher"
    LOWER = "lower", "Lower"


class RingAnswer(TextChoices):
    """What came of ringing somebody."""

    HAS_IT = "has_it", "They have it"
    NO_ANSWER = "no_answer", "No answer: pass it on"


CLOSING = (Way.CLOSE, Way.ADVICE)  # nobody goes on working: what was checked, what was found, why we stop
ON_ENOUGH = (*CLOSING, Way.EARLY_HELP)  # with essential gaps these need a manager's own reason and a date
LIMITED_INFORMATION = "limited_information"  # who signs then, by the ladder
BEGINS_REFERRAL = (Way.ASSESSMENT, Way.STRATEGY_DISCUSSION)
IN_RETURNS = {  # as the shared dataset codes it, where no new referral begins
    Way.STRATEGY_DISCUSSION: "CP_ENQUIRY_FLAG",
    Way.ASSESSMENT: "EXISTING_REFERRAL_FLAG",
    Way.OPEN_WORK: "EXISTING_REFERRAL_FLAG",
    Way.EARLY_HELP: "OTHER_OUTCOMES_EXIST_FLAG",
    Way.TRANSFER: "OTHER_OUTCOMES_EXIST_FLAG",
    Way.ADVICE: "ADVICE_FLAG",
    Way.CLOSE: "NFA_FLAG",
}
NEW_REFERRAL = "NEW_REFERRAL_FLAG"
OF_REFERRAL = {Way.ASSESSMENT: "SINGLE_ASSESSMENT_FLAG", Way.STRATEGY_DISCUSSION: "STRATEGY_DISCUSSION_FLAG"}
RING_AGAIN_AFTER = 10  # minutes without an answer, then the next person is rung (practice rules, "Nothing delays")
STILL_RINGS = 24  # hours in which a strategy discussion that nobody has stands before everything else
IS_REPEAT_WITHIN = 365  # days in which an earlier contact makes this one a repeat


def risk_of(way: str, safe_now: str) -> Risk:
    """How high the risk was judged: by what was decided, and by what was said when the contact came."""
    urgent = way == Way.STRATEGY_DISCUSSION or safe_now == SafeNow.NO
    return Risk.HIGHER if urgent else Risk.LOWER


def rung_of(way: str) -> str:
    """Which decision of the ladder it is to decide so; nothing where nobody needs to sign it."""
    return "no_further_action" if way in CLOSING else ""


def wrong_with_decision(way: str, *, checked: str, found: str, why_stop: str) -> str:
    """What is missing from a decision; nothing where it can be recorded. Nothing is asked of what protects a child."""
    if way not in Way.values:
        return "Say what is decided."
    if way in CLOSING and not all(part.strip() for part in (checked, found, why_stop)):
        return "To stop here, say what we checked, what we found, and why we stop."
    return ""


def wrong_with_gaps(way: str, *, gaps: int, limited_because: str, dated: bool) -> str:
    """What a manager's decision that rests on too little still needs; nothing where it rests on enough, or protects."""
    if gaps and way in ON_ENOUGH and not (limited_because.strip() and dated):
        return "This is decided on limited information: say your reason and the day on which it is looked at again."
    return ""
