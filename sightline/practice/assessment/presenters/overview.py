"""The page of assessments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.presenters.lives import before_birth_links
from sightline.foundation.recording.presenters import AreaShown, area_shown, link, since
from sightline.practice.assessment import queries
from sightline.practice.assessment.models import AssessmentWork
from sightline.practice.assessment.rules import Kind
from sightline.ui.components import EmptyState, Link

NOTHING = EmptyState("No assessment yet", "When one begins, record the day on which it began here first.")


def overview(opened: OpenedChild, today: date, role: str) -> AreaShown:
    """The assessment under way, what is due, and every assessment of the child."""
    child = opened.pk
    stands = queries.assessment_under_way(child)
    kind = str(Kind(stands.kind).label) if stands and stands.kind in Kind.values else ""
    rows = [("Under way", since(stands, kind))]
    work = queries.work_under_way(child)
    links = [*links_to_record(child, role, work), *before_birth_links(child, opened.person, role)]
    return area_shown("Assessment", child, today, links=links, rows=rows, empty=NOTHING)


def links_to_record(child: UUID, role: str, work: AssessmentWork | None) -> Iterator[Link]:
    """What this role can record from here, and the assessments that were written."""
    if work is None and may(role, Permission.RECORD_PRACTICE):
        yield link("Decide whether to assess", "assessment:whether", child)
        yield link("Write an assessment", "assessment:begin", child)
    for each in queries.works_about(child):
        words = "The assessment that is being written" if each == work else "The assessment"
        yield link(f"{words}, begun on {format_date(each.happened)}", "assessment:work", child, each.pk)
