"""How work stands, team by team: numbers only; no record is opened for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from sightline.foundation.access.queries import Reach
from sightline.foundation.area import counted
from sightline.foundation.oversight.models import InSight, Waiting
from sightline.foundation.timescales.models import Coverage
from sightline.foundation.timescales.queries import to_attend_to
from sightline.foundation.timescales.rules import State
from sightline.foundation.timescales.sql import ClockRowQuerySet
from sightline.foundation.workforce.models import Team
from sightline.foundation.workforce.queries.teams import teams_in_order
from sightline.foundation.workforce.rules import TeamKind

OF_CLOCKS = {  # what a board says of clocks, and which they are
    "overdue": Q(state=State.OVERDUE),
    "due": ~Q(state__in=(State.OVERDUE, State.BLOCKED_MISSING_DATA)),
    "missing": Q(state=State.BLOCKED_MISSING_DATA),
}
WHOLE_AUTHORITY = (TeamKind.AUTHORITY,)


@dataclass(frozen=True)
class Scope:
    """Whose children a board is about: those of some teams, or of one worker; perhaps those no team holds as well."""

    teams: frozenset[UUID] = frozenset()
    worker: UUID | None = None
    unheld: bool = False

    def children(self, prefix: str = "") -> Q:
        """Which rows of `oversight.InSight` they are, reached by a prefix."""
        if self.worker is not None:
            return Q(**{f"{prefix}worker": self.worker})
        held = Q(**{f"{prefix}team__in": self.teams})
        return held | Q(**{f"{prefix}held_since": None, f"{prefix}marks__isnull": False}) if self.unheld else held

    def clocks(self, today: date, now: datetime) -> ClockRowQuerySet:
        """Clocks of these children that somebody should look at."""
        return to_attend_to(today, now=now).filter(self.children("child__in_sight__"))


@dataclass(frozen=True)
class OfKind:
    """How many clocks of one kind are overdue, due soon or lack a date."""

    timescale: str
    tier: str
    overdue: int
    due: int
    missing: int


@dataclass
class Numbers:
    """How many children, by what is said of them, and how many clocks."""

    children: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    clocks: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    agreement: int = 0

    def add(self, other: Numbers) -> None:
        """Count another team's numbers with these."""
        self.agreement += other.agreement
        for ours, theirs in ((self.children, other.children), (self.clocks, other.clocks)):
            for name, number in theirs.items():
                ours[name] += number


@dataclass(frozen=True)
class TeamLine:
    """One team, service or the authority, with the numbers of everything inside it."""

    team: Team
    depth: int
    numbers: Numbers


@dataclass(frozen=True)
class Board:
    """Teams with their numbers, what is due by kind, and children whom no team holds."""

    lines: list[TeamLine]
    whole: Numbers
    unheld: Numbers
    kinds: list[OfKind]
    as_at: date | None = None  # the last day that files speak for about children whom no team holds


def own_teams(reach: Reach) -> set[UUID]:
    """The teams that somebody answers for: their own, and those inside it."""
    return {team for team in (reach.own_team, *reach.teams_below) if team}


def scope_of(teams: Iterable[UUID], top: Team | None) -> Scope:
    """These teams; with the whole authority, also the children whom no team holds."""
    return Scope(frozenset(teams), unheld=top is not None and top.kind in WHOLE_AUTHORITY)


def board(scope: Scope, today: date, now: datetime) -> Board:
    """The numbers of these teams, each service with the sum of its teams; as many questions for any load."""
    own, kinds = numbers_of(scope, today, now)
    lines = [TeamLine(team, depth, Numbers()) for depth, team in teams_in_order() if team.pk in scope.teams]
    by_key = {line.team.pk: line for line in lines}
    whole = Numbers()
    for key, numbers in own.items():
        whole.add(numbers)
        above = key
        while above in by_key:
            by_key[above].numbers.add(numbers)
            above = by_key[above].team.within_id
    unheld = own.get(None, Numbers())
    return Board(lines, whole, unheld, kinds, last_day_of_files() if unheld.children["held"] else None)


def last_day_of_files() -> date | None:
    """The last day that an imported file speaks for about a child whom no team holds."""
    of_these = Coverage.objects.current().filter(child__in_sight__held_since=None, child__in_sight__marks__isnull=False)
    day: date | None = of_these.aggregate(day=Max("held_until"))["day"]
    return day


def workers_of(scope: Scope, reports: Iterable[UUID], today: date, now: datetime) -> dict[UUID, Numbers]:
    """The numbers of those whom a manager manages; nobody else's are looked at."""
    theirs = set(reports)
    numbers, _ = numbers_of(scope, today, now, by="worker")
    return {worker: found for worker, found in numbers.items() if worker in theirs}


def numbers_of(
    scope: Scope, today: date, now: datetime, *, by: str = "team"
) -> tuple[dict[UUID | None, Numbers], list[OfKind]]:
    """The numbers of each team, or each worker, by itself, and clocks by kind."""
    numbers: dict[UUID | None, Numbers] = defaultdict(Numbers)
    for row in children_counted(scope, today, by):
        numbers[row.pop(by)].children.update(row)
    kinds: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in clocks_counted(scope, today, now, by):
        for state in OF_CLOCKS:
            numbers[row[f"child__in_sight__{by}"]].clocks[state] += row[state]
            kinds[row["timescale"], row["tier"]][state] += row[state]
    for holder in waiting_decisions(scope, by):
        numbers[holder].agreement += 1
    return numbers, [OfKind(*kind, found["overdue"], found["due"], found["missing"]) for kind, found in kinds.items()]


def children_counted(scope: Scope, today: date, by: str) -> Iterable[dict[str, Any]]:
    """How many children each team or worker holds, how many wait, and how many of each that areas count."""
    asked = {each.name: Count("pk", filter=Q(held_since__isnull=False) & each.which(today)) for each in counted()}
    waiting = Count("pk", filter=Q(worker=None, held_since__isnull=False))
    found: QuerySet[Any] = InSight.objects.filter(scope.children())
    rows: Iterable[dict[str, Any]] = found.order_by().values(by).annotate(held=Count("pk"), waiting=waiting, **asked)
    return rows


def clocks_counted(scope: Scope, today: date, now: datetime, by: str) -> Iterable[dict[str, Any]]:
    """How many clocks of each kind each team or worker has that are overdue, due soon or lack a date."""
    asked = {name: Count("pk", filter=which) for name, which in OF_CLOCKS.items()}
    kinds = (f"child__in_sight__{by}", "timescale", "tier")
    rows: Iterable[dict[str, Any]] = scope.clocks(today, now).order_by().values(*kinds).annotate(**asked)
    return rows


def waiting_decisions(scope: Scope, by: str) -> list[UUID | None]:
    """The team or worker for each decision that waits for a manager; what was recorded in one go counts once."""
    rows = Waiting.objects.filter(scope.children("child__in_sight__"), answer="")
    together = rows.order_by("recorded_together", "kind").values_list(
        "recorded_together", "kind", f"child__in_sight__{by}"
    )
    return list({(entry, kind): holder for entry, kind, holder in together}.values())
