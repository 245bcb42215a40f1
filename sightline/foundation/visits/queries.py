"""Named questions about visits, as they stand or as they were known at a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise, takewhile
from typing import Any
from uuid import UUID

from sightline.foundation.documents.models import Passage
from sightline.foundation.facts import FactQuerySet
from sightline.foundation.occasions import version_of
from sightline.foundation.timescales.rules import Clock, Ending
from sightline.foundation.timescales.rules.sequences import by_child
from sightline.foundation.visits import rules
from sightline.foundation.visits.models import Seen, Visit
from sightline.foundation.workforce.models import Involvement, Transfer
from sightline.foundation.workforce.rules import InvolvementKind, TransferOutcome

HANDED_ON = "Another team took the child over"


@dataclass(frozen=True)
class WholeVisit:
    """One visit with what it was for the children whose records are open."""

    row: Visit
    seen: tuple[Seen, ...]
    passages: tuple[Passage, ...] = ()

    @property
    def key(self) -> UUID:
        """What everything recorded at it points at."""
        return self.row.occasion.pk

    def for_child(self, child: UUID) -> Seen | None:
        """What it was for one child."""
        return next((each for each in self.seen if each.child_id == child), None)

    def passages_for(self, child: UUID) -> list[Passage]:
        """What was said by or about one child, and perhaps others."""
        return [passage for passage in self.passages if child in passage.about]


@dataclass(frozen=True)
class VisitsSoFar:
    """The visits to a child that stand, newest first, and what follows from them."""

    visits: list[Seen]

    def last(self, **said: Any) -> date | None:
        """The day of the last visit of which this was said, such as `seen=True`."""
        found = (each for each in self.visits if all(getattr(each, name) == value for name, value in said.items()))
        return next((each.happened for each in found), None)

    @property
    def promised(self) -> Seen | None:
        """The last visit at which something was agreed."""
        return next((each for each in self.visits if each.agreed), None)

    @property
    def failed_in_a_row(self) -> int:
        """How many of the last visits were only attempted."""
        return len(list(takewhile(lambda each: each.visit.attempted, self.visits)))

    def next_after(self, today: date) -> date | None:
        """The day of the next visit, as said at the last one; nothing once it is past."""
        said = self.visits[0].visit.next_on if self.visits else None
        return said if said and said >= today else None


def visits_that_count(children: Iterable[UUID], kind: str) -> FactQuerySet:
    """For clocks: the visits at which these children were seen and that count as this kind, the first one first."""
    counted = Seen.objects.current().about(children).filter(seen=True, counts_as__contains=[kind])
    return counted.order_by("happened", "recorded_at")


def visits_to(child: UUID) -> VisitsSoFar:
    """The visits to a child, newest first."""
    found = Seen.objects.current().filter(child=child).select_related("recorded_by", "visit")
    return VisitsSoFar(list(found.order_by("-happened", "-recorded_at")))


def seen_at(child: UUID, fact: UUID) -> Seen | None:
    """What a visit was for a child, as recorded then or corrected since."""
    found = Seen.objects.filter(child=child, pk=fact)
    return found.select_related("recorded_by", "visit", "child__person", "superseded_by__recorded_by").first()


def visit_of(key: UUID, moment: datetime | None = None) -> WholeVisit | None:
    """A visit as it stands, or stood at a moment; holds only what is about children whose records are open."""
    row = version_of(Visit, key, moment)
    return whole(row, moment) if row else None


def as_made(key: UUID) -> Visit | None:
    """When a visit was made, by whom and to whom, as it stands."""
    return version_of(Visit, key)


def whole(row: Visit, moment: datetime | None = None) -> WholeVisit:
    """A visit with everything recorded at it about children whose records are open."""
    key = row.occasion.pk
    seen = Seen.objects.filter(visit=key).standing(moment)
    passages = Passage.objects.filter(occasion_id=key).standing(moment)
    return WholeVisit(
        row=row,
        seen=tuple(seen.select_related("recorded_by", "visit", "child__person").order_by("child")),
        passages=tuple(passages.order_by("position")),
    )


def new_worker_clocks(children: Iterable[UUID]) -> list[Clock]:
    """After each team that took a child over, that the child's new worker has seen the child; three queries."""
    people = list(children)
    workers = by_child(Involvement.objects.current().about(people).filter(kind=InvolvementKind.ALLOCATED_WORKER))
    seen = by_child(Seen.objects.current().about(people).filter(seen=True))
    accepted = Transfer.objects.current().about(people).filter(outcome=TransferOutcome.ACCEPTED)
    clocks: list[Clock] = []
    for child, moves in by_child(accepted.order_by("ended")).items():
        for move, following in pairwise([*sorted(moves, key=lambda each: each.ended), None]):
            visits = [each.happened for each in seen[child] if by_new_worker(each, move, workers[child])]
            over = Ending(HANDED_ON, on=following.ended) if following else None
            stop = min(visits, default=None)
            clocks.append(Clock(rules.NEW_WORKER, child=child, anchor=move, start=move.ended, stop=stop, ended=over))
    return clocks


def by_new_worker(seen: Seen, move: Transfer, workers: Iterable[Involvement]) -> bool:
    """Whether a visit since a move was recorded by whoever then worked with the child."""
    if move.ended is None or seen.happened < move.ended:
        return False
    theirs = (each for each in workers if each.practitioner_id == seen.recorded_by_id)
    return any(each.began <= seen.happened and (each.ended is None or seen.happened <= each.ended) for each in theirs)
