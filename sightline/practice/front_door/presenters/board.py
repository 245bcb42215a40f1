"""The board of the front door as plain data: numbers, what waits, and whom to ring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_moment, format_short_date, format_time
from sightline.foundation.children.presenters import words as people_words
from sightline.foundation.code_sets import code_set
from sightline.foundation.timescales.presenters import chip
from sightline.foundation.workforce.models import Duty
from sightline.foundation.workforce.presenters.behind_numbers import called, kept, plain
from sightline.foundation.workforce.presenters.priority import priority_tag
from sightline.foundation.workforce.presenters.words import for_days
from sightline.practice.front_door.models import OpenContact
from sightline.practice.front_door.queries.board import Asked, Beside
from sightline.practice.front_door.rules import ContactKind, SafeNow, WaitsFor
from sightline.ui.components import ChosenFilter, Column, EmptyState, Filters, Link, Table, Tag

NOTHING_WAITS = EmptyState(
    "No contact waits for a decision",
    "When somebody gets in touch about a child, choose “A new contact” in the navigation.",
)
FITS_NOTHING = EmptyState("No contact is on this list", "Choose something else above, or clear the filters.")
NOBODY_ON_DUTY = "Nobody is on duty now, as far as anybody said. Ring a manager."
WHICH = {
    "overdue": "Past their time",
    "today": "To decide today",
    "unheld": "Nobody holds them",
    "unsafe": "Child not safe now",
    "signature": "Wait for a manager",
    "answers": "Wait for an agency",
    "mine": "Held by you",
}


@dataclass(frozen=True)
class OnDuty:
    """Somebody to ring: who, for which team, until when, and the number."""

    name: str
    team: str
    until: str
    telephone: str
    out_of_hours: bool


def figures(found: Mapping[str, int], address: str) -> list[Link]:
    """The numbers at the top, each leading to its list; a nought leads nowhere."""
    shown = [("all", "Contacts to decide", "")] + [(name, words, name) for name, words in WHICH.items()]
    return [
        Link(f"{found[name]:,}", (f"{address}?{urlencode({'which': which})}" if which else address), note=words)
        if found[name]
        else Link("0", "", note=words)
        for name, words, which in shown
    ]


def on_duty(rota: Iterable[Duty], now: datetime) -> list[OnDuty]:
    """Who answers now, with the number to ring: their own where one is held, else the team's."""
    return [
        OnDuty(
            each.practitioner.name,
            each.team.name,
            until(each.until, now),
            each.practitioner.telephone or each.team.telephone,
            each.out_of_hours,
        )
        for each in rota
        if each.began_at is None or each.began_at <= now
    ]


def next_on_duty(rota: Iterable[Duty], now: datetime) -> str:
    """Who comes next; nothing where nobody is arranged."""
    coming = next((each for each in rota if each.began_at is not None and each.began_at > now), None)
    if coming is None or coming.began_at is None:
        return ""
    return f"{coming.practitioner.name}, {coming.team.name}, from {format_moment(coming.began_at)}"


def until(moment: datetime, now: datetime) -> str:
    """The end of a shift: the time of today, or the day as well."""
    return format_time(moment) if (moment - now).total_seconds() < 24 * 3600 else format_moment(moment)


def board_table(
    contacts: Iterable[Sequence[OpenContact]], beside: Beside, moment: tuple[date, datetime], page: Page
) -> Table:
    """The contacts of a page: what came, how soon, how long is left, what it waits for, and who has it."""
    headings = ["Children", "What came", "How soon", "Here", "Time left", "Waits for", "Who holds it"]
    columns = [Column(heading) for heading in headings]
    columns += [Column("Actions", hidden_heading=True)] if page.gives or page.hands_over else []
    lines = [line(rows, beside, moment, page) for rows in contacts]
    return Table("Contacts", columns, lines, empty=page.empty, caption_hidden=True)


@dataclass(frozen=True)
class Page:
    """Who reads the board, and what is said where it is empty."""

    me: Any
    gives: bool
    hands_over: bool
    empty: EmptyState


def line(rows: Sequence[OpenContact], beside: Beside, moment: tuple[date, datetime], page: Page) -> list[Any]:
    """One contact, about one child or several: where they differ, what is sooner, and what each waits for."""
    today, now = moment
    clocks = [clock for row in rows if (clock := beside.clocks.get(row.pk))]
    found: list[Any] = [
        [name(row, today) for row in rows],
        what_came(rows[0]),
        list({tag.text: tag for row in rows for tag in how_soon(row)}.values()),
        here(rows[0], today, now),
        chip(min(clocks, key=lambda clock: (clock.due is None, clock.due)), today) if clocks else "",
        waits_for(rows, beside, now),
        once(who_holds(row, beside) for row in rows),
    ]
    return [*found, action(rows, beside, page)] if page.gives or page.hands_over else found


def name(row: OpenContact, today: date) -> Link:
    """One child of a contact, with their age."""
    person = row.child.person
    address = reverse("front_door:overview", args=[row.child_id])
    return Link(called(person), address, note=people_words.age(person, today))


def once(said: Iterable[str]) -> str:
    """What is said of each child, once where it is the same of all."""
    return ". ".join(dict.fromkeys(said))


def what_came(row: OpenContact) -> str:
    """Of what kind a contact is, and from whom it came, without its words."""
    source = code_set("cin-referral-source").label(row.contact_source) if row.contact_source else ""
    kind = ContactKind(row.kind).label if row.kind else "Contact"
    return f"{kind}, from {source[:1].lower()}{source[1:]}" if source else kind


def how_soon(row: Any) -> list[Tag]:
    """That the child is not safe now, and how soon somebody said it must be looked at."""
    unsafe = [Tag("Not safe now", "red")] if row.safe_now == SafeNow.NO else []
    tag = priority_tag(row.priority or "")
    return [*unsafe, *([tag] if tag else [])]


def here(row: OpenContact, today: date, now: datetime) -> str:
    """Since when a contact is here, and for how long."""
    if row.received_at is None:
        return f"{format_short_date(row.received_on)}, {for_days(row.received_on, today)}"
    hours = int((now - row.received_at).total_seconds() // 3600)
    words = "under an hour" if hours < 1 else "1 hour" if hours == 1 else f"{hours} hours"
    long = for_days(row.received_on, today) if hours >= 48 else f"for {words}"
    return f"{format_short_date(row.received_on)}, {format_time(row.received_at)}, {long}"


def waits_for(rows: Sequence[OpenContact], beside: Beside, now: datetime) -> str:
    """What has to come next, for any of the children."""
    said = once(words_of_waiting(row, code, now) for row in rows for code in row.waits_for if code in WaitsFor)
    held = any(row.child_id in beside.holders for row in rows)
    return said or ("A decision" if held else "Somebody to hold it")


def words_of_waiting(row: OpenContact, code: str, now: datetime) -> str:
    """One thing that a contact waits for, and until when; a moment that is past says so."""
    if code == WaitsFor.ANSWER and row.answer_due_at:
        late = row.answer_due_at < now
        return f"An agency’s answer, {'which was due' if late else 'due'} {format_moment(row.answer_due_at)}"
    if code == WaitsFor.HOLD and row.held_until:
        over = row.held_until < london_today(now)
        return f"{'It was kept' if over else 'Kept'} open until {format_short_date(row.held_until)}: look at it again"
    return str(WaitsFor(code).label)


def who_holds(row: OpenContact, beside: Beside) -> str:
    """Who holds the contact, and the team and the worker whose work the child is already."""
    holder, known = beside.holders.get(row.child_id), getattr(row.child, "in_sight", None)
    named = [holder.practitioner.name] if holder and holder.practitioner else ["Nobody"]
    if known is not None and known.team is not None:
        worker = f"{known.worker.name}, " if known.worker else ""
        named.append(f"Open to {worker}{known.team.name}")
    return ". ".join(named)


def action(rows: Sequence[OpenContact], beside: Beside, page: Page) -> Link | str:
    """The way to give a contact to somebody, for those who may; or to hand over what one holds."""
    held = [row for row in rows if (each := beside.holders.get(row.child_id)) and each.practitioner_id == page.me]
    row = (held or rows)[0]
    holder = beside.holders.get(row.child_id)
    about = f"the contact about {named(rows)}"
    if page.gives:
        words = "Hand over" if holder else "Allocate"
        return Link(words, reverse("front_door:give", args=[row.child_id, row.pk]), about=about)
    if page.hands_over and holder and holder.practitioner_id == page.me:
        return Link("Hand over", reverse("front_door:hand_over", args=[row.child_id, row.pk]), about=about)
    return ""


def filters(form: Any, query: Any, clear: str) -> Filters:
    """The questions that narrow the board, and those answered."""
    chosen = [
        ChosenFilter(dict(field.choices)[answer], f"?{kept(query, name)}")
        for name, field in form.fields.items()
        if (answer := form.cleaned_data.get(name)) and name != "order"
    ]
    return Filters(form=form, chosen=chosen, clear=clear)


def empty(asked: Asked) -> EmptyState:
    """What is said where there is no contact."""
    return FITS_NOTHING if asked.which or asked.kind else NOTHING_WAITS


def named(rows: Sequence[OpenContact]) -> str:
    """The children of one contact, in a line."""
    return ", ".join(str(row.child.person) for row in rows)


def as_file(table: Table) -> tuple[list[str], list[list[str]]]:
    """The board as headings and rows of text, without what is only there to press."""
    headings = [column.heading for column in table.columns if isinstance(column, Column) and not column.hidden_heading]
    return headings, [[as_words(cell) for cell in row[: len(headings)]] for row in table.rows]


def as_words(cell: object) -> str:
    """A cell as text; several things in a row."""
    if isinstance(cell, list):
        return ", ".join(plain(each) for each in cell)
    return plain(cell)
