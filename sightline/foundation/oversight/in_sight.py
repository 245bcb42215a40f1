"""How what boards know of each child is kept equal to the facts, so that a board opens no record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import F, Max, Q, Value

from sightline.foundation.area import Mark, marks
from sightline.foundation.children.models import Child, LifeEvent, Person
from sightline.foundation.facts import Lasted
from sightline.foundation.kept import kept
from sightline.foundation.oversight.models import InSight
from sightline.foundation.timescales.refresh import one_at_a_time
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.rules import InvolvementKind

KEPT = ("team", "worker", "held_since", "marks")
STEP = 1000  # children brought up to date in one transaction


def keep(rows: Iterable[models.Model]) -> None:
    """Bring what boards know up to date with the rows just written or marked."""
    kinds = {Involvement, *(mark.model for mark in marks())}
    written = list(rows)
    lives = {row.person_id for row in written if isinstance(row, LifeEvent)}
    refresh(lives | {row.child_id for row in written if type(row) in kinds})  # type: ignore[attr-defined]


def refresh(children: Iterable[UUID]) -> None:
    """Read again what boards know of these children; as many questions for a thousand as for one."""
    people = list(children)
    if not people:
        return
    one_at_a_time(people)
    made = list(rows_of(people))
    InSight.objects.filter(child__in=set(people) - {row.child_id for row in made}).delete()
    InSight.objects.bulk_create(
        made, batch_size=1000, update_conflicts=True, unique_fields=["child"], update_fields=KEPT
    )


def rebuild() -> int:
    """Read again what boards know of every child, some at a time; how many children there are."""
    everybody = list(Child.objects.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(everybody), STEP):
        with transaction.atomic():
            refresh(everybody[first : first + STEP])
            for declared in kept():
                declared.refresh(everybody[first : first + STEP])
    return len(everybody)


def rows_of(children: list[UUID]) -> Iterator[InSight]:
    """A row for each of these children whom a team holds, or for whom something marked still lasts.

    None for a child who died, or was not born: nobody is told to see them.
    """
    dates, holders = dates_of(children), holders_of(children)
    lasting = {mark.name for mark in marks() if lasts(mark)}
    dead = set(Person.objects.filter(pk__in=children, died_on__isnull=False).values_list("pk", flat=True))
    for child in [each for each in children if each not in dead]:
        holder = holders.get(child, {})
        if "team_id" in holder or lasting & dates[child].keys():
            yield InSight(child_id=child, marks=dates[child], **holder)


def holders_of(children: list[UUID]) -> dict[UUID, dict[str, Any]]:
    """The team that holds each child and since when, and the worker."""
    found: dict[UUID, dict[str, Any]] = defaultdict(dict)
    open_ones = Involvement.objects.current().filter(child__in=children, ended=None)
    for each in open_ones.filter(kind__in=(InvolvementKind.HOLDING_TEAM, InvolvementKind.ALLOCATED_WORKER)):
        if each.kind == InvolvementKind.ALLOCATED_WORKER:
            found[each.child_id]["worker_id"] = each.practitioner_id
        else:
            found[each.child_id] |= {"team_id": each.team_id, "held_since": each.began}
    return found


def dates_of(children: list[UUID]) -> dict[UUID, dict[str, str]]:
    """The marks of each child, in one question for all of them."""
    asked = [question(number, mark, children) for number, mark in enumerate(marks())]
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    for child, number, day in asked[0].union(*asked[1:], all=True) if asked else ():
        name = marks()[number].name
        found[child][name] = max(found[child].get(name, ""), day.isoformat())
    return found


def question(number: int, mark: Mark, children: list[UUID]) -> Any:
    """The child, the number of the mark, and its latest day."""
    facts: Any = mark.model._default_manager
    standing = facts.current().filter(mark.where, child__in=children)
    day = F("began") if lasts(mark) else F("happened")
    standing = standing.filter(ended=None) if lasts(mark) else standing
    return (
        standing.order_by()
        .values("child_id")
        .annotate(mark=Value(number), day=Max(day))
        .values_list("child_id", "mark", "day")
    )


def lasts(mark: Mark) -> bool:
    """Whether a mark is of something that lasts."""
    return issubclass(mark.model, Lasted)


def longer_ago(name: str, today: date, days: int) -> Q:
    """Children held for so many days for whom a mark is older than that, or was never made."""
    limit = today - timedelta(days=days)
    return Q(**{f"marks__{name}__lt": limit.isoformat()}) | (~Q(marks__has_key=name) & Q(held_since__lt=limit))
