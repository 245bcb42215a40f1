"""The board of the front door: contacts that wait for a decision, who holds each, and who is on duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import RowNumber

from sightline.foundation.access.queries import Reach
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.rules import State
from sightline.foundation.workforce.models import Duty, Involvement
from sightline.foundation.workforce.queries.cover import shifts
from sightline.foundation.workforce.rules import InvolvementKind, Priority
from sightline.practice.front_door.models import OpenContact
from sightline.practice.front_door.rules import CONTACT_DECISION, SafeNow, WaitsFor

BY_NAME = ("child__person__family_name", "child__person__given_names", "contact_id")
URGENT_FIRST = Case(
    When(safe_now=SafeNow.NO, then=Value(-1)),
    *(When(priority=each.value, then=Value(place)) for place, each in enumerate(Priority)),
    default=Value(len(Priority)),
    output_field=IntegerField(),
)
WHICH = {  # what a number of the board counts
    "overdue": Q(clock_state=State.OVERDUE),
    "today": Q(clock_state=State.DUE_TODAY),
    "unheld": Q(holder=None),
    "unsafe": Q(safe_now=SafeNow.NO),
    "signature": Q(waits_for__contains=[WaitsFor.SIGNATURE]),
    "answers": Q(waits_for__contains=[WaitsFor.ANSWER]),
}


@dataclass(frozen=True)
class Asked:
    """Which part of the board is asked for, and in which order."""

    which: str = ""
    kind: str = ""
    order: str = ""


def open_contacts(reach: Reach, today: date, now: datetime, *, everybody: bool) -> QuerySet[Any]:
    """The undecided contacts that somebody may know of, each with its holder, its priority and how its clock stands."""
    holding = Involvement.objects.current().filter(
        child=OuterRef("child"), ended=None, kind=InvolvementKind.CONTACT_HOLDER
    )
    clock: QuerySet[Any] = ClockRow.objects.filter(
        child=OuterRef("child"), anchor_id=OuterRef("contact_id"), timescale=CONTACT_DECISION.id
    ).with_state(today, now)
    found = OpenContact.objects.annotate(
        holder=Subquery(holding.order_by("-began").values("practitioner")[:1]),
        priority=Subquery(holding.order_by("-began").values("priority")[:1]),
        clock_state=Subquery(clock.values("state")[:1]),
        due=Subquery(clock.values("due")[:1]),
    )
    return found if everybody else found.filter(of_reach(reach))


def of_reach(reach: Reach) -> Q:
    """The contacts that somebody holds, or whose child is their work already."""
    return children_of(reach) | Q(holder__in=reach.whose()["people"])


def children_of(reach: Reach) -> Q:
    """What is about children whose work is somebody's already, for rows that name a child."""
    whose = reach.whose()
    return Q(child__in_sight__team__in=whose["teams"]) | Q(child__in_sight__worker__in=whose["people"])


def numbers(found: QuerySet[Any], me: UUID) -> dict[str, int]:
    """How many contacts there are, and how many of each kind that the board counts; one question."""
    asked = {"all": Q(), "mine": Q(holder=me), **WHICH}
    contacts = {name: Count("recorded_together", distinct=True, filter=which) for name, which in asked.items()}
    return found.order_by().aggregate(**contacts)


def narrowed(found: QuerySet[Any], asked: Asked, me: UUID) -> QuerySet[OpenContact, Any]:
    """One row for each contact of the part asked for: what is urgent first, then what is due first; or what came first.

    Of brothers and sisters of one contact it is that of the child who comes first in this order.
    """
    if asked.which in WHICH:
        found = found.filter(WHICH[asked.which])
    elif asked.which == "mine":
        found = found.filter(holder=me)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    due = F("due").asc(nulls_last=True)
    order = {"due": (due,), "received": ("received_on", F("received_at").asc(nulls_last=True))}
    in_order = [*order.get(asked.order, (URGENT_FIRST, due)), *(F(name).asc() for name in BY_NAME)]
    place = Window(RowNumber(), partition_by=F("recorded_together"), order_by=in_order)
    part: QuerySet[OpenContact, Any] = found.annotate(place=place).filter(place=1).order_by(*in_order)
    return part


def of_contacts(every_one: QuerySet[Any], rows: Iterable[OpenContact]) -> list[list[OpenContact]]:
    """For each of these rows its contact by child, as far as the reader may know of it; in order, and one question."""
    shown = list(rows)
    found = every_one.filter(recorded_together__in=[row.recorded_together for row in shown])
    people = found.select_related("child__person", "child__in_sight__team", "child__in_sight__worker")
    together: dict[int, list[OpenContact]] = {row.recorded_together: [] for row in shown}
    for row in people.order_by("child__person__birth_date", *BY_NAME):
        together[row.recorded_together].append(row)
    return [together[row.recorded_together] for row in shown]


@dataclass(frozen=True)
class Beside:
    """What stands beside the contacts of a page: their clocks by contact, and who holds them by child."""

    clocks: Mapping[UUID, ClockRow]
    holders: Mapping[UUID, Involvement]


def beside(rows: Iterable[OpenContact], today: date, now: datetime) -> Beside:
    """The clocks and holders of these contacts; two questions."""
    shown = list(rows)
    children = {row.child_id for row in shown}
    clocks: QuerySet[Any] = ClockRow.objects.filter(
        child__in=children, timescale=CONTACT_DECISION.id, anchor_id__in=[row.pk for row in shown]
    ).with_state(today, now)
    return Beside({clock.anchor_id: clock for clock in clocks}, holders_of(children))


def holders_of(children: Iterable[UUID]) -> dict[UUID, Involvement]:
    """Who holds the contacts about each of these children."""
    holding = Involvement.objects.current().filter(
        child__in=list(children), ended=None, kind=InvolvementKind.CONTACT_HOLDER
    )
    return {each.child_id: each for each in holding.select_related("practitioner").order_by("began")}


def rota(now: datetime) -> list[Duty]:
    """Who is on duty, for every team, now and next."""
    return list(shifts(now))


def together_with(contact: UUID) -> list[OpenContact]:
    """The undecided contacts recorded in one go with this one, this one among them: brothers and sisters."""
    entry = OpenContact.objects.filter(pk=contact).values("recorded_together")
    return list(OpenContact.objects.filter(recorded_together__in=entry).select_related("child__person").order_by("pk"))
