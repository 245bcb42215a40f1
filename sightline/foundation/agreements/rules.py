"""What families are asked to agree to, and how they are told what was decided (practice rules, "Families' rights")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices

OLD_ENOUGH = 5  # years; our default: no law names an age, and younger children are told where they can understand
TOLD_WITHIN_DAYS = 183  # decisions older than that are not held up to a worker as due


class To(TextChoices):
    """What somebody is asked to agree to; it is never the basis for holding what is recorded about them."""

    ASSESSMENT = "assessment", "An assessment"
    AGENCY_CHECKS = "agency_checks", "Asking other agencies what they know"
    EARLY_HELP = "early_help", "Early help"
    CHILD_IN_NEED_WORK = "child_in_need_work", "Work under a child in need plan"
    MEDICAL = "medical", "A medical"
    INTERVIEW = "interview", "An interview"


class Answer(TextChoices):
    """What became of asking somebody."""

    ASKED = "asked", "Asked, no answer yet"
    AGREED = "agreed", "Agreed"
    NOT_AGREED = "not_agreed", "Did not agree"
    WITHDRAWN = "withdrawn", "Agreed before, and does not any more"


REFUSALS = (Answer.NOT_AGREED, Answer.WITHDRAWN)


class How(TextChoices):
    """How somebody was asked or told."""

    IN_PERSON = "in_person", "In person"
    CALL = "call", "Telephone or video call"
    LETTER = "letter", "Letter"
    MESSAGE = "message", "Email or text message"
    THROUGH = "through", "Through somebody they trust, such as an advocate or solicitor"


class Interpreter(TextChoices):
    """Who interpreted: always somebody independent, never the child or a relative."""

    NOT_NEEDED = "not_needed", "No interpreter was needed"
    INDEPENDENT = "independent", "An independent interpreter"
    DECLINED = "declined", "One was offered, and they did not want one"
    NONE_CAME = "none_came", "One was needed, and none could be found"


@dataclass(frozen=True)
class Asking:
    """Who was asked, in words where they are not in the record, how, in which language, and what they said."""

    person: UUID | None = None
    who: str = ""
    how: str = ""
    language: str = ""
    interpreter: str = ""
    what_they_said: str = ""


@dataclass(frozen=True)
class Telling:
    """One person who was told of a decision, or why it was not safe to tell them."""

    person: UUID | None = None
    who: str = ""
    on: date | None = None
    told_by: str = ""
    how: str = ""
    language: str = ""
    interpreter: str = ""
    their_reply: str = ""
    told_how_to_complain: bool | None = None
    why_not_safe: str = ""


@dataclass(frozen=True)
class About:
    """The fact that an agreement or a telling belongs to: its kind and its key."""

    kind: str
    key: UUID


def is_refused(answer: str) -> bool:
    """Whether somebody does not agree, or does not any more."""
    return answer in REFUSALS
