"""How measures stand in a period, and the cases behind a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from sightline.assurance.measures.counting.words import ended_months
from sightline.assurance.measures.models import MeasuredCase, WordsOfMonth
from sightline.assurance.measures.rules import SPREAD, Measure, measures
from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.workforce.queries.line_of_sight import Scope
from sightline.practice.front_door.models import DecidedContact
from sightline.practice.front_door.queries.threshold import Threshold, decided_by, threshold
from sightline.practice.front_door.rules.threshold_spread import ThresholdSpread

PERIODS = (3, 12)  # months up to today


@dataclass(frozen=True)
class Figure:
    """How one measure stands: how many were looked for, of how many; and the spread of one that is read as a range."""

    measure: Measure
    counted: int
    of: int
    spread: ThresholdSpread | None = None


@dataclass(frozen=True)
class Period:
    """Some months up to a day."""

    months: int
    until: date

    @property
    def since(self) -> date:
        """Its first day."""
        return months_after(self.until, -self.months)


def figures(scope: Scope, period: Period) -> list[Figure]:
    """Every measure about the children of a scope in a period; three questions."""
    rows = (
        cases_in(scope, period)
        .values("code")
        .annotate(
            cases=Count("pk"),
            cases_found=Count("pk", filter=Q(counted=True)),
            children=Count("child", distinct=True),
            children_found=Count("child", distinct=True, filter=Q(counted=True)),
        )
        .order_by()
    )
    by_code: dict[str, Any] = {row["code"]: row for row in rows}
    spread = threshold_figure(scope, period)
    return [
        spread if measure.code == SPREAD else figure(measure, by_code.get(measure.code, {}))
        for measure in measures().values()
    ]


def figure(measure: Measure, row: Mapping[str, int]) -> Figure:
    """One measure with its numbers; each child once where it counts people."""
    names = ("children_found", "children") if measure.people else ("cases_found", "cases")
    counted, of = (row.get(name, 0) for name in names)
    return Figure(measure, counted, of)


def threshold_in(period: Period) -> Threshold:
    """How far decision-makers of the whole authority lie apart in a period."""
    return threshold(period.since, period.until)


def threshold_figure(scope: Scope, period: Period) -> Figure:
    """The contacts that are compared, about the children of a scope, with the spread of the whole authority."""
    found = threshold_in(period)
    numbers = decisions_in(scope, period, found).aggregate(of=Count("pk"), sent=Count("pk", filter=Q(counted=True)))
    return Figure(measures()[SPREAD], numbers["sent"], numbers["of"], found.spread)


def decisions_in(scope: Scope, period: Period, found: Threshold) -> QuerySet[DecidedContact]:
    """The decisions of those who are compared, about the children of a scope as `cases_in` has it."""
    rows = decided_by((each.maker for each in found.spread.makers), period.since, period.until)
    return rows if scope.unheld else rows.filter(scope.children("child__in_sight__"))


def cases_in(scope: Scope, period: Period) -> QuerySet[MeasuredCase]:
    """What counts in a period and can be known on its last day.

    About the children whom the teams of the scope hold now; with the whole authority, about every child.
    """
    found = MeasuredCase.objects.filter(on__gte=period.since, on__lte=period.until, known_from__lte=period.until)
    return found if scope.unheld else found.filter(scope.children("child__in_sight__"))


def cases_behind(
    scope: Scope, period: Period, measure: Measure, *, counted_only: bool
) -> QuerySet[MeasuredCase] | QuerySet[DecidedContact]:
    """The cases of one measure, the newest first; those that were looked for, or all."""
    found: QuerySet[Any] = (
        decisions_in(scope, period, threshold_in(period))
        if measure.code == SPREAD
        else cases_in(scope, period).filter(code=measure.code)
    )
    found = found.filter(counted=True) if counted_only else found
    return found.select_related("child__person").order_by("-on", "child", "pk")


def words(today: date) -> dict[date, dict[str, int] | None]:
    """The words of each month that is shown, the oldest first; nothing for one that is not counted yet."""
    held = dict(WordsOfMonth.objects.values_list("month", "texts"))
    return {month: held.get(month) for month in reversed(ended_months(today))}
