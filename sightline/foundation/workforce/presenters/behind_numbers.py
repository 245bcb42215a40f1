"""The lists behind the numbers of a board, on pages and as files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from sightline.foundation.area import counted, marks
from sightline.foundation.calendar.words import format_short_date
from sightline.foundation.children.models import Person
from sightline.foundation.children.presenters import words as people_words
from sightline.foundation.children.presenters.clocks import clock_page
from sightline.foundation.children.rules import display_name
from sightline.foundation.oversight.models import InSight
from sightline.foundation.timescales.catalogue import timescales
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.presenters import chip, name_of
from sightline.foundation.timescales.rules import Tier
from sightline.foundation.workforce.models import Team
from sightline.foundation.workforce.presenters.line_of_sight import CLOCKS
from sightline.foundation.workforce.queries.behind_numbers import Asked, mark_names, named
from sightline.ui.components import ChosenFilter, ClockChip, Column, EmptyState, Filters, Link, Pages, Table

ON_A_PAGE = 50
FITS_NOBODY = EmptyState("Nobody is on this list", "Choose something else above, or clear the filters.")
Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class Reader:
    """Who reads a list: whether they open records and may know names, and whether they manage these workers."""

    opens: bool
    manages: bool


@dataclass(frozen=True)
class ListPage:
    """One page of a list, how it is narrowed, and whom it shows."""

    heading: str
    filters: Filters
    table: Table
    pages: Pages
    download: str
    query: str
    shown: set[UUID]


def offered(
    which: Mapping[str, str], teams: Iterable[Team], orders: Mapping[str, str], *, unheld: bool
) -> dict[str, Choices]:
    """What can be chosen, for each question of the form."""
    none = [("none", "Not held by any team")] if unheld else []
    return {
        "which": [("", "All"), *which.items()],
        "team": [("", "Every team"), *((str(team.pk), team.name) for team in teams), *none],
        "order": [*orders.items()],
    }


def which_children() -> dict[str, str]:
    """What the list of children can be narrowed to."""
    return {"waiting": "Waiting for a worker"} | {each.name: each.label() for each in counted()}


def orders_of_children() -> dict[str, str]:
    """The orders in which children can stand."""
    return {"": "Name", "held_since": "With the team since"} | dict(zip(mark_names(), mark_headings(), strict=True))


ORDERS_OF_CLOCKS = {"": "What the law asks first", "due": "Day it is due", "child": "Child"}


def kinds() -> Choices:
    """Every kind of clock, by name."""
    return [("", "All"), *sorted(((each, name_of(each)) for each in timescales()), key=lambda each: each[1])]


def mark_headings() -> list[str]:
    """The headings over the dates that boards know of children."""
    headings = {mark.name: mark.shown() for mark in marks() if mark.shown}
    return [headings.get(name, name.capitalize()) for name in mark_names()]


def children_table(rows: Iterable[InSight], asked: Asked, reader: Reader, today: date) -> Table:
    """Children with who holds them, and the dates that boards know."""
    declared = named(asked.which)
    page = declared.page if declared and reader.opens else ""
    lines = [child_row(row, page, reader, today) for row in rows]
    return Table("Children", child_columns(reader), lines, empty=FITS_NOBODY, caption_hidden=True)


def child_columns(reader: Reader) -> list[Column]:
    """The headings of a list of children."""
    worker = ["Worker"] if reader.manages else []
    return [Column(heading) for heading in ("Child", "Age", "Team", *worker, "With the team since", *mark_headings())]


def child_row(row: InSight, page: str, reader: Reader, today: date) -> list[Any]:
    """One child; the name leads to where the record says more of what is counted."""
    person = row.child.person
    worker = [row.worker.name if row.worker else "None yet"] if reader.manages else []
    return [
        child_cell(person, reader, page),
        people_words.age(person, today),
        row.team.name if row.team else "None",
        *worker,
        format_short_date(row.held_since) if row.held_since else "",
        *(day(row.marks.get(name)) for name in mark_names()),
    ]


def day(kept: str | None) -> str:
    """A date as kept in a mark."""
    return format_short_date(date.fromisoformat(kept)) if kept else "None recorded"


def child_cell(person: Person, reader: Reader, page: str = "") -> Link | str:
    """A child's name leading to their record; only the number for those who may not open records."""
    if not reader.opens:
        return f"Record {person.reference}"
    return Link(called(person), reverse(page or "children:child", args=[person.pk]))


def called(person: Person) -> str:
    """A name that tells a child from others, also where no name is held."""
    name = str(person)
    return f"{name}, record {person.reference}" if name == display_name("", "", "") else name


def clocks_table(rows: Iterable[ClockRow], reader: Reader, today: date) -> Table:
    """Clocks with their children."""
    lines = [clock_row(row, reader, today) for row in rows]
    worker = ["Worker"] if reader.manages else []
    columns = [Column(heading) for heading in ("Child", "What", "When", "Who asks it", "Team", *worker)]
    return Table("Clocks", columns, lines, empty=FITS_NOBODY, caption_hidden=True)


def clock_row(row: ClockRow, reader: Reader, today: date) -> list[Any]:
    """One clock."""
    known: InSight = row.child.in_sight
    worker = [known.worker.name if known.worker else "None yet"] if reader.manages else []
    return [
        child_cell(row.child.person, reader),
        Link(name_of(row.timescale), clock_page(row)) if reader.opens else name_of(row.timescale),
        chip(row, today),
        Tier(row.tier).label,
        known.team.name if known.team else "None",
        *worker,
    ]


def paged(found: QuerySet[Any], query: QueryDict) -> Any:
    """The part of a list that is asked for."""
    number = query.get("page", "")
    return Paginator(found, ON_A_PAGE).get_page(int(number) if number.isascii() and number.isdecimal() else 1)


def pages(part: Any, noun: str, query: QueryDict) -> Pages:
    """Where this part of a list stands."""
    counted = noun.removesuffix("s") if part.paginator.count == 1 else noun
    return Pages(part.number, part.paginator.num_pages, part.paginator.count, counted, kept(query))


def kept(query: QueryDict, without: str = "") -> str:
    """The answers that narrow a list, as part of an address."""
    return urlencode([(name, value) for name, value in query.items() if value and name not in ("page", without)])


def narrowed_to(form: Any) -> str:
    """The answers that narrow a list, as the log keeps them: codes, no names."""
    return urlencode({name: answer for name, answer in form.cleaned_data.items() if answer and name != "order"})


def filters(form: Any, query: QueryDict, clear: str) -> Filters:
    """The questions of a list and those answered."""
    chosen = [
        ChosenFilter(dict(field.choices)[answer], f"?{kept(query, name)}")
        for name, field in form.fields.items()
        if (answer := form.cleaned_data.get(name)) and name != "order"
    ]
    return Filters(form=form, chosen=chosen, clear=clear)


def title(asked: Asked) -> str:
    """What a list is of, without saying whose: titles of pages name nobody."""
    found = which_children() | CLOCKS
    kind = f", {name_of(asked.kind)}" if asked.kind else ""
    return f"{found.get(asked.which, 'All')}{kind}"


def as_file(table: Table) -> tuple[list[str], list[list[str]]]:
    """A table as headings and rows of text."""
    headings = [column.heading if isinstance(column, Column) else column for column in table.columns]
    return headings, [[plain(cell) for cell in row] for row in table.rows]


def plain(cell: object) -> str:
    """A cell as text."""
    if isinstance(cell, ClockChip):
        due = f", due {format_short_date(cell.due)}" if cell.due else ""
        note = f", {cell.note}" if cell.note else ""
        return f"{cell.words}{due}{note}"
    return cell.text if isinstance(cell, Link) else str(cell)
