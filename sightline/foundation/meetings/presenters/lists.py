"""What the list of meetings about a child shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date
from sightline.foundation.meetings.models import Held, Meeting
from sightline.foundation.meetings.presenters.meeting import day
from sightline.foundation.meetings.presenters.titles import kind_in_words, meeting_detail, meeting_title
from sightline.foundation.meetings.queries import arranged_about
from sightline.ui.components import EmptyState, Link, Tag, Ticket, TimelineEntry

NO_MEETINGS = EmptyState(
    "No meetings yet", "Meetings stand here, the newest first, with who came and what was decided for this child."
)


@dataclass(frozen=True)
class MeetingsShown:
    """The meetings about a child as plain data."""

    arranged: Sequence[Ticket]
    entries: Sequence[TimelineEntry]
    links: Sequence[Link]


def meetings_page(
    child: UUID, held: Sequence[Held], arranged: Sequence[Meeting], today: date, *, records: bool
) -> MeetingsShown:
    """What is arranged, and what was decided."""
    links = [
        Link("Arrange a meeting", reverse("meetings:arrange", args=[child])),
        Link("Record a meeting", reverse("meetings:record", args=[child])),
    ]
    return MeetingsShown(
        arranged=[ticket(child, each, today) for each in arranged],
        entries=[entry(each) for each in held],
        links=links if records else (),
    )


def ticket(child: UUID, meeting: Meeting, today: date) -> Ticket:
    """A meeting that is arranged; one whose day has passed asks what became of it."""
    past = [Tag("Say what became of it", "yellow")] if meeting.happened < today else []
    chair = [f"Chaired by {meeting.chaired_by}."] if meeting.chaired_by else []
    return Ticket(
        title=kind_in_words(meeting.kind),
        href=reverse("meetings:arranged", args=[child, meeting.occasion.pk]),
        about=day(meeting),
        tags=past,
        lines=chair,
    )


def entry(held: Held) -> TimelineEntry:
    """A meeting as a line."""
    notes = [f"Next one: {format_date(held.next_on)}"] if held.next_on else []
    if held.correction_reason:
        notes.append(f"This is a correction. Why: {held.correction_reason}")
    return TimelineEntry(
        title=meeting_title(held),
        when=day(held),
        timestamp=held.happened.isoformat(),
        by=str(held.recorded_by or ""),
        text=meeting_detail(held),
        major=held.took_place,
        href=reverse("meetings:meeting", args=[held.child_id, held.pk]),
        note=". ".join(notes),
    )


def arranged_for(child: UUID, today: date) -> list[Ticket]:
    """The meetings arranged about a child, for the overview."""
    return [ticket(child, each, today) for each in arranged_about(child)]
