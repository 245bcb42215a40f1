"""What waits for a manager, what was sent back, and the thread of managers' words about a child."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Case, F, OuterRef, Prefetch, Q, QuerySet, Subquery, When

from sightline.foundation.access.queries import Reach
from sightline.foundation.area import overseen
from sightline.foundation.facts import Acting
from sightline.foundation.oversight.models import (
    Direction,
    DirectionAnswer,
    ManagersDecision,
    OversightNote,
    Settlement,
    StillToDo,
    Waiting,
)
from sightline.foundation.oversight.rules import Answer, may_answer
from sightline.foundation.workforce.models import Involvement


@dataclass(frozen=True)
class Waits:
    """Whether a decision still waits, and who recorded it."""

    recorded_by: UUID | None
    answered_by: str


@dataclass(frozen=True)
class WaitingItem:
    """What was recorded in one go about a child, or about brothers and sisters, and waits for one answer."""

    kind: str
    asks: str
    facts: tuple[tuple[UUID, UUID], ...]  # child and fact
    children: tuple[str, ...]
    decided_on: date
    due: date | None
    recorded_by: str
    answered_by: str = ""
    answer: str = ""
    recorded_by_id: UUID | None = None

    def is_own(self, by: Acting) -> bool:
        """Whether it is this practitioner's own decision, which somebody else must answer."""
        return not may_answer(recorded_by=self.recorded_by_id, answering=by.practitioner_id)

    @property
    def title(self) -> str:
        """What it is and what is asked, for lists: nothing of what was decided."""
        return f"{overseen()[self.kind].name}: {self.asks}"

    @property
    def page(self) -> str:
        """The route of the page that shows it whole, on which it is corrected or a manager replied to."""
        return overseen()[self.kind].page

    @property
    def child_id(self) -> UUID:
        """The child whose record the item is answered at."""
        return self.facts[0][0]

    @property
    def fact_id(self) -> UUID:
        """The fact that the item is reached by."""
        return self.facts[0][1]


def waiting_for(reach: Reach, by: Acting) -> list[WaitingItem]:
    """What waits for this manager, oldest first: about children within their reach, and never their own decision."""
    theirs = Involvement.objects.current().filter(reach.involvements(), ended=None).values("child")
    rows = Waiting.objects.filter(answer="", child__in=theirs).exclude(recorded_by=by.practitioner_id)
    return grouped(rows)


def sent_back_to(by: Acting) -> list[WaitingItem]:
    """What a manager sent back to whoever recorded it, and has not been corrected or replied to since."""
    return grouped(Waiting.objects.filter(answer=Answer.SEND_BACK, recorded_by=by.practitioner_id))


def still_to_do_by(owner: UUID | None) -> list[list[StillToDo]]:
    """What somebody still has to do or to answer, the first due first; asked together, together."""
    rows = StillToDo.objects.filter(owner=owner).select_related("child__person", "given_by")
    in_order = rows.order_by("by_when", "given_together", "kind", "child__person__birth_date", "fact_id")
    return [list(group) for _, group in groupby(in_order, key=lambda row: (row.by_when, row.given_together, row.kind))]


def still_to_do_about(child: UUID) -> list[StillToDo]:
    """What anybody still has to do about a child, the first due first."""
    found = StillToDo.objects.filter(child=child).select_related("owner", "given_by")
    return list(found.order_by("by_when", "fact_id"))


def waits_about(child: UUID) -> bool:
    """Whether any decision about a child waits for a manager."""
    return Waiting.objects.filter(child=child, answer="").exists()


def settlements_about(child: UUID) -> list[Settlement]:
    """What became of things still to do when work with a child was closed."""
    return list(Settlement.objects.current().filter(child=child).select_related("recorded_by"))


def grouped(rows: QuerySet[Waiting]) -> list[WaitingItem]:
    """Rows as items, one for what was recorded in one go."""
    found = rows.select_related("child__person", "recorded_by", "answered_by")
    in_order = sorted(found, key=lambda row: (row.due or row.decided_on, row.recorded_together, row.kind, row.child_id))
    together = groupby(in_order, key=lambda row: (row.recorded_together, row.kind))
    return [item(list(group)) for _, group in together]


def item(rows: Sequence[Waiting]) -> WaitingItem:
    """One item from its rows."""
    first = rows[0]
    return WaitingItem(
        kind=first.kind,
        asks=overseen()[first.kind].asks,
        facts=tuple((row.child_id, row.fact_id) for row in rows),
        children=tuple(str(row.child) for row in rows),
        decided_on=first.decided_on,
        due=first.due,
        recorded_by=str(first.recorded_by or ""),
        answered_by=str(first.answered_by or ""),
        answer=first.answer,
        recorded_by_id=first.recorded_by_id,
    )


def item_of(child: UUID, fact: UUID) -> WaitingItem | None:
    """What was recorded in one go with a fact about a child, whether it still waits or not."""
    row = Waiting.objects.filter(child=child, fact_id=fact).first()
    if row is None:
        return None
    together = Waiting.objects.filter(recorded_together=row.recorded_together, kind=row.kind, answer=row.answer)
    found = together.select_related("child__person", "recorded_by", "answered_by")
    return item(sorted(found, key=lambda each: (each.child_id != child, each.child_id)))


def only_about(item: WaitingItem, children: Iterable[UUID]) -> WaitingItem:
    """The part of an item that is about some of its children."""
    open_ones = set(children)
    kept = [(fact, name) for fact, name in zip(item.facts, item.children, strict=True) if fact[0] in open_ones]
    return replace(item, facts=tuple(fact for fact, _ in kept), children=tuple(name for _, name in kept))


def waiting_facts(facts: Iterable[UUID]) -> dict[UUID, Waits]:
    """How each of these facts waits; those that do not stand any more are left out."""
    rows = Waiting.objects.filter(fact_id__in=list(facts)).select_related("answered_by").select_for_update(of=("self",))
    return {row.fact_id: Waits(row.recorded_by_id, str(row.answered_by or "")) for row in rows}


def facts_of(kind: str, keys: Iterable[UUID]) -> dict[UUID, Any]:
    """Facts of one kind whose records are open, by key."""
    declared = overseen()[kind]
    facts = declared.model._default_manager.select_related("child__person", "recorded_by")
    return facts.in_bulk(list(keys))


def sent_back(decision: UUID) -> ManagersDecision | None:
    """A decision that was sent back and that nobody has replied to."""
    found = ManagersDecision.objects.current().filter(pk=decision, answer=Answer.SEND_BACK, reply=None)
    return found.first()


def answers_about(facts: Iterable[UUID]) -> dict[UUID, ManagersDecision]:
    """The last decision about each of these facts, or the agreement carried over from before a correction."""
    answers = decisions_about(facts).select_related("recorded_by", "reply")
    return {each.counts_for: each for each in answers.order_by("recorded_at")}


def decisions_about(facts: Iterable[UUID]) -> QuerySet[Any]:
    """Decisions about these facts or carried over to them, each with the fact that it `counts_for`."""
    keys = list(facts)
    carried = Waiting.objects.filter(fact_id__in=keys, carried_from__isnull=False)
    of_this = carried.filter(carried_from=OuterRef("about_id")).values("fact_id")[:1]
    counts_for = Case(When(about_id__in=keys, then=F("about_id")), default=Subquery(of_this))
    about = Q(about_id__in=keys) | Q(about_id__in=carried.values("carried_from"))
    return ManagersDecision.objects.current().filter(about).annotate(counts_for=counts_for)


def agreed_on(kind: str, facts: Iterable[UUID]) -> dict[UUID, date]:
    """The day on which each of these facts was agreed by a manager, of those that were."""
    agreed = decisions_about(facts).filter(about_kind=kind, answer=Answer.AGREE)
    return {each.counts_for: each.happened for each in agreed.order_by("-recorded_at")}


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
    said = [Said(each, about.get(each.about_id)) for each in decisions]
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
