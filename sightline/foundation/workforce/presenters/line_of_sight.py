"""Line of sight: numbers, each leading to its list; about a named worker only for their own manager."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from sightline.foundation.area import counted
from sightline.foundation.calendar.words import format_date
from sightline.foundation.timescales.presenters import name_of
from sightline.foundation.timescales.rules import Tier
from sightline.foundation.workforce.queries.line_of_sight import Board, Numbers, OfKind, TeamLine
from sightline.ui.components import Column, EmptyState, Link, Table

CLOCKS = {"overdue": "Overdue", "due": "Due in 10 working days", "missing": "Date missing"}
IN_ORDER = list(Tier)
NO_CHILDREN = EmptyState(
    "No team here holds a child yet",
    "Numbers appear when children are allocated. Begin by adding a child, or by choosing a team for one on the "
    "page Who works with them of their record.",
)
NOTHING_DUE = EmptyState(
    "Nothing is overdue, or due in the next 10 working days",
    "What law, guidance and your own standards ask appears here from what is recorded.",
)


@dataclass(frozen=True)
class Where:
    """What a board is about, as part of an address: a team with those inside it, or one worker."""

    kind: str  # team or worker
    key: UUID

    def address(self, route: str, **query: str) -> str:
        """A page about it."""
        place = reverse(f"workforce:{route}_of_{self.kind}", args=[self.key])
        kept = {name: value for name, value in query.items() if value}
        return f"{place}?{urlencode(kept)}" if kept else place

    def children(self, which: str = "") -> str:
        """The list of children behind a number."""
        return self.address("children", which=which)

    def clocks(self, which: str = "", kind: str = "") -> str:
        """The list of clocks behind a number."""
        return self.address("clocks", which=which, kind=kind)

    @property
    def board(self) -> str:
        """The board itself."""
        return reverse(
            "workforce:line_of_sight_of" if self.kind == "team" else "workforce:worker_in_sight", args=[self.key]
        )


@dataclass(frozen=True)
class Page:
    """A board: the numbers at the top, what is due by kind, and the teams or workers inside."""

    heading: str
    figures: list[Link]
    kinds: Table
    teams: Table | None
    workers: Table | None
    openings: Link | None
    spread: str
    as_at: str


def page(
    board: Board,
    where: Where,
    heading: str,
    today: date,
    openings: int | None,
    workers: Mapping[UUID, tuple[str, Numbers]],
    *,
    oversees: bool,
) -> Page:
    """The page of a team, a service, the authority or a worker; `workers` are those whom the reader manages."""
    review = Link(f"{openings} to review", reverse("access:openings")) if openings else None
    several = len(board.lines) > 1
    return Page(
        heading=heading,
        figures=list(figures(board.whole, where, oversees)),
        kinds=kinds_table(board.kinds, where),
        teams=teams_table(board) if several else None,
        workers=workers_table(workers) if workers else None,
        openings=review,
        as_at=as_at(board, today),
        spread=reverse("workforce:spread", args=[where.key]) if several and where.kind == "team" else "",
    )


def as_at(board: Board, today: date) -> str:
    """The day that the numbers are of, and how old the facts are where they come from files only."""
    counted_on = f"As at {format_date(today)}."
    if board.as_at is None:
        return counted_on
    number = f"{board.unheld.children['held']:,}"
    return (
        f"{counted_on} {number} children are not held by any team. What is said of them is as at"
        f" {format_date(board.as_at)}."
    )


def figures(numbers: Numbers, where: Where, oversees: bool) -> Iterable[Link]:
    """The numbers at the top, each with its name; a nought leads nowhere, nor does what only overseers may list."""
    yield figure(numbers.children["held"], "Children", where.children())
    if where.kind == "team":
        yield figure(numbers.children["waiting"], "Waiting for a worker", where.children("waiting"))
    for state, words in CLOCKS.items():
        yield figure(numbers.clocks[state], words, where.clocks(state))
    for each in counted():
        yield figure(numbers.children[each.name], each.label(), where.children(each.name))
    agreement = reverse("oversight:waiting") if where.kind == "team" and oversees else ""
    yield figure(numbers.agreement, "Waiting for agreement", agreement)


def figure(number: int, words: str, href: str) -> Link:
    """One number with what it counts."""
    return Link(f"{number:,}", href if number else "", note=words)


def kinds_table(kinds: Sequence[OfKind], where: Where) -> Table:
    """What is overdue, due or lacks a date, kind by kind: what the law asks first, then where most is overdue."""
    in_order = sorted(kinds, key=lambda kind: (IN_ORDER.index(Tier(kind.tier)), -kind.overdue, name_of(kind.timescale)))
    rows = [
        (
            name_of(kind.timescale),
            Tier(kind.tier).label,
            *(
                number(getattr(kind, state), where.clocks(state, kind.timescale), f"{words}: {name_of(kind.timescale)}")
                for state, words in CLOCKS.items()
            ),
        )
        for kind in in_order
    ]
    columns = [Column("What"), Column("Who asks it"), *(Column(words, numeric=True) for words in CLOCKS.values())]
    return Table("By kind", columns, rows, empty=NOTHING_DUE)


def teams_table(board: Board) -> Table:
    """One line for each team, service and the authority that holds children, and one for those whom no team holds."""
    columns = [Column("Team"), *(Column(words, numeric=True) for words, _ in in_columns())]
    first = board.lines[0]
    rows = [team_row(line, first.depth) for line in board.lines if line is first or line.numbers.children["held"]]
    if board.unheld.children["held"]:
        where = Where("team", board.lines[0].team.pk)
        rows.append(("Not held by any team", *cells(board.unheld, where, "no team", "none")))
    return Table("Teams", columns, rows, empty=NO_CHILDREN)


def workers_table(workers: Mapping[UUID, tuple[str, Numbers]]) -> Table:
    """One line for each worker: for their own manager and for nobody above (practice rules, measuring)."""
    columns = [Column("Worker"), *(Column(words, numeric=True) for words, which in in_columns() if which != "waiting")]
    rows = []
    for key, (name, numbers) in sorted(workers.items(), key=lambda each: each[1][0]):
        where = Where("worker", key)
        rows.append((Link(name, where.board), *cells(numbers, where, name, "", leave_out="waiting")))
    return Table("Workers you manage", columns, rows)


def in_columns() -> list[tuple[str, str]]:
    """The headings over the numbers of teams, each with the name of the number."""
    clocks = [("Overdue", "overdue"), ("Due soon", "due"), ("Date missing", "missing")]
    return [("Children", "held"), ("No worker", "waiting"), *clocks, *((each.short(), each.name) for each in counted())]


def team_row(line: TeamLine, first: int) -> tuple[Any, ...]:
    """One team and its numbers."""
    team = line.team
    where = Where("team", team.pk)
    name = ["\u2003" * (line.depth - first), Link(team.name, where.board)]
    return (name, *cells(line.numbers, where, team.name, ""))


def cells(numbers: Numbers, where: Where, name: str, only: str, leave_out: str = "") -> list[Link | str]:
    """The numbers of one line, each leading to its list."""
    found: list[Link | str] = []
    for words, which in in_columns():
        if which == leave_out:
            continue
        if which in CLOCKS:
            count, href = numbers.clocks[which], where.address("clocks", which=which, team=only)
        else:
            asked = "" if which == "held" else which
            count, href = numbers.children[which], where.address("children", which=asked, team=only)
        found.append(number(count, href, f"{words}, {name}"))
    return found


def number(count: int, href: str, about: str) -> Link | str:
    """A number that leads to its list; nought leads nowhere."""
    return Link(f"{count:,}", href, about=about) if count else "0"
