"""Which worker a place in a career means: every kind of team has its workers, and a seat is one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sightline.foundation.facts import Acting


@dataclass(frozen=True)
class Worker:
    """Somebody who works with children, in a team."""

    practitioner: UUID
    team: UUID


@dataclass(frozen=True)
class Staff:
    """The workers of each kind of team, as careers name them."""

    builder: Acting
    workers: dict[str, Sequence[Worker]]

    def of(self, team: str, seat: int) -> Worker:
        """The worker in this seat."""
        there = self.workers[team]
        return there[seat % len(there)]
