"""What is asked about clocks: of children, what is due soon, and how many stand how."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When

from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.timescales.models import ClockReason, ClockRow
from sightline.foundation.timescales.refresh import corrections
from sightline.foundation.timescales.rules import State, Tier
from sightline.foundation.timescales.rules.states import OPEN

LEGAL_FIRST = Case(
    When(tier=Tier.STATUTE, then=Value(0)),
    When(tier=Tier.GUIDANCE, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)
SHOWN_AHEAD = 10  # working days; practice rules, clock noise


def clocks_of(children: Iterable[UUID], today: date, now: datetime | None = None) -> QuerySet[ClockRow]:
    """Every clock of these children with its state, legal ones first, then by due date."""
    rows = ClockRow.objects.about(children).with_state(today, now)
    return rows.order_by(LEGAL_FIRST, F("due").asc(nulls_last=True), "timescale", "part")


def due_within(
    children: Iterable[UUID], today: date, *, working_days: int = SHOWN_AHEAD, now: datetime | None = None
) -> QuerySet[ClockRow]:
    """Open clocks that are overdue or due within a number of working days: what a list of work shows."""
    last = working_days_after(today, working_days)
    return clocks_of(children, today, now).running(today).filter(due__lte=last, state__in=OPEN)


def counts_by_state(children: Iterable[UUID], today: date, now: datetime | None = None) -> dict[State, int]:
    """How many clocks of these children are in each state."""
    rows = ClockRow.objects.about(children).with_state(today, now).order_by().values("state")
    return {State(row["state"]): row["number"] for row in rows.annotate(number=Count("pk"))}


def counts_by_timescale(
    children: Iterable[UUID], today: date, now: datetime | None = None
) -> dict[str, dict[State, int]]:
    """How many clocks of each timescale are in each state."""
    rows = ClockRow.objects.about(children).with_state(today, now).order_by().values("timescale", "state")
    counts: dict[str, dict[State, int]] = {}
    for row in rows.annotate(number=Count("pk")):
        counts.setdefault(row["timescale"], {})[State(row["state"])] = row["number"]
    return counts


def stands_for(reason: ClockReason) -> set[UUID]:
    """The fact that a reason speaks of, and those that have stood in its place since."""
    return corrections(reason.anchor_kind, {reason.anchor_id})[reason.anchor_id]


def reasons_given(clock: ClockRow) -> list[ClockReason]:
    """What people said about a clock, newest first, also before the fact that started it was corrected."""
    said = ClockReason.objects.current().filter(
        child=clock.child_id, timescale=clock.timescale, subject_id=clock.subject_id, part=clock.part
    )
    return [reason for reason in said.order_by("-recorded_at") if clock.anchor_id in stands_for(reason)]
