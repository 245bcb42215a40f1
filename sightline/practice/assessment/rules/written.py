"""What was written in a section, as an action records it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sightline.foundation.documents.rules import MayKnow


@dataclass(frozen=True)
class Written:
    """One text of a section: the answer to each of its questions, whom it is about, and who may know it."""

    about: tuple[UUID, ...]
    answers: Mapping[str, str] = field(default_factory=dict)  # by the part of the section that asks
    may_know: str = MayKnow.UNDECIDED

    @property
    def text(self) -> str:
        """Every answer in one text."""
        return "\n".join(answer for answer in self.answers.values() if answer)


@dataclass(frozen=True)
class FoundForChild:
    """What an assessment found about one child, for the manager who signs it."""

    child: UUID
    child_seen: bool
    outcome: str
    factors: tuple[str, ...]
    requires_support: bool | None = None
    why: str = ""
