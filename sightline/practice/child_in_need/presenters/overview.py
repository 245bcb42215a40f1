"""The page of a child in need."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sightline.foundation.recording.presenters import AreaShown, area_shown, link, since
from sightline.practice.child_in_need import queries
from sightline.ui.components import EmptyState, Link
from sightline.ui.vocabulary import said


def overview(child: UUID, today: date, *, records: bool) -> AreaShown:
    """The plan that lasts, what is due, and everything recorded of it."""
    stands = queries.open_plan(child)
    rows = [(said("{child_in_need_plan:capital}"), since(stands))]
    links = links_to_record(child, has_plan=stands is not None) if records else ()
    empty = EmptyState(
        said("No {child_in_need_plan} yet"), "When one is agreed with the family, record the day on which it was."
    )
    return area_shown("Child in need", child, today, links=links, rows=rows, empty=empty)


def links_to_record(child: UUID, *, has_plan: bool) -> Iterator[Link]:
    """What can be recorded from here."""
    if not has_plan:
        yield link(said("Record {child_in_need_plan:article}"), "child_in_need:begin", child)
        return
    yield link("Record a review of the plan", "child_in_need:review", child)
    yield link("Record that the plan ended without a review", "child_in_need:end", child)
