"""The state of clocks as one SQL expression over a given day, equal to `rules.state_of` (a test compares them)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When

from sightline.foundation.many_rows import Keys
from sightline.foundation.timescales.rules.states import Given, State
from sightline.foundation.timescales.rules.timescale import Tier

LEGAL_FIRST = Case(
    When(tier=Tier.STATUTE, then=Value(0)),
    When(tier=Tier.GUIDANCE, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)
UNSTOPPED_AT_THE_END = Q(stopped=None) | Q(ended__isnull=False, stopped__gt=F("ended"))
BLOCKED = Q(start=None) | (Q(due=None) & ~Q(missing=""))
IN_TIME = Q(due_at__isnull=False, stopped_at__isnull=False, stopped_at__lte=F("due_at")) | (
    (Q(due_at=None) | Q(stopped_at=None)) & (Q(due=None) | Q(stopped__lte=F("due")))
)

NEVER_RAN, RUNS_ON = date.min, date.max
SETTLED_FROM = Case(  # the day from which it was met or had ended; an index of each child's clocks is ordered by it
    When(ended_as="", stopped=None, then=Value(RUNS_ON)),
    When(ended=None, stopped=None, then=Value(NEVER_RAN)),
    When(Q(stopped=None) | Q(ended__lt=F("stopped")), then=F("ended")),
    default=F("stopped"),
    output_field=models.DateField(),
)  # of what PostgreSQL holds to leak nothing (no COALESCE), or the index would not serve behind row-level security


def state_expression(given: Given) -> Case:
    """The state on a day, or at a moment of it; the first question that fits answers."""
    today = given.today
    ended = ~Q(ended_as="") & (Q(ended=None) | Q(ended__lte=today)) & UNSTOPPED_AT_THE_END
    met = ~BLOCKED & Q(stopped__lte=today)
    return Case(
        When(ended, then=F("ended_as")),
        When(met & IN_TIME, then=Value(State.MET_ON_TIME)),
        When(met, then=Value(State.MET_LATE)),
        When(held_until__lt=today, then=Value(State.NOT_HELD)),
        When(BLOCKED, then=Value(State.BLOCKED_MISSING_DATA)),
        When(start__gt=today, then=Value(State.NOT_STARTED)),
        When(overdue(given), then=Value(State.OVERDUE)),
        When(due=today, then=Value(State.DUE_TODAY)),
        When(Q(amber_at__lte=given.latest) | Q(amber_at=None, amber_from__lte=today), then=Value(State.DUE_SOON)),
        default=Value(State.ON_TRACK),
        output_field=models.CharField(),
    )


def overdue(given: Given) -> Q:
    """Whether it should have been done."""
    return Q(due_at__lt=given.earliest) | Q(due_at=None, overdue_from__lte=given.today)


class ClockRowQuerySet(models.QuerySet[Any]):
    """Questions about clocks."""

    def with_state(self, today: date, now: datetime | None = None) -> Self:
        """Each clock with its `state` on a day, or at a moment of it."""
        return self.with_state_given(Given.on(today, now))

    def with_state_given(self, given: Given) -> Self:
        """The same, where the day or its moment is known already."""
        return self.annotate(state=state_expression(given))

    def legal_first(self) -> Self:
        """Law before guidance before local practice, then by due date (practice rules, clock noise)."""
        return self.order_by(LEGAL_FIRST, F("due").asc(nulls_last=True), "timescale", "part")

    def about(self, children: Iterable[UUID]) -> Self:
        """Clocks of these children."""
        return self.filter(child__among=Keys(children))

    def unsettled(self, today: date) -> Self:
        """Clocks that were neither met nor ended by a day, and that are held on it."""
        held = Q(held_until=None) | Q(held_until__gte=today)
        return self.alias(settled_from=SETTLED_FROM).filter(held, settled_from__gt=today)

    def running(self, today: date) -> Self:
        """Clocks that have started and were neither met nor ended by a day, and that are held on it."""
        return self.unsettled(today).filter(start__lte=today)
