"""Managers' words, and the ladder that says whose word a decision needs."""

from sightline.foundation.oversight.rules.answers import (
    NO_ENTRY_DAYS,
    Answer,
    Answered,
    DirectionAnswer,
    LeftToDo,
    Settled,
    Stance,
    is_settled,
    reasons_needed,
)
from sightline.foundation.oversight.rules.ladder import (
    LONGEST_DELEGATION_DAYS,
    has_level,
    ladder,
    may_be_delegated,
    may_sign,
    signable,
)

__all__ = [
    "LONGEST_DELEGATION_DAYS",
    "NO_ENTRY_DAYS",
    "Answer",
    "Answered",
    "DirectionAnswer",
    "LeftToDo",
    "Settled",
    "Stance",
    "has_level",
    "is_settled",
    "ladder",
    "may_be_delegated",
    "may_sign",
    "reasons_needed",
    "signable",
]
