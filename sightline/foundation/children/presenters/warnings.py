"""Warnings and no-contact orders as the amber strips above everything else in a record."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.queries.warnings import Standing, alerts
from sightline.ui.components import Link, WarningStrip


def strips(child_id: UUID, facts: Mapping[str, list[Any]], today: date, role: str) -> list[WarningStrip]:
    """What everybody who opens a child's record sees first: of the child, and of the adults around the child."""
    found = alerts(child_id, facts, today)
    may_review = may(role, Permission.RECORD_WARNING)
    return [
        *(warning_strip(child_id, each, today, may_review) for each in found.warnings),
        *(contact_strip(child_id, each) for each in found.no_contact),
    ]


def warning_strip(child_id: UUID, standing: Standing, today: date, may_review: bool) -> WarningStrip:
    """One warning: what, about whom, since when and by whom, and when it was and is next looked at."""
    warning = standing.warning
    whom = f" ({warning.person})" if warning.person_id != child_id else ""
    reviewed = (
        f"Last reviewed {format_date(standing.last_reviewed)}. " if standing.last_reviewed else "Not reviewed yet. "
    )
    due = "Review was due by" if standing.review_by < today else "Review by"
    link = reverse("children:review_warning", args=[child_id, warning.person_id, warning.pk])
    return WarningStrip(
        kind=warning.get_kind_display() + whom,
        text=" ".join(part for part in (warning.why, warning.what_to_do) if part),
        added=f"Since {format_date(warning.began)}" + (f", added by {standing.added_by}" if standing.added_by else ""),
        reviewed=f"{reviewed}{due} {format_date(standing.review_by)}",
        action=Link("Review or end", link) if may_review else None,
    )


ASK = "Ask a manager before any visit, invitation or letter."  # of somebody behind a wall


def contact_strip(child_id: UUID, order: Any) -> WarningStrip:
    """One person who must not have contact."""
    name = order.whom
    seen = order.document_seen_on
    return WarningStrip(
        kind=f"{name} must not have contact",
        text=order.terms or ASK,
        added=f"{order.get_ground_display()}, since {format_date(order.began)}"
        + (f", until {format_date(order.until)}" if order.until else ", no end date"),
        reviewed=f"Document seen {format_date(seen)}" if seen else "Document not seen",
        action=Link("Family and network", reverse("children:family", args=[child_id]), about=f"about {name}"),
    )
