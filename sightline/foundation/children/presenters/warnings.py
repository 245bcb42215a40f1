"""Warnings and no-contact orders as the amber strips above everything else in a record."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.models import NoContact
from sightline.foundation.children.presenters.person import name_others
from sightline.foundation.children.queries.network import visible_people
from sightline.foundation.children.queries.warnings import Standing, standing_no_contact, standing_warnings
from sightline.ui.components import Link, WarningStrip


def strips(child_id: UUID, adults: Iterable[UUID], today: date, role: str) -> list[WarningStrip]:
    """What everybody who opens a child's record sees first: of the child, and of the adults around the child."""
    around = list(adults)
    standing = standing_warnings([child_id, *around])
    names = visible_people({each.warning.person_id for each in standing} - {child_id})
    may_review = may(role, Permission.RECORD_WARNING)
    contact = standing_no_contact(child_id, today)
    name_others(contact)
    return [
        *(warning_strip(child_id, each, names, today, may_review) for each in standing),
        *(contact_strip(child_id, each) for each in contact),
    ]


def warning_strip(
    child_id: UUID, standing: Standing, names: Mapping[UUID, object], today: date, may_review: bool
) -> WarningStrip:
    """One warning: what, about whom, since when and by whom, and when it was and is next looked at."""
    warning = standing.warning
    whom = names.get(warning.person_id)
    reviewed = (
        f"Last reviewed {format_date(standing.last_reviewed)}. " if standing.last_reviewed else "Not reviewed yet. "
    )
    late = standing.review_by < today
    due = (
        f"Review was due by {format_date(standing.review_by)}"
        if late
        else f"Review by {format_date(standing.review_by)}"
    )
    link = reverse("children:review_warning", args=[child_id, warning.person_id, warning.pk])
    return WarningStrip(
        kind=f"{warning.get_kind_display()} ({whom})" if whom else warning.get_kind_display(),
        text=" ".join(part for part in (warning.why, warning.what_to_do) if part),
        added=f"Since {format_date(warning.began)}" + (f", added by {standing.added_by}" if standing.added_by else ""),
        reviewed=reviewed + due,
        action=Link("Review or end", link) if may_review else None,
    )


def contact_strip(child_id: UUID, order: NoContact) -> WarningStrip:
    """One person who must not have contact."""
    name = getattr(order, "other_name", "") or order.who
    seen = order.document_seen_on
    return WarningStrip(
        kind=f"{name} must not have contact",
        text=order.terms,
        added=f"{order.get_ground_display()}, since {format_date(order.began)}"
        + (f", until {format_date(order.until)}" if order.until else ", no end date"),
        reviewed=f"Document seen {format_date(seen)}" if seen else "Document not seen",
        action=Link("Family and network", reverse("children:family", args=[child_id]), about=f"about {name}"),
    )
