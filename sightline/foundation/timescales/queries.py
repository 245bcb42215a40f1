"""What is asked about clocks: of children, what is due soon, what people said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.timescales.models import ClockReason, ClockRow, LocalLimit
from sightline.foundation.timescales.refresh import corrections
from sightline.foundation.timescales.rules import OPEN
from sightline.foundation.timescales.sql import BLOCKED, ClockRowQuerySet

SHOWN_AHEAD = 10  # working days; practice rules, clock noise


def clocks_of(children: Iterable[UUID], today: date, now: datetime | None = None) -> ClockRowQuerySet:
    """Every clock of these children with its state, legal ones first, then by due date."""
    rows: ClockRowQuerySet = ClockRow.objects.about(children)
    return rows.with_state(today, now).legal_first()


def due_within(
    children: Iterable[UUID], today: date, *, working_days: int = SHOWN_AHEAD, now: datetime | None = None
) -> ClockRowQuerySet:
    """Open clocks that are overdue or due within a number of working days: what a list of work shows."""
    last = working_days_after(today, working_days)
    return clocks_of(children, today, now).running(today).filter(due__lte=last, state__in=OPEN)


def to_attend_to(today: date, *, working_days: int = SHOWN_AHEAD, now: datetime | None = None) -> ClockRowQuerySet:
    """Clocks that somebody should look at: overdue, due within a number of working days, or lacking a date."""
    last = working_days_after(today, working_days)
    rows: ClockRowQuerySet = ClockRow.objects.unsettled(today).with_state(today, now)
    return rows.filter(BLOCKED | Q(start__lte=today, due__lte=last, state__in=OPEN))


def children_with_open_clocks(timescales: Iterable[str]) -> list[UUID]:
    """The children for whom a clock of one of these timescales was neither met nor ended."""
    rows = ClockRow.objects.filter(timescale__in=list(timescales), child__isnull=False, stopped=None, ended_as="")
    return list(rows.order_by("child").values_list("child", flat=True).distinct())


def stands_for(reason: ClockReason) -> set[UUID]:
    """The fact that a reason speaks of, and those that have stood in its place since."""
    return corrections(reason.anchor_kind, {reason.anchor_id})[reason.anchor_id]


def reasons_given(clock: ClockRow) -> list[ClockReason]:
    """What people said about a clock, newest first, also before the fact that started it was corrected."""
    said = ClockReason.objects.current().filter(
        child=clock.child_id, timescale=clock.timescale, subject_id=clock.subject_id, part=clock.part
    )
    newest_first = said.select_related("recorded_by", "agreed_by").order_by("-recorded_at")
    return [reason for reason in newest_first if clock.anchor_id in stands_for(reason)]


def clock_of(child: UUID, key: UUID, today: date) -> ClockRow | None:
    """One clock of a child with its state."""
    return clocks_of([child], today).filter(pk=key).first()


def local_limits(timescale: str = "") -> list[LocalLimit]:
    """The limits that the authority set for itself, the oldest first; of one timescale where it is given."""
    limits = LocalLimit.objects.current().order_by("happened")
    return list(limits.filter(timescale=timescale) if timescale else limits)


def limit_from(timescale: str, day: date) -> LocalLimit | None:
    """The limit that the authority set from exactly this day on."""
    return LocalLimit.objects.current().filter(timescale=timescale, happened=day).first()
