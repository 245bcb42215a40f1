"""The page about a child's health."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.recording.presenters import AreaShown, area_shown, link
from sightline.ui.components import EmptyState

NOTHING = EmptyState("Nothing about health yet", "Assessments, checks and questionnaires stand here, newest first.")
OFFERED = (
    ("Record a health assessment", "health:assessment"),
    ("Record a dentist’s check", "health:dental"),
    ("Record immunisations", "health:immunisations"),
    ("Record a questionnaire", "health:questionnaire"),
)


def overview(child: UUID, today: date, *, records: bool) -> AreaShown:
    """What is due for a child's health, and everything recorded of it."""
    links = [link(text, route, child) for text, route in OFFERED] if records else []
    return area_shown("Health", child, today, links=links, empty=NOTHING)
