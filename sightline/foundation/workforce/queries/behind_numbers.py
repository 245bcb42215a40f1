"""The lists behind the numbers of a board: children, and clocks with their children."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from sightline.foundation.area import Counted, counted, marks
from sightline.foundation.oversight.models import InSight
from sightline.foundation.timescales.sql import LEGAL_FIRST, ClockRowQuerySet
from sightline.foundation.workforce.queries.line_of_sight import OF_CLOCKS, Scope

BY_NAME = ("child__person__family_name", "child__person__given_names", "child__person__reference")
WITH_CHILD = ("child__person", "child__in_sight__team", "child__in_sight__worker")


@dataclass(frozen=True)
class Asked:
    """Which part of a list is asked for, and in which order."""

    which: str = ""  # a name of what areas count, "waiting", or a state of clocks
    team: UUID | None = None
    unheld: bool = False  # only those whom no team holds
    kind: str = ""  # a timescale
    tier: str = ""
    order: str = ""

    def of_team(self, scope: Scope, prefix: str = "") -> Q:
        """The children of the scope, or those of them whom one team holds."""
        inside = scope.children(prefix)
        if self.unheld:
            return inside & Q(**{f"{prefix}held_since": None})
        return inside & Q(**{f"{prefix}team": self.team}) if self.team else inside


def named(which: str) -> Counted | None:
    """What an area counts under a name."""
    return next((each for each in counted() if each.name == which), None)


def mark_names() -> list[str]:
    """The names of the dates that lists of children can show, in the order in which areas declare them."""
    return list(dict.fromkeys(mark.name for mark in marks()))


def children_behind(scope: Scope, asked: Asked, today: date) -> QuerySet[InSight]:
    """The children behind a number, with who they are and who holds them."""
    found: QuerySet[Any] = InSight.objects.filter(asked.of_team(scope))
    if declared := named(asked.which):
        found = found.filter(declared.which(today), held_since__isnull=False)
    elif asked.which == "waiting":
        found = found.filter(worker=None, held_since__isnull=False)
    return found.select_related("child__person", "team", "worker").order_by(*order_of_children(asked.order))


def order_of_children(order: str) -> tuple[Any, ...]:
    """By a date, those without it first, or by name."""
    if order == "held_since":
        return (F("held_since").asc(nulls_first=True), *BY_NAME)
    if order in mark_names():
        return (F(f"marks__{order}").asc(nulls_first=True), *BY_NAME)
    return BY_NAME


def clocks_behind(scope: Scope, asked: Asked, today: date, now: datetime) -> ClockRowQuerySet:
    """The clocks behind a number, each with its child."""
    found = scope.clocks(today, now).filter(asked.of_team(scope, "child__in_sight__"))
    if asked.which in OF_CLOCKS:
        found = found.filter(OF_CLOCKS[asked.which])
    found = found.filter(timescale=asked.kind) if asked.kind else found
    found = found.filter(tier=asked.tier) if asked.tier else found
    return found.select_related(*WITH_CHILD).order_by(*order_of_clocks(asked.order))


def order_of_clocks(order: str) -> tuple[Any, ...]:
    """By the day they are due, by child, or what the law asks first."""
    due = F("due").asc(nulls_last=True)
    if order == "due":
        return (due, LEGAL_FIRST, "id")
    if order == "child":
        return (*BY_NAME, due, "id")
    return (LEGAL_FIRST, due, "timescale", "id")
