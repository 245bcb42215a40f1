"""How work stands, team by team: numbers only, and the lists behind them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from sightline.foundation.access.queries import Reach
from sightline.foundation.children.models import Person
from sightline.foundation.oversight.models import Waiting
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.queries import due_within
from sightline.foundation.timescales.rules import State
from sightline.foundation.workforce.models import Involvement, Team
from sightline.foundation.workforce.queries.my_work import people_by_key
from sightline.foundation.workforce.queries.teams import teams_in_order
from sightline.foundation.workforce.rules import InvolvementKind


@dataclass
class Numbers:
    """How many children and clocks; what is overdue or due, by timescale."""

    held: int = 0
    waiting: int = 0
    agreement: int = 0
    overdue: Counter[str] = field(default_factory=Counter)
    due: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Numbers") -> None:
        """Count another team's numbers with these."""
        self.held += other.held
        self.waiting += other.waiting
        self.agreement += other.agreement
        self.overdue += other.overdue
        self.due += other.due


@dataclass(frozen=True)
class TeamLine:
    """One team, service or the authority, with the numbers of everything inside it."""

    team: Team
    depth: int
    numbers: Numbers


def scope(reach: Reach) -> set[UUID]:
    """The teams that somebody answers for: their own, and those inside it."""
    return {team for team in (reach.own_team, *reach.teams_below) if team}


def line_of_sight(teams: set[UUID], today: date, now: datetime) -> list[TeamLine]:
    """The numbers of these teams, each service with the sum of its teams; as many queries for any load."""
    numbers = numbers_of(teams, today, now)
    lines = [TeamLine(team, depth, Numbers()) for depth, team in teams_in_order() if team.pk in teams]
    by_key = {line.team.pk: line for line in lines}
    for key, own in numbers.items():
        above: UUID | None = key
        while above in by_key:
            by_key[above].numbers.add(own)
            above = by_key[above].team.within_id
    return lines


def numbers_of(teams: set[UUID], today: date, now: datetime) -> dict[UUID, Numbers]:
    """The numbers of each team by itself."""
    team_of = held_by(teams)
    numbers = {team: Numbers() for team in teams}
    allocated = set(open_involvements().filter(kind=InvolvementKind.ALLOCATED_WORKER).values_list("child", flat=True))
    for child, team in team_of.items():
        numbers[team].held += 1
        numbers[team].waiting += child not in allocated
    clocks = due_within(team_of, today, now=now).order_by()
    for child, timescale, state in clocks.values_list("child_id", "timescale", "state"):
        kept = numbers[team_of[child]].overdue if state == State.OVERDUE else numbers[team_of[child]].due
        kept[timescale] += 1
    for child in waiting_children(team_of):
        numbers[team_of[child]].agreement += 1
    return numbers


def open_involvements() -> QuerySet[Involvement]:
    """Involvements that are open."""
    return Involvement.objects.current().filter(ended=None)


def held_by(teams: Iterable[UUID]) -> dict[UUID, UUID]:
    """The children whom these teams hold, each with its team."""
    holding = open_involvements().filter(kind=InvolvementKind.HOLDING_TEAM, team__in=list(teams))
    return dict(holding.values_list("child_id", "team_id"))


def waiting_children(children: Iterable[UUID]) -> list[UUID]:
    """A child for each decision that waits for a manager; what was recorded in one go counts once."""
    rows = Waiting.objects.filter(answer="", child__in=list(children)).order_by("recorded_together", "kind")
    together = {
        (entry, kind): child for entry, kind, child in rows.values_list("recorded_together", "kind", "child_id")
    }
    return list(together.values())


def clocks_in(
    teams: Iterable[UUID], today: date, now: datetime, *, overdue: bool, timescale: str
) -> tuple[list[ClockRow], dict[UUID, Person]]:
    """The clocks behind a number, and the children they are of."""
    clocks = due_within(held_by(teams), today, now=now)
    clocks = clocks.filter(state=State.OVERDUE) if overdue else clocks.exclude(state=State.OVERDUE)
    found = list(clocks.filter(timescale=timescale) if timescale else clocks)
    return found, people_by_key({row.child_id for row in found})
