"""Rules of leaving care: choices, who is entitled to what, and timescales."""

from datetime import date

from django.db.models import TextChoices

from sightline.foundation.calendar.ages import age_on


class ContactHow(TextChoices):
    """How we reached out to a young person."""

    IN_PERSON = "in_person", "Met in person"
    CALL = "call", "Call or video call"
    MESSAGE = "message", "Message"
    LETTER = "letter", "Letter or e-mail"


class PathwayStep(TextChoices):
    """What was done about a pathway plan."""

    ASSESSMENT = "assessment", "Needs assessed"
    PLAN = "plan", "Signed off"
    REVIEW = "review", "Reviewed"


IN_TOUCH, NOT_IN_TOUCH, DIED_AFTER, WENT_HOME = "YES", "NO", "DIED", "RHOM"
NOTHING_MORE = (DIED_AFTER, WENT_HOME)  # of whom the return asks neither activity nor accommodation
ELIGIBLE, RELEVANT, FORMER_RELEVANT, QUALIFYING = "Eligible", "Relevant", "Former Relevant", "Qualifying"
AGES = {ELIGIBLE: (16, 17), RELEVANT: (16, 17), FORMER_RELEVANT: (18, 24), QUALIFYING: (16, 24)}  # both included


def wrong_with_category(category: str, born: date | None, on: date) -> str:
    """The sentence for an entitlement that does not fit somebody's age; nothing where it does."""
    if born is None or category not in AGES:
        return ""
    youngest, oldest = AGES[category]
    if on < born or not youngest <= age_on(born, on) <= oldest:
        return f"This entitlement is for those from {youngest} to {oldest}."
    return ""


def wrong_with_status(in_touch: str, accommodation: str, suitability: str, activity: str) -> str:
    """The sentence for answers that contradict each other; nothing where they fit (SSDA903, OC3)."""
    if in_touch in NOTHING_MORE and (accommodation or suitability or activity):
        return "Nothing more is recorded about somebody who died or went home for good."
    if bool(accommodation) != bool(suitability):
        return "Say both where they live and whether it suits them, or neither."
    if in_touch == IN_TOUCH and not (accommodation and activity):
        return "We are in touch: say where they live and what they do."
    return ""
