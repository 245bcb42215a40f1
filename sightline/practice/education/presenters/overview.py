"""The page about a child's education."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.recording.presenters import AreaShown, area_shown, link, since
from sightline.practice.education import queries
from sightline.practice.education.models import SchoolPlace
from sightline.practice.education.presenters.titles import place_title
from sightline.ui.components import EmptyState, Link
from sightline.ui.vocabulary import said

NOTHING = EmptyState("Nothing about education yet", "Record first where the child is taught.")


def overview(child: UUID, today: date, *, records: bool) -> AreaShown:
    """The page as plain data."""
    places = queries.open_places(child)
    rows = [("Taught", since(place, place_title(place))) for place in places]
    links = links_to_record(child, places) if records else []
    return area_shown("Education", child, today, links=links, rows=rows, empty=NOTHING)


def links_to_record(child: UUID, places: list[SchoolPlace]) -> list[Link]:
    """What can be recorded from here: the plan, a new place, and the end of each that goes on."""
    links = [
        link(said("Record {personal_education_plan:article}"), "education:plan", child),
        link("Record a new school or place", "education:place", child),
    ]
    left = [link(f"Record leaving: {place_title(place)}", "education:left", child, place.pk) for place in places]
    return links + left


def place_words(child: UUID, key: UUID) -> str:
    """What a place of a child that goes on is called; nothing where there is no such place."""
    place = queries.open_place(child, key)
    return place_title(place) if place else ""
