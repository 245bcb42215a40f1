"""What has been written of one household so far: its people by key, and the last fact of each kind about a child."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sightline.demo.careers.commands import Command, Household
from sightline.demo.writing.staff import Staff


@dataclass
class Record:
    """A household while its career is being written."""

    home: Household
    staff: Staff
    today: date
    children: dict[int, UUID] = field(default_factory=dict)
    adults: dict[str, UUID] = field(default_factory=dict)
    newest: dict[tuple[int, str], Any] = field(default_factory=dict)

    def keys(self, command: Command) -> list[UUID]:
        """The children a command is about."""
        return [self.children[place] for place in command.children]

    def keep(self, place: int, slot: str, fact: Any) -> Any:
        """Remember a fact as the newest of its kind about a child."""
        self.newest[place, slot] = fact
        return fact

    def last(self, place: int, slot: str) -> Any:
        """The newest fact of a kind about a child, or nothing."""
        return self.newest.get((place, slot))

    def open(self, place: int, slot: str) -> Any:
        """The newest spell of a kind about a child, if it has not ended."""
        spell = self.last(place, slot)
        return spell if spell is not None and spell.ended is None else None
