"""What is asked about clocks: of children, what is due soon, what people said, which rule each follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from sightline.foundation.asked_often import asked_often
from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.timescales.catalogue import latest, timescales
from sightline.foundation.timescales.models import ClockReason, ClockRow, LocalLimit
from sightline.foundation.timescales.refresh import corrections
from sightline.foundation.timescales.rules import OPEN, State, Timescale
from sightline.foundation.timescales.rules.states import Given
from sightline.foundation.timescales.sql import BLOCKED, ClockRowQuerySet

About = tuple[str, UUID, str, UUID]  # timescale, subject, part and the fact a clock counts from
SHOWN_AHEAD = 10  # working days; practice rules, clock noise


def clocks_of(children: Iterable[UUID], today: date, now: datetime | None = None) -> ClockRowQuerySet:
    """Every clock of these children with its state, legal ones first, then by due date."""
    rows: ClockRowQuerySet = ClockRow.objects.about(children)
    return rows.with_state(today, now).legal_first()


def clocks_running(child: UUID, today: date) -> list[ClockRow]:
    """The clocks of a child that run, or would if a date were not missing; what the law asks first."""
    given = Given.on(today)
    return running_given(child, given.today, given.earliest, given.latest)


@asked_often
def running_given(child: UUID, today: date, earliest: datetime, latest: datetime) -> ClockRowQuerySet:
    """The same, where the moments of the day are known already."""
    rows: ClockRowQuerySet = ClockRow.objects.filter(child=child)
    given = Given(today, earliest, latest)
    return rows.with_state_given(given).legal_first().filter(state__in=(*OPEN, State.BLOCKED_MISSING_DATA))


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


def children_with_open_clocks(timescales: Iterable[str], today: date) -> list[UUID]:
    """The children for whom a clock of one of these timescales was neither met nor ended by a day."""
    rows = ClockRow.objects.filter(
        Q(ended_as="") | Q(ended__gt=today),
        timescale__in=list(timescales), child__isnull=False, stopped=None,
    )  # fmt: skip
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


@dataclass(frozen=True)
class Explained:
    """A clock with the rule it was counted with, and what people said about it, newest first."""

    clock: ClockRow
    rule: Timescale | None
    reasons: list[ClockReason] = field(default_factory=list)


def explained(child: UUID, clocks: Iterable[ClockRow]) -> list[Explained]:
    """Clocks of one child with what explains them."""
    rows = list(clocks)
    said = reasons_about(child, rows)
    return [Explained(row, rule_of(row), said.get(about(row, row.anchor_id), [])) for row in rows]


def rule_of(row: ClockRow) -> Timescale | None:
    """The version of the rule that a clock was counted with; the newest where it is not declared any more."""
    try:
        versions = timescales()[row.timescale]
    except KeyError:
        return None
    return next((rule for rule in versions if rule.version == row.rule_version), latest(row.timescale))


def reasons_about(child: UUID, clocks: Sequence[ClockRow]) -> dict[About, list[ClockReason]]:
    """What people said about each of these clocks of a child, also before the fact that started it was corrected.

    Only what was said about a fact that starts none of them any more is looked up, once for each kind of fact.
    """
    current, kinds = {clock.anchor_id for clock in clocks}, {clock.timescale for clock in clocks}
    said = [reason for reason in reasons_of(child) if reason.timescale in kinds] if clocks else []
    corrected: dict[str, set[UUID]] = defaultdict(set)
    for reason in said:
        if reason.anchor_id not in current:
            corrected[reason.anchor_kind].add(reason.anchor_id)
    stands = {key: now for kind, keys in corrected.items() for key, now in corrections(kind, keys).items()}
    found: dict[About, list[ClockReason]] = defaultdict(list)
    for reason in said:
        for anchor in stands.get(reason.anchor_id, {reason.anchor_id}):
            found[about(reason, anchor)].append(reason)
    return dict(found)


@asked_often
def reasons_of(child: UUID) -> QuerySet[ClockReason]:
    """What people said about clocks of a child, newest first."""
    return ClockReason.objects.current().filter(child=child).order_by("-recorded_at")


def about(speaks: ClockRow | ClockReason, anchor: UUID) -> About:
    """Which clock something is about."""
    return speaks.timescale, speaks.subject_id, speaks.part, anchor
