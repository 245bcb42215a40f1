"""What stands first on My work and on the board: a strategy discussion that nobody has, a form about danger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.area import WaitsForUs
from sightline.foundation.calendar.words import format_moment
from sightline.foundation.facts import Acting
from sightline.practice.front_door.presenters.night_waits import asked_of_this_night, to_take_over
from sightline.practice.front_door.presenters.waiting_room import not_safe_for
from sightline.practice.front_door.queries.ringing import rings_for
from sightline.practice.front_door.rules import RING_AGAIN_AFTER
from sightline.ui.components import Tag, Ticket
from sightline.ui.vocabulary import said

TO_DO = "Ring, and record who has it."
NOBODY_ANSWERED = f"Nobody answered in {RING_AGAIN_AFTER} minutes: ring the next person now."


def waits_for_a_ring(reach: Reach, by: Acting, now: datetime) -> list[tuple[UUID | None, Ticket]]:
    """What somebody asked for and nobody has, and what comes to them because nobody answered in time."""
    rows = list(rings_for(reach, by.practitioner_id, now))
    return list(zip([row.child_id for row in rows], tickets_of(rows, by, now), strict=True))


def tickets_of(rows: Iterable[Any], by: Acting, now: datetime) -> list[Ticket]:
    """One ticket for each: to the page on which a ring is recorded, or, for who records none, to the contact."""
    page = "front_door:ring" if may(by.role, Permission.RECORD_PRACTICE) else "front_door:contact_page"
    return [ticket(row, page, now) for row in rows]


def ticket(row: Any, page: str, now: datetime) -> Ticket:
    """Whom nobody has, since when, and what to do now."""
    late = now >= row.since + timedelta(minutes=RING_AGAIN_AFTER)
    since = f"{'Rung last' if row.rung else 'Asked for'} on {format_moment(row.since)}."
    next_step = NOBODY_ANSWERED if late and row.rung else TO_DO
    return Ticket(
        title=said("{strategy_discussion:capital} asked for, and nobody has it yet"),
        href=reverse(page, args=[row.child_id, row.contact_id]),
        about=str(row.child),
        tags=[Tag("Nobody answered" if row.rung else "Nobody was rung", "red") if late else Tag("Ring now", "orange")],
        lines=[f"{since} {next_step}"],
    )


FIRST = [
    WaitsForUs(lambda: "Ring now", waits_for_a_ring, urgent=True),
    WaitsForUs(lambda: "Take in now", not_safe_for, urgent=True),
    WaitsForUs(lambda: "Asked of this night", asked_of_this_night, urgent=True),
    WaitsForUs(lambda: "To take over from the night", to_take_over, urgent=True),
]
