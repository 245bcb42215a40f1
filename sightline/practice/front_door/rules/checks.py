"""On what basis other agencies may be asked, how, and how long a link to answer with lives."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import TextChoices

from sightline.foundation.calendar.working_days import is_working_day, working_days_after

LINK_LIVES = timedelta(days=7)  # our default: past the ceiling of a hold, with a weekend
CHECK_ANSWERED_WITHIN = timedelta(hours=4)  # our default; each check is given its own time
OFFICES_OPEN, ASKED_TODAY, OFFICES_CLOSE, NEXT_DAY_BY = 8, 15, 17, 12  # our default: hours of the day


def answer_hoped_for(now: datetime) -> datetime:
    """When an answer is hoped for: in a few hours while offices are open, else by noon when they open next."""
    works, hour = is_working_day(now.date()), now.replace(minute=0, second=0, microsecond=0)
    if works and OFFICES_OPEN <= now.hour < ASKED_TODAY:
        return min(hour + CHECK_ANSWERED_WITHIN, hour.replace(hour=OFFICES_CLOSE))
    day = now.date() if works and now.hour < OFFICES_OPEN else working_days_after(now.date(), 1)
    return datetime.combine(day, time(NEXT_DAY_BY), tzinfo=now.tzinfo)


class Basis(TextChoices):
    """Why agencies may be asked before or without the parent's yes (AB & CD v Haringey [2013] EWHC 416)."""

    PARENT_AGREES = "parent_agrees", "A parent agrees"
    ASKING_RAISES_RISK = "asking_raises_risk", "Asking the parent would raise the risk"
    SECTION_47_MET = "section_47_met", "The section 47 threshold is met"
    PROPORTIONATE = "proportionate", "Not agreed, but proportionate"


class WaitsFor(TextChoices):
    """What has to come before a contact is decided, as the board says it."""

    ANSWER = "answer", "An agency’s answer"
    HOLD = "hold", "Kept open"
    SIGNATURE = "signature", "A manager to sign it"
    SENT_BACK = "sent_back", "What a manager sent back"


NEEDS_REASONS = frozenset({Basis.ASKING_RAISES_RISK, Basis.SECTION_47_MET, Basis.PROPORTIONATE})


class AskedHow(TextChoices):
    """How an agency is asked."""

    LINK = "link", "A link they answer with"
    TELEPHONE = "telephone", "By telephone"
    EMAIL = "email", "By secure email"
    IN_PERSON = "in_person", "In the same room"


class AnsweredHow(TextChoices):
    """How an agency answered."""

    LINK = "link", "With the link"
    TELEPHONE = "telephone", "By telephone"
    EMAIL = "email", "By secure email"
    IN_PERSON = "in_person", "In the same room"


class AnswerOutcome(TextChoices):
    """What became of the question."""

    ANSWERED = "answered", "They told us what they know"
    NOTHING = "nothing", "They know nothing about it"
    WILL_NOT = "will_not", "They will not say"


class FormKind(TextChoices):
    """What was sent by a public form."""

    REPLY = "reply", "An answer to a check"
    REQUEST = "request", "A worry or request of a partner"


class SettledHow(TextChoices):
    """What became of what stood in the waiting room."""

    TAKEN_IN = "taken_in", "Taken in"
    SET_ASIDE = "set_aside", "Set aside"


def wrong_with_basis(basis: str, *, decided_by: str, who_agreed: str, reasons: str) -> str:
    """The sentence for a basis that is not whole; nothing where it may be recorded."""
    if basis not in Basis.values:
        return "Choose the basis from the list."
    if not decided_by.strip():
        return "Say who decided."
    if basis == Basis.PARENT_AGREES and not who_agreed.strip():
        return "Say who agreed."
    if basis in NEEDS_REASONS and not reasons.strip():
        return "Say why: this basis is a decision with reasons."
    return ""


def may_be_asked(*, has_basis: bool, taken_back: bool = False) -> str:
    """Why no agency may be asked, or not any more; nothing where it may."""
    if not has_basis:
        return "Record first on what basis agencies may be asked. No check goes out before."
    if taken_back:
        return "A parent does not agree any more. Record first on what basis agencies may still be asked."
    return ""
