"""Line of sight: numbers of teams, each leading to its list; nothing about a named worker."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from sightline.foundation.children.models import Person
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.presenters import chip, name_of
from sightline.foundation.workforce.presenters.my_work import link_to
from sightline.foundation.workforce.queries.line_of_sight import Numbers, TeamLine
from sightline.foundation.workforce.rules import TeamKind
from sightline.ui.components import Column, EmptyState, Link, Table

NUMBERS = ("Children", "Waiting for a worker", "Overdue", "Due in 10 working days", "Waiting for agreement")


@dataclass(frozen=True)
class Page:
    """Every team in sight, and what is due by kind."""

    heading: str
    teams: Table
    kinds: Table
    openings: Link | None


def page(lines: list[TeamLine], heading: str, openings: int | None) -> Page:
    """The page as plain data."""
    whole = Numbers()
    for line in lines:
        if line.depth == min(each.depth for each in lines):
            whole.add(line.numbers)
    top = lines[0].team.pk if lines else None
    review = Link(f"{openings} to review", reverse("access:openings")) if openings else None
    return Page(heading, teams_table(lines), kinds_table(whole, top), review)


def teams_table(lines: list[TeamLine]) -> Table:
    """One line for each team, service and the authority."""
    columns = [Column("Team"), *(Column(heading, numeric=True) for heading in NUMBERS)]
    rows = [team_row(line, lines[0].depth) for line in lines]
    return Table("Teams", columns, rows, empty=EmptyState("No team is in your line of sight."))


def team_row(line: TeamLine, first: int) -> tuple[object, ...]:
    """One team and its numbers."""
    team, numbers = line.team, line.numbers
    is_team = team.kind == TeamKind.TEAM
    children = reverse("workforce:team", args=[team.pk]) if is_team else sight(team.pk)
    name = ["\u2003" * (line.depth - first), Link(team.name, sight(team.pk))]
    return (
        name,
        number(numbers.held, children, "children held by", team.name),
        number(numbers.waiting, children, "waiting for a worker in", team.name),
        number(numbers.overdue.total(), clocks(team.pk, "overdue"), "overdue in", team.name),
        number(numbers.due.total(), clocks(team.pk, "due"), "due in", team.name),
        number(numbers.agreement, reverse("oversight:waiting"), "waiting for agreement in", team.name),
    )


def kinds_table(numbers: Numbers, top: UUID | None) -> Table:
    """What is overdue and due, kind by kind, the kind with most overdue first."""
    kinds = numbers.overdue.keys() | numbers.due.keys()
    in_order = sorted(kinds, key=lambda kind: (-numbers.overdue[kind], name_of(kind)))
    rows = [
        (
            name_of(kind),
            number(numbers.overdue[kind], clocks(top, "overdue", kind), "overdue:", name_of(kind)),
            number(numbers.due[kind], clocks(top, "due", kind), "due:", name_of(kind)),
        )
        for kind in in_order
        if top
    ]
    columns = [Column("What"), Column("Overdue", numeric=True), Column("Due in 10 working days", numeric=True)]
    return Table("By kind", columns, rows, empty="Nothing is overdue, or due in the next 10 working days.")


def number(count: int, href: str, about: str, name: str) -> Link | str:
    """A number that leads to its list; nought leads nowhere."""
    return Link(f"{count:,}", href, about=f"{about} {name}") if count else "0"


def sight(team: UUID) -> str:
    """The line of sight of one team."""
    return reverse("workforce:line_of_sight_of", args=[team])


def clocks(team: UUID | None, state: str, kind: str = "") -> str:
    """The list of clocks behind a number."""
    query = urlencode({"state": state} | ({"kind": kind} if kind else {}))
    return f"{reverse('workforce:clocks_in_sight', args=[team])}?{query}"


def clocks_table(rows: list[ClockRow], people: dict[UUID, Person], today: date) -> Table:
    """The clocks behind a number, with the children."""
    lines = [
        (link_to(people[row.child_id]), name_of(row.timescale), chip(row, today))
        for row in rows
        if row.child_id in people
    ]
    columns = [Column("Child"), Column("What"), Column("When")]
    return Table("Clocks", columns, lines, empty="Nothing.", caption_hidden=True)
