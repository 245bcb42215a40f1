"""The page of assessments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.recording.presenters import AreaShown, area_shown, link, since
from sightline.practice.assessment import queries
from sightline.practice.assessment.rules import Kind
from sightline.ui.components import EmptyState, Link

NOTHING = EmptyState("No assessment yet", "When one begins, record the day on which it began here first.")


def overview(child: UUID, today: date, role: str) -> AreaShown:
    """The assessment under way, what is due, and every assessment of the child."""
    stands = queries.assessment_under_way(child)
    kind = str(Kind(stands.kind).label) if stands and stands.kind in Kind.values else ""
    rows = [("Under way", since(stands, kind))]
    links = links_to_record(child, role, under_way=stands is not None)
    return area_shown("Assessment", child, today, links=links, rows=rows, empty=NOTHING)


def links_to_record(child: UUID, role: str, *, under_way: bool) -> Iterator[Link]:
    """What this role can record from here."""
    if under_way and may(role, Permission.OVERSEE):
        yield link("Authorise the assessment", "assessment:authorise", child)
    if not under_way and may(role, Permission.RECORD_PRACTICE):
        yield link("Begin an assessment", "assessment:begin", child)
