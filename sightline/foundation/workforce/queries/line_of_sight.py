"""How work stands, team by team: numbers only; no record is opened for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, Max, Q, QuerySet, UUIDField, Value, When

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
COUNTED_AS = {State.OVERDUE: "overdue", State.BLOCKED_MISSING_DATA: "missing"}  # every other state is due
WHOLE_AUTHORITY = (TeamKind.AUTHORITY,)


@dataclass(frozen=True)
class Scope:
    """Whose children a board is about: those of some teams, or of one worker; perhaps those no team holds as well."""

    teams: frozenset[UUID] = frozenset()
    worker: UUID | None = None
    unheld: bool = False
    called: str = ""  # the name of the team at the top

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
    workers: Mapping[UUID, Numbers] = field(default_factory=dict)  # whom the reader manages


def own_teams(reach: Reach) -> set[UUID]:
    """The teams that somebody answers for: their own, and those inside it."""
    return {team for team in (reach.own_team, *reach.teams_below) if team}


def scope_of(teams: Iterable[UUID], top: Team | None) -> Scope:
    """These teams; with the whole authority, also the children whom no team holds."""
    whole = top is not None and top.kind in WHOLE_AUTHORITY
    return Scope(frozenset(teams), unheld=whole, called=str(top or ""))


def board(scope: Scope, today: date, now: datetime, reports: Iterable[UUID] = ()) -> Board:
    """The numbers of these teams, each service with the sum of its teams, and of those whom the reader manages.

    As many questions for any load; nobody else's numbers are looked at one by one.
    """
    found = counts_of(scope, today, now, reports)
    lines = [TeamLine(team, depth, Numbers()) for depth, team in teams_in_order() if team.pk in scope.teams]
    by_key = {line.team.pk: line for line in lines}
    whole = Numbers()
    for key, numbers in found.teams.items():
        whole.add(numbers)
        above = key
        while above in by_key:
            by_key[above].numbers.add(numbers)
            above = by_key[above].team.within_id
    unheld = found.teams.get(None, Numbers())
    as_at = last_day_of_files() if unheld.children["held"] else None
    return Board(lines, whole, unheld, found.of_kinds(), as_at, found.workers)


def last_day_of_files() -> date | None:
    """The last day that an imported file speaks for about a child whom no team holds."""
    of_these = Coverage.objects.current().filter(child__in_sight__held_since=None, child__in_sight__marks__isnull=False)
    day: date | None = of_these.aggregate(day=Max("held_until"))["day"]
    return day


@dataclass
class Counts:
    """What was counted: for each team by itself, for each worker whom the reader manages, and of each kind of clock."""

    teams: dict[UUID | None, Numbers] = field(default_factory=lambda: defaultdict(Numbers))
    workers: dict[UUID, Numbers] = field(default_factory=lambda: defaultdict(Numbers))
    kinds: dict[tuple[str, str], dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))

    def holders(self, team: UUID | None, report: UUID | None) -> list[Numbers]:
        """The numbers in which something of a team counts, and of the worker where the reader manages them."""
        return [self.teams[team], *([self.workers[report]] if report else [])]

    def of_kinds(self) -> list[OfKind]:
        """How many clocks there are of each kind."""
        return [OfKind(*kind, found["overdue"], found["due"], found["missing"]) for kind, found in self.kinds.items()]


def counts_of(scope: Scope, today: date, now: datetime, reports: Iterable[UUID]) -> Counts:
    """The numbers of each team by itself and of those whom the reader manages, in one go."""
    theirs, counts = list(reports), Counts()
    for row in children_counted(scope, today, theirs):
        for numbers in counts.holders(row.pop("team"), row.pop("report")):
            numbers.add(Numbers(children=row))
    for row in clocks_counted(scope, today, now, theirs):
        counted_as = COUNTED_AS.get(row["state"], "due")
        counts.kinds[row["timescale"], row["tier"]][counted_as] += row["number"]
        for numbers in counts.holders(row["child__in_sight__team"], row["report"]):
            numbers.clocks[counted_as] += row["number"]
    for team, report in waiting_decisions(scope, theirs):
        for numbers in counts.holders(team, report):
            numbers.agreement += 1
    return counts


def report_among(reports: list[UUID], prefix: str = "") -> Case:
    """The worker of a child if the reader manages them; nobody otherwise."""
    theirs = When(**{f"{prefix}worker__in": reports}, then=F(f"{prefix}worker"))
    return Case(theirs, default=Value(None), output_field=UUIDField())


def children_counted(scope: Scope, today: date, reports: Iterable[UUID] = ()) -> Iterable[dict[str, Any]]:
    """How many children each team or worker holds, how many wait, and how many of each that areas count."""
    asked = {each.name: Count("pk", filter=Q(held_since__isnull=False) & each.which(today)) for each in counted()}
    waiting = Count("pk", filter=Q(worker=None, held_since__isnull=False))
    found: QuerySet[Any] = InSight.objects.filter(scope.children()).annotate(report=report_among(list(reports)))
    rows: Iterable[dict[str, Any]] = (
        found.order_by().values("team", "report").annotate(held=Count("pk"), waiting=waiting, **asked)
    )
    return rows


def clocks_counted(scope: Scope, today: date, now: datetime, reports: list[UUID]) -> Iterable[dict[str, Any]]:
    """How many clocks of each kind and state each team or worker has that somebody should look at."""
    found = scope.clocks(today, now).order_by().annotate(report=report_among(reports, "child__in_sight__"))
    kinds = found.values("child__in_sight__team", "report", "timescale", "tier", "state")
    rows: Iterable[dict[str, Any]] = kinds.annotate(number=Count("pk"))
    return rows


def waiting_decisions(scope: Scope, reports: list[UUID]) -> list[tuple[UUID | None, UUID | None]]:
    """The team and the report for each decision that waits for a manager; what was recorded in one go counts once."""
    rows = Waiting.objects.filter(scope.children("child__in_sight__"), answer="")
    together = rows.order_by("recorded_together", "kind").values_list(
        "recorded_together", "kind", "child__in_sight__team", "child__in_sight__worker"
    )
    theirs = set(reports)
    found = {(entry, kind): (team, worker if worker in theirs else None) for entry, kind, team, worker in together}
    return list(found.values())
