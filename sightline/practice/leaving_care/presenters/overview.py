"""The page about support after care."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets.fields import label_of
from sightline.foundation.recording.presenters import AreaShown, area_shown, link, since
from sightline.practice.leaving_care import queries
from sightline.practice.leaving_care.models import CareLeaverStatus
from sightline.ui.components import EmptyState, Link
from sightline.ui.vocabulary import said

NOTHING = EmptyState(
    "Nothing about leaving care yet",
    "From 16 on, record first what the young person is entitled to. What is due follows from the time in care.",
)
HOW_THEY_ARE = (
    ("In touch", "in_touch"),
    ("Lives", "accommodation"),
    ("It suits them", "suitability"),
    ("Does", "activity"),
)


def overview(child: UUID, today: date, *, records: bool) -> AreaShown:
    """The page as plain data."""
    entitled, status = queries.open_eligibility(child), queries.newest_status(child)
    rows = [("Entitlement", since(entitled, entitled.category))] if entitled else []
    rows += how_they_are(status) if status else []
    links = links_to_record(child) if records else []
    return area_shown("Leaving care", child, today, links=links, rows=rows, empty=NOTHING)


def how_they_are(status: CareLeaverStatus) -> list[tuple[str, str]]:
    """What was last known, and on which day."""
    known = [(words, label_of(status, field)) for words, field in HOW_THEY_ARE if getattr(status, field)]
    return [*known, ("As known on", format_date(status.happened))]


def links_to_record(child: UUID) -> list[Link]:
    """What can be recorded from here."""
    offered = [
        ("Record that we reached out", "leaving_care:contact"),
        ("Record how they are doing", "leaving_care:status"),
        (said("Record a step of the {pathway_plan}"), "leaving_care:pathway_plan"),
        ("Record what they are entitled to", "leaving_care:eligibility"),
    ]
    return [link(text, route, child) for text, route in offered]
