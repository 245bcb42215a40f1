"""The page about a child in care."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.calendar.words import format_date, on_the_day
from sightline.foundation.chronology.queries import Lasted, lasted
from sightline.foundation.recording.presenters import AreaShown, area_shown, link
from sightline.practice.care.models import Home, LegalStatus, PeriodOfCare
from sightline.ui.components import EmptyState, Link
from sightline.ui.vocabulary import said

STANDS = (("In care", PeriodOfCare), ("Legal status", LegalStatus), ("Lives", Home))
NOT_IN_CARE = EmptyState("Not in care", "Nothing is recorded. When the child comes into care, record it here first.")


def overview(child: UUID, today: date, *, records: bool, visits: bool) -> AreaShown:
    """Where a child in care lives and by what right, what is due, and everything recorded of care."""
    stands = {each.kind.model: each for each in lasted(child) if each.ended is None}
    in_care = PeriodOfCare in stands
    rows = [(words, in_words(stands.get(model), today)) for words, model in STANDS] if in_care else []
    links = links_to_record(child, in_care=in_care) if records else []
    if in_care:
        links += elsewhere(child, visits=visits)
    return area_shown("Care", child, today, links=links, rows=rows, empty=NOT_IN_CARE)


def in_words(stands: Lasted | None, today: date) -> str:
    """What stands, or did on the last day for which a file speaks, and from which day."""
    if stands is None:
        return "Not recorded"
    return f"{stands.words}{on_the_day(stands.not_held_after(today))}, since {format_date(stands.began)}"


def elsewhere(child: UUID, *, visits: bool) -> list[Link]:
    """Where else is recorded what care makes due: visits, and who works with the child."""
    visit = [link("Record a visit", "visits:record", child)] if visits else []
    return [*visit, link(said("See who works with them, also the {reviewing_officer}"), "workforce:involved", child)]


def links_to_record(child: UUID, *, in_care: bool) -> list[Link]:
    """What can be recorded from here."""
    if not in_care:
        return [link("Record coming into care", "care:enter", child)]
    return [
        link("Record a review", "care:review", child),
        link("Record a move", "care:move", child),
        link("Change the legal status", "care:legal_status", child),
        link("Record the care plan", "care:plan", child),
        link("Record what was done for a new home", "care:step", child),
        link("Record what was settled about the home", "care:settle", child),
        link(said("Record what the {reviewing_officer} did"), "care:officer", child),
        link("Record leaving care", "care:leave", child),
    ]
