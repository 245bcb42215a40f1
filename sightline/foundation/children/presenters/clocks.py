"""The clocks of a child: what is due, when, how it stands and why, what it counts from and whose rule it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from sightline.foundation.area import told
from sightline.foundation.calendar.words import format_short_date
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.presenters import chip, name_of
from sightline.foundation.timescales.queries import Explained, clocks_of, clocks_running, explained
from sightline.foundation.timescales.rules import OPEN, State, Tier
from sightline.ui.components import Column, EmptyState, Link, Table, Ticket
from sightline.ui.vocabulary import said

TO_COME = (*OPEN, State.BLOCKED_MISSING_DATA, State.NOT_STARTED)
COLUMNS = [Column(heading) for heading in ("What", "Due", "How it stands", "Counts from", "Whose rule")]
NOTHING_RUNS = EmptyState("Nothing is due", "What law and guidance ask begins to count when it is recorded.")
NOTHING_OVER = EmptyState("Nothing was due before", "What is done or came to its end stands here.")


def running(child: UUID, today: date) -> list[Explained]:
    """The clocks that run, or would if a date were not missing; what the law asks first."""
    return explained(child, clocks_running(child, today))


def running_table(child: UUID, found: Sequence[Explained], today: date) -> Table:
    """What is due, for the overview."""
    rows = [clock_row(child, each, today) for each in found]
    return Table("What is due", COLUMNS, rows, empty=NOTHING_RUNS)


def clocks_page(child: UUID, today: date) -> dict[str, Any]:
    """Every clock of a child: those to come and those that are over."""
    found = explained(child, clocks_of([child], today))
    to_come = [each for each in found if state(each) in TO_COME]
    over = sorted((each for each in found if state(each) not in TO_COME), key=when_over, reverse=True)
    return {
        "running": Table("To come", COLUMNS, [clock_row(child, each, today) for each in to_come], empty=NOTHING_RUNS),
        "over": Table(
            "Done, ended or not held", COLUMNS, [clock_row(child, each, today) for each in over], empty=NOTHING_OVER
        ),
    }


def state(each: Explained) -> State:
    """The state of a clock on the day asked for."""
    return State(each.clock.state)  # type: ignore[attr-defined]


def when_over(each: Explained) -> date:
    """The day that puts a clock in its place among those that are over."""
    clock = each.clock
    return clock.stopped or clock.ended or clock.held_until or clock.due or date.min


def clock_row(child: UUID, each: Explained, today: date) -> list[Any]:
    """One clock, leading on to the fact that it counts from and to its rule."""
    clock = each.clock
    tier = Tier(clock.tier).label
    return [
        Link(name_of(clock.timescale), clock_page(clock)),
        format_short_date(clock.due) if clock.due else "No date yet",
        how_it_stands(each, today),
        counts_from(child, clock),
        Link(f"{tier}: {said(each.rule.source)}", reverse("timescales:one", args=[clock.timescale]))
        if each.rule
        else tier,
    ]


def how_it_stands(each: Explained, today: date) -> list[Any]:
    """The state of a clock, and beside it why, where there is something to say."""
    said_why = why(each, today)
    return [replace(chip(each.clock, today), due=None, note=""), *([said_why] if said_why else [])]


def why(each: Explained, today: date) -> str:
    """Why a clock stands as it does: what is missing, what ended it, what was said about it."""
    clock, found = each.clock, []
    if state(each) is State.BLOCKED_MISSING_DATA:
        found.append(f"Needs {clock.missing}")
    if state(each) is State.NOT_HELD and clock.held_until:
        found.append(f"The file that holds it speaks for the days up to {format_short_date(clock.held_until)}")
    if clock.ended_as and clock.ended_reason:
        found.append(said(clock.ended_reason))
    if clock.stopped and clock.stopped <= today:
        found.append(f"Done on {format_short_date(clock.stopped)}")
    if clock.estimated:
        found.append("Its moment is estimated")
    found += [f"{reason.get_remark_display()}: {reason.reason}" for reason in each.reasons]
    return ". ".join(found)


def counts_from(child: UUID, clock: ClockRow) -> Link | str:
    """The fact that a clock counts from: its page, or what the chronology tells of that day."""
    day = format_short_date(clock.start) if clock.start else ""
    line = told().get(clock.anchor_kind)
    words = ", ".join(each for each in (line.name if line else "", day) if each)
    if line and line.page:
        return Link(words, reverse(line.page, args=[child, clock.anchor_id]))
    narrowed = {"kinds": clock.anchor_kind} if line else on_the_day(clock.start)
    return (
        Link(words, f"{reverse('chronology:child', args=[child])}?{urlencode(narrowed)}") if words else "Not recorded"
    )


def on_the_day(day: date | None) -> dict[str, int]:
    """What narrows the chronology to one day."""
    parts = {"day": day.day, "month": day.month, "year": day.year} if day else {}
    return {f"{end}-{part}": number for end in ("earliest", "latest") for part, number in parts.items()}


def clocks_due(
    child: UUID, today: date, timescales: Collection[str] | None = None, *, counted_from: UUID | None = None
) -> list[Ticket]:
    """The clocks that run for a child, or would if a date were not missing, the law first.

    Only these timescales, and only those counted from one fact, where that is asked.
    """
    rows = clocks_of([child], today).filter(state__in=(*OPEN, State.BLOCKED_MISSING_DATA))
    shown = rows if timescales is None else rows.filter(timescale__in=timescales)
    found = shown if counted_from is None else shown.filter(anchor_id=counted_from)
    return [Ticket(name_of(row.timescale), clock_page(row), clock=chip(row, today)) for row in found]


def clock_page(row: ClockRow) -> str:
    """The page of a clock: how it is counted, why it is late, and the rule behind it."""
    return reverse("timescales:clock", args=[row.child_id, row.pk])
