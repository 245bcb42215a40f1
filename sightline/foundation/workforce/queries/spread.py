"""How work spreads over workers and teams: numbers without names, and shares of teams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count

from sightline.foundation.area import counted
from sightline.foundation.oversight.models import InSight
from sightline.foundation.timescales.rules import State, Tier
from sightline.foundation.workforce.models import Team
from sightline.foundation.workforce.queries.line_of_sight import Scope, children_counted
from sightline.foundation.workforce.queries.teams import teams_in_order

OVERDUE = "overdue"  # the share of children with something overdue that law or guidance asks


@dataclass(frozen=True)
class HeldByTeam:
    """One team: how many children it holds, and of how many of them each thing is said."""

    team: Team
    held: int
    of_these: dict[str, int]


@dataclass(frozen=True)
class SpreadOfWork:
    """Children of each worker, days since each child was marked, and every team that holds children."""

    per_worker: list[int]
    days_since: dict[str, list[int]]
    teams: list[HeldByTeam]


def spread_of(scope: Scope, today: date, now: datetime, marks: Sequence[str]) -> SpreadOfWork:
    """The spread over everything in scope; who the workers are is not asked."""
    held = InSight.objects.filter(scope.children(), held_since__isnull=False)
    workers = held.filter(worker__isnull=False).order_by().values("worker").annotate(number=Count("pk"))
    since: dict[str, list[int]] = {name: [] for name in marks}
    for found in held.values_list("marks", flat=True):
        for name in marks:
            if name in found:
                since[name].append(max(0, (today - date.fromisoformat(found[name])).days))
    return SpreadOfWork([each["number"] for each in workers], since, teams_of(scope, today, now))


def teams_of(scope: Scope, today: date, now: datetime) -> list[HeldByTeam]:
    """The teams that hold children, as they stand inside each other."""
    late: Counter[UUID] = Counter()
    legal = scope.clocks(today, now).filter(state=State.OVERDUE).exclude(tier=Tier.PRACTICE)
    pairs = legal.order_by().values_list("child__in_sight__team", "child").distinct()
    late.update(team for team, _ in pairs if team)
    counts = {row["team"]: row for row in children_counted(scope, today) if row["team"]}
    return [
        HeldByTeam(
            team,
            counts[team.pk]["held"],
            {OVERDUE: late[team.pk]} | {each.name: counts[team.pk][each.name] for each in counted()},
        )
        for _, team in teams_in_order()
        if team.pk in counts
    ]
