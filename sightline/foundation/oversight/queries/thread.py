"""The thread of managers' words about a child: decisions, answers to them, notes and directions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Prefetch

from sightline.foundation.oversight.models import (
    Decision,
    Delegation,
    Direction,
    DirectionAnswer,
    ManagersDecision,
    OversightNote,
    Settlement,
)


def settlements_about(child: UUID) -> list[Settlement]:
    """What became of things still to do when work with a child was closed."""
    return list(Settlement.objects.current().filter(child=child).select_related("recorded_by"))


def direction_of(direction: UUID, *, owner: UUID | None) -> Direction | None:
    """A direction that was given to somebody."""
    return Direction.objects.current().filter(pk=direction, owner=owner).first()


def direction_about(child: UUID, direction: UUID) -> Direction | None:
    """A direction about a child."""
    return Direction.objects.current().filter(pk=direction, child=child).select_related("owner", "recorded_by").first()


@dataclass(frozen=True)
class Said:
    """One entry of the thread of managers' words: a decision, a note or a direction."""

    fact: Any
    about: Any = None
    settled: Any = None  # how a direction was settled, or handed on, when work with the child was closed

    @property
    def at(self) -> datetime:
        """When it was recorded."""
        moment: datetime = self.fact.recorded_at
        return moment


def thread(child: UUID) -> list[Said]:
    """Everything that managers decided, noted and directed about a child, newest first."""
    decisions = list(
        ManagersDecision.objects.current().filter(child=child).select_related("recorded_by", "reply__recorded_by")
    )
    notes = OversightNote.objects.current().filter(child=child).select_related("recorded_by")
    answers = DirectionAnswer.objects.current().select_related("recorded_by").order_by("recorded_at")
    directions = Direction.objects.current().filter(child=child).select_related("recorded_by", "owner")
    about = decided_about(decisions)
    settled = {each.asked_id: each for each in settlements_about(child)}
    made = Decision.objects.current().filter(child=child).select_related("recorded_by")
    said = [Said(each, about.get(each.about_id)) for each in decisions]
    said += [Said(each) for each in made]
    said += [Said(each) for each in notes]
    said += [
        Said(each, settled=settled.get(each.pk)) for each in directions.prefetch_related(Prefetch("answers", answers))
    ]
    return sorted(said, key=lambda each: (each.fact.happened, each.at), reverse=True)


def decided_about(decisions: Iterable[ManagersDecision]) -> dict[UUID, Any]:
    """The facts that decisions speak of, one query for a kind."""
    keys: dict[str, list[UUID]] = {}
    for decision in decisions:
        keys.setdefault(decision.about_kind, []).append(decision.about_id)
    found: dict[UUID, Any] = {}
    for kind, wanted in keys.items():
        found |= apps.get_model(kind)._default_manager.in_bulk(wanted)
    return found


ENTRIES = (ManagersDecision, OversightNote, Direction)  # what counts as a manager's entry about a child


def managers_entries(children: Iterable[UUID]) -> dict[UUID, list[Any]]:
    """Every entry of a manager about these children, earliest first; three queries."""
    people = list(children)
    found = [entry for kind in ENTRIES for entry in kind.objects.current().about(people)]
    by_child: dict[UUID, list[Any]] = {}
    for entry in sorted(found, key=lambda entry: (entry.happened, str(entry.pk))):
        by_child.setdefault(entry.child_id, []).append(entry)
    return by_child


def decision_of(child: UUID, key: UUID) -> Decision | None:
    """A decision about a child, as recorded then or corrected since."""
    found = Decision.objects.filter(child=child, pk=key).select_related("recorded_by", "child__person")
    return found.select_related("superseded_by__recorded_by", "recorded_by", "child__person").first()


def delegations(today: date) -> list[Delegation]:
    """The delegations that last or are still to begin, the next to end first."""
    found = Delegation.objects.current().filter(ended=None, until__gte=today)
    return list(found.select_related("given_by", "given_to").order_by("until", "id"))


def delegation(key: UUID) -> Delegation | None:
    """A delegation that has not ended."""
    return Delegation.objects.current().filter(pk=key, ended=None).select_related("given_by", "given_to").first()
