"""Answers to the forms about meetings, as a browser sends them."""

from typing import Any
from uuid import UUID

from tests.builders.meetings import held_for
from tests.foundation.notes.pages import sent
from tests.foundation.visits.pages import reference, text_of

__all__ = ["DETAILS", "MEETING", "page_of", "record_address", "sent", "text_of"]

DETAILS = {
    "kind": "core_group", "happens_on-day": "1", "happens_on-month": "6", "happens_on-year": "2026",
    "happened_at": "10:00", "how": "in_person", "where": "Hill School", "chaired_by": "Amina Yusuf",
}  # fmt: skip
MEETING = DETAILS | {
    "people-0-name": "Bea Bright", "people-0-part": "parent", "people-0-came": "came",
    "each-all-decided": "The plan goes on.",
}  # fmt: skip


def record_address(child: UUID, *others: UUID, kind: str = "record") -> str:
    """The form for a meeting about these children."""
    query = "&".join(["chosen=1", *(f"also={reference(other)}" for other in others)])
    return f"/meetings/children/{child}/{kind}/?{query}"


def page_of(child: UUID, met: Any, way: str = "") -> str:
    """The page of what became of a meeting for a child."""
    return f"/meetings/children/{child}/{held_for(child, met).pk}/{way}"
