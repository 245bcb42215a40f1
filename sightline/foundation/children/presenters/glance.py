"""What stands at the top of a child's overview: how things stand today, what is due, and what areas show at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from sightline.foundation.area import Glimpse, due_too, glimpses, marks
from sightline.foundation.calendar.words import format_date, on_the_day
from sightline.foundation.children.presenters.clocks import running, running_table
from sightline.foundation.children.queries.holding import known_to_boards
from sightline.foundation.chronology.queries import lasted
from sightline.foundation.oversight.in_sight import lasts
from sightline.foundation.timescales.held import FilesOfOneKind, Held
from sightline.ui.components import Link, Table, Ticket

NOTHING_LASTS = "Nothing that lasts is recorded today: no help, no plan and no period of care."


@dataclass(frozen=True)
class Shown:
    """What one area shows at once, and the way to everything."""

    key: str
    heading: str
    tickets: Sequence[Ticket]
    everything: Link


@dataclass(frozen=True)
class FromFiles:
    """What files held of a child: until when, each file with its time and what it could tell, and what none could."""

    as_at: str
    covered: Sequence[tuple[str, str]]
    not_held: str


@dataclass(frozen=True)
class Glance:
    """The top of the overview."""

    standing: Sequence[str]
    dates: Sequence[tuple[str, str]]
    files: FromFiles | None
    due: Table
    areas: Sequence[Shown]


def glance(child: UUID, today: date) -> Glance:
    """How things stand with a child today, from the facts: never typed in."""
    known, held = known_to_boards(child)
    return Glance(
        standing=standing(child, today) or [NOTHING_LASTS],
        dates=dates(known),
        files=files(held),
        due=running_table(child, running(child, today), today),
        areas=[area_shown(number, each, child, today) for number, each in enumerate(glimpses())],
    )


def standing(child: UUID, today: date) -> list[str]:
    """What lasts for a child today, or did on the last day for which a file speaks, and since when."""
    return [
        f"{each.kind.now(each.words)}{on_the_day(each.not_held_after(today))}, since {format_date(each.began)}"
        for each in lasted(child)
        if each.kind.now and each.ended is None
    ]


def dates(known: dict[str, str] | None) -> list[tuple[str, str]]:
    """The dates that boards know of a child, or that there is none; nothing for a child whom boards do not know."""
    if known is None:
        return []
    shown = {mark.name: mark.shown() for mark in marks() if mark.shown and (mark.name in known or not lasts(mark))}
    return [
        (heading, format_date(date.fromisoformat(known[name])) if name in known else "None recorded")
        for name, heading in shown.items()
    ]


def files(held: Held) -> FromFiles | None:
    """What files held of a child and what none of them could; nothing where no file was imported."""
    if not held.files:
        return None
    return FromFiles(
        as_at=f"What files brought is as at {format_date(max(each.held_until for each in held.files))}: "
        "what began or ended later is not held unless it was recorded.",
        covered=[(covers(each), in_a_line(each.kinds)) for each in held.files],
        not_held=in_a_line(held.not_held),
    )


def covers(each: FilesOfOneKind) -> str:
    """The time for which files of one kind speak."""
    until = format_date(each.held_until)
    span = f"covers {format_date(each.held_from)} to {until}" if each.held_from else f"speaks until {until}"
    return f"The {each.name} {span}"


def in_a_line(names: Sequence[str]) -> str:
    """Names of kinds of fact one after another, only the first with a capital."""
    return ", ".join([*names[:1], *(name[:1].lower() + name[1:] for name in names[1:])])


def due_too_shown(child: UUID, today: date) -> list[Shown]:
    """What waits about a child without a clock; areas of which nothing waits are left out."""
    found = [area_shown(number, each, child, today) for number, each in enumerate(due_too())]
    return [each for each in found if each.tickets]


def area_shown(number: int, each: Glimpse, child: UUID, today: date) -> Shown:
    """What an area shows at once."""
    everything = Link(each.opens(), reverse(each.page, args=[child]))
    return Shown(f"glimpse-{number}", each.heading(), each.shown(child, today), everything)
