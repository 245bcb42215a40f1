"""Managers' words: they exist only as a decision with reasons, a direction or an oversight note (practice rules)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices

NO_ENTRY_DAYS = 60  # without a word of a manager (measure MO6, children with no manager entry for 60 days)


class Answer(TextChoices):
    """What a manager says to a decision that waited for them."""

    AGREE = "agree", "Agree"
    SEND_BACK = "send_back", "Send back"


class Stance(TextChoices):
    """What an oversight note says."""

    CONSIDERED = "considered", "Considered"
    AGREED = "agreed", "Agreed"
    NO_ACTION = "no_action", "No action needed"


class DirectionAnswer(TextChoices):
    """What somebody says to a direction they were given."""

    DONE = "done", "Done"
    CANNOT = "cannot", "Cannot be done"
    NEW_DATE = "new_date", "Asking for a new date"


class Settled(TextChoices):
    """What became of something still to do when work with a child was closed."""

    DONE = "settled", "Settled"
    HANDED_ON = "handed_on", "Handed on to somebody"


def reasons_needed(answer: str) -> bool:
    """Whether an answer must give reasons: sending back is a decision with reasons."""
    return answer == Answer.SEND_BACK


def is_settled(answer: str) -> bool:
    """Whether an answer leaves its owner nothing to do: asking for a new date does not."""
    return answer in (DirectionAnswer.DONE, DirectionAnswer.CANNOT)


@dataclass(frozen=True)
class Answered:
    """A manager's answer to one decision about one child."""

    kind: str
    fact_id: UUID
    child_id: UUID
    answer: str
    reasons: str = ""
    follow_up_on: date | None = None  # the day on which what was agreed is looked at again


@dataclass(frozen=True)
class LeftToDo:
    """What becomes of one thing still to do when work with a child is closed."""

    kind: str
    fact_id: UUID
    how: str
    words: str
