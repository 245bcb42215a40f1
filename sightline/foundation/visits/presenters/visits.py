"""What the list of visits to a child shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date
from sightline.foundation.visits.models import Seen
from sightline.foundation.visits.presenters.titles import kind_in_words, visit_detail, visit_title
from sightline.foundation.visits.presenters.visit import day
from sightline.foundation.visits.queries import VisitsSoFar
from sightline.foundation.visits.rules import FAILED_IN_A_ROW
from sightline.ui.components import EmptyState, Link, TimelineEntry

NO_VISITS = EmptyState("No visits yet", "Visits stand here, newest first, with whether the child was seen, and alone.")


@dataclass(frozen=True)
class VisitsShown:
    """The visits to a child as plain data."""

    rows: Sequence[dict[str, Any]]
    entries: Sequence[TimelineEntry]
    links: Sequence[Link]
    warning: str


def visits_page(child: UUID, so_far: VisitsSoFar, today: date, *, records: bool) -> VisitsShown:
    """When the child was last seen and alone, when the next visit is, and every visit."""
    links = [
        Link("Record a visit", reverse("visits:record", args=[child])),
        Link("Record an attempted visit", reverse("visits:attempted", args=[child])),
    ]
    return VisitsShown(
        rows=summary(so_far, today) if so_far.visits else [],
        entries=[entry(seen) for seen in so_far.visits],
        links=links if records else (),
        warning=warning(so_far.failed_in_a_row),
    )


def summary(so_far: VisitsSoFar, today: date) -> list[dict[str, Any]]:
    """The days that matter."""
    days = [
        ("Last seen", so_far.last(seen=True)),
        ("Last seen alone", so_far.last(alone=True)),
        ("Where they sleep last seen", so_far.last(sleeping_place_seen=True)),
    ]
    said = [(label, format_date(on) if on else "Not recorded") for label, on in days]
    next_on = so_far.next_after(today)
    said.append(("Next visit", format_date(next_on) if next_on else "No date recorded"))
    return [{"key": {"text": label}, "value": {"text": text}} for label, text in said]


def warning(failed: int) -> str:
    """What failed visits in a row call for."""
    if failed < FAILED_IN_A_ROW:
        return ""
    return f"The last {failed} visits failed. Ask your manager to decide what happens next."


def entry(seen: Seen) -> TimelineEntry:
    """A visit as a line."""
    counts = ", ".join(kind_in_words(kind) for kind in seen.counts_as)
    notes = [f"Counts as: {counts}"] if counts else []
    if seen.correction_reason:
        notes.append(f"This is a correction. Why: {seen.correction_reason}")
    return TimelineEntry(
        title=visit_title(seen),
        when=day(seen),
        timestamp=seen.happened.isoformat(),
        by=str(seen.recorded_by or ""),
        text=visit_detail(seen),
        major=seen.seen,
        href=reverse("visits:visit", args=[seen.child_id, seen.pk]),
        note=". ".join(notes),
    )
