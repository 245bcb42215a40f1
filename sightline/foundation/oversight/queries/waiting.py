"""What waits for a manager and may be answered by them, what was sent back, and what is still to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When

from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.area import overseen
from sightline.foundation.asked_often import asked_often
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.facts import Acting
from sightline.foundation.oversight.models import ManagersDecision, StillToDo, Waiting
from sightline.foundation.oversight.rules import Answer
from sightline.foundation.oversight.rules.ladder import Rung, Signer, ladder, may_sign, signable
from sightline.foundation.oversight.waiting import signers
from sightline.foundation.workforce.models import Involvement, Post
from sightline.foundation.workforce.queries.people import held_on


@dataclass(frozen=True)
class Waits:
    """Whether a decision still waits, who recorded it, and who may answer it."""

    recorded_by: UUID | None
    answered_by: str
    decision: str
    own_level: bool


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
    decision: str = "other"
    own_level: bool = False

    @property
    def rung(self) -> Rung:
        """What the ladder says of it."""
        return ladder()[self.decision]

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
    """What waits for this manager, oldest first: what they may sign about children in their reach, not their own."""
    return grouped(Waiting.objects.filter(waits_for(reach, by)))


def waits_for(reach: Reach, by: Acting) -> Q:
    """Which rows wait for a manager: about children of their work, or of no team and recorded in their line."""
    theirs = Involvement.objects.current().filter(reach.involvements(), ended=None).values("child")
    return theirs_to_sign(by) & (Q(child__in=theirs) | of_nobodys_children(reach))


def theirs_to_sign(by: Acting) -> Q:
    """Rows that nobody has answered, at a level this practitioner signs, and not recorded by themselves."""
    return Q(answer="", decision__in=signable(signer_of(by))) & ~Q(recorded_by=by.practitioner_id)


def of_nobodys_children(reach: Reach) -> Q:
    """Rows about children whom no team holds, recorded by somebody whom this practitioner manages."""
    posts = Post.objects.current().filter(held_on(london_today()), team__in=reach.managed())
    line = Q(recorded_by__in=list(reach.reports)) | Q(recorded_by__in=posts.values("practitioner"))
    return line & (Q(child__in_sight=None) | Q(child__in_sight__team=None))


def asked_to_sign(reach: Reach, by: Acting, now: datetime) -> QuerySet[Any]:
    """What waits for a manager about children whom nobody works with: duty looked at them, and stopped."""
    if not may(by.role, Permission.OVERSEE) or not (reach.reports or reach.managed()):
        return Waiting.objects.none()
    return Waiting.objects.filter(theirs_to_sign(by), of_nobodys_children(reach))


def asked_to_do(reach: Reach, by: Acting, now: datetime) -> QuerySet[Any]:
    """What somebody, or a colleague they cover for, was asked to do about a child and has not settled.

    Nobody asks themselves, or else their own list would keep a record open that they have no reason to open any more.
    """
    theirs = StillToDo.objects.filter(owner__in=[reach.practitioner, *reach.covered])
    return theirs.exclude(given_by=F("owner")).exclude(given_by=reach.practitioner)


def waiting_and_sent_back(reach: Reach, by: Acting) -> tuple[list[WaitingItem], list[WaitingItem]]:
    """What waits for a manager, and what was sent back to somebody, in one question."""
    rows = was_sent_back(by) | waits_for(reach, by) if may(by.role, Permission.OVERSEE) else was_sent_back(by)
    items = grouped(Waiting.objects.filter(rows))
    return [each for each in items if not each.answer], [each for each in items if each.answer]


def signer_of(by: Acting, day: date | None = None) -> Signer | None:
    """How a practitioner stands to the ladder today, or on a day."""
    if by.practitioner_id is None:
        return None
    on = day or london_today()
    return signers({(by.practitioner_id, on)}).get((by.practitioner_id, on))


def may_be_signed_by(decision: str, by: Acting) -> bool:
    """Whether a practitioner has the level, or a delegation, and the qualification for a decision; programs have."""
    return bool(by.system) or may_sign(ladder()[decision], signer_of(by))


def is_own(recorded_by: UUID | None, by: Acting) -> bool:
    """Whether a decision is this practitioner's own, which somebody else must answer."""
    return recorded_by is not None and recorded_by == by.practitioner_id


def was_sent_back(by: Acting) -> Q:
    """Which rows were sent back to whoever recorded them, and have not been corrected or replied to since."""
    return Q(answer=Answer.SEND_BACK, recorded_by=by.practitioner_id)


def still_to_do_by(owner: UUID | None) -> list[list[StillToDo]]:
    """What somebody still has to do or to answer, the first due first; asked together, together."""
    rows = StillToDo.objects.filter(owner=owner).select_related("child__person", "given_by")
    in_order = rows.order_by("by_when", "given_together", "kind", "child__person__birth_date", "fact_id")
    return [list(group) for _, group in groupby(in_order, key=lambda row: (row.by_when, row.given_together, row.kind))]


@asked_often
def still_to_do_about(child: UUID) -> QuerySet[StillToDo]:
    """What anybody still has to do about a child, the first due first."""
    found = StillToDo.objects.filter(child=child).select_related("owner", "given_by")
    return found.order_by("by_when", "fact_id")


def waits_about(child: UUID) -> bool:
    """Whether any decision about a child waits for a manager."""
    return Waiting.objects.filter(child=child, answer="").exists()


def grouped(rows: QuerySet[Waiting]) -> list[WaitingItem]:
    """Rows as items, one for what was recorded in one go."""
    found = rows.select_related("child__person", "recorded_by", "answered_by")
    in_order = sorted(found, key=when_and_what)
    together = groupby(in_order, key=lambda row: (row.recorded_together, row.kind, row.answer))
    return [item(list(group)) for _, group in together]


def when_and_what(row: Waiting) -> tuple[Any, ...]:
    """The order of rows: what is due first, and what was recorded in one go beside each other."""
    return (row.due or row.decided_on, row.recorded_together, row.kind, row.answer, row.child_id)


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
        decision=first.decision,
        own_level=first.own_level,
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
    return {
        row.fact_id: Waits(row.recorded_by_id, str(row.answered_by or ""), row.decision, row.own_level) for row in rows
    }


def facts_of(kind: str, keys: Iterable[UUID]) -> dict[UUID, Any]:
    """Facts of one kind whose records are open, by key."""
    declared = overseen()[kind]
    facts = declared.model._default_manager.select_related("child__person", "recorded_by")
    return facts.in_bulk(list(keys))


def sent_back(decision: UUID) -> ManagersDecision | None:
    """A decision that was sent back and that nobody has replied to."""
    found = ManagersDecision.objects.current().filter(pk=decision, answer=Answer.SEND_BACK, reply=None)
    return found.first()


@dataclass(frozen=True)
class AnswerGiven:
    """A manager's answer to a fact; or that whoever recorded it had the level for it, so that nobody was asked."""

    fact: UUID
    own_level: bool
    pk: UUID
    answer: str
    reasons: str
    recorded_by: str
    recorded_at: datetime
    reply: str | None


def answers_about(facts: Iterable[UUID]) -> dict[UUID, AnswerGiven]:
    """The last decision about each of these facts, or the agreement carried over from before a correction; one query.

    Where whoever decided had the level for it, that stands in place of a manager's answer.
    """
    keys = list(facts)
    columns = ("counts_for", "at_own_level", "pk", "answer", "why", "who", "recorded_at", "replied")
    own = Waiting.objects.filter(fact_id__in=keys, own_level=True).annotate(
        counts_for=F("fact_id"),
        at_own_level=Value(True),
        why=Value("", output_field=TextField()),
        who=F("answered_by__name"),
        replied=Value(None, output_field=TextField()),
    )
    given = decisions_about(keys).annotate(
        at_own_level=Value(False), why=F("reasons"), who=F("recorded_by__name"), replied=F("reply__text")
    )
    rows = given.values_list(*columns).union(own.values_list(*columns), all=True)
    found = [AnswerGiven(*row) for row in rows]
    return {each.fact: each for each in sorted(found, key=lambda each: (not each.own_level, each.recorded_at))}


def decisions_about(facts: Iterable[UUID]) -> QuerySet[Any]:
    """Decisions about these facts or carried over to them, each with the fact that it `counts_for`."""
    keys = list(facts)
    carried = Waiting.objects.filter(fact_id__in=keys, carried_from__isnull=False)
    of_this = carried.filter(carried_from=OuterRef("about_id")).values("fact_id")[:1]
    counts_for = Case(When(about_id__in=keys, then=F("about_id")), default=Subquery(of_this))
    about = Q(about_id__in=keys) | Q(about_id__in=carried.values("carried_from"))
    return ManagersDecision.objects.current().filter(about).annotate(counts_for=counts_for)


def agreed_on(kind: str, facts: Iterable[UUID]) -> dict[UUID, date]:
    """The day on which each of these facts was agreed by a manager, or decided by somebody with the level for it."""
    keys = list(facts)
    own = Waiting.objects.filter(fact_id__in=keys, kind=kind, own_level=True).values_list("fact_id", "decided_on")
    agreed = decisions_about(keys).filter(about_kind=kind, answer=Answer.AGREE)
    return dict(own) | {each.counts_for: each.happened for each in agreed.order_by("-recorded_at")}
