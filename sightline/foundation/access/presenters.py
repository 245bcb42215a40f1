"""What the pages about walls and openings show."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from sightline.foundation.access import queries
from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.queries import UnreviewedOpening
from sightline.foundation.access.rules import OpeningReason
from sightline.foundation.calendar.words import format_date
from sightline.ui.components import Column, Link, Table


def walls(child: OpenedChild) -> dict[str, Any]:
    """The restriction, the people named in it, and the exclusions of a record."""
    restriction = queries.restriction_of(child.pk)
    readers = [named.practitioner.name for named in queries.named_readers(child.pk)]
    return {
        "restriction": restriction,
        "review_by": format_date(restriction.review_by) if restriction else "",
        "review_due": bool(restriction and restriction.review_by <= timezone.localdate()),
        "readers": readers,
        "exclusions": [
            {
                "name": each.practitioner.name,
                "since": format_date(each.began),
                "reason": each.reason,
                "end": reverse("access:end_exclusion", args=[child.pk, each.pk]),
            }
            for each in queries.exclusions_of(child.pk)
        ],
    }


def moment(instant: Any) -> str:
    """A date and time in words."""
    local = timezone.localtime(instant)
    return f"{format_date(local.date())} at {local:%H:%M}"


def openings(waiting: list[UnreviewedOpening]) -> Table:
    """Emergency openings that wait for a review."""
    columns = [
        Column("Opened"),
        Column("By"),
        Column("Record"),
        Column("Reason given"),
        Column("Review by"),
        Column(""),
    ]
    return Table(caption="Emergency openings to review", columns=columns, rows=[opening_row(each) for each in waiting])


def opening_row(each: UnreviewedOpening) -> list[Any]:
    """One line of the list of openings."""
    reason = f"{OpeningReason(each.reason_code).label}. {each.reason}"
    review = Link("Review", reverse("access:review_opening", args=[each.opening]), about=f"record {each.reference}")
    due = format_date(each.review_by) if each.review_by else ""
    return [moment(each.opened_at), each.practitioner_name, f"Record {each.reference}", reason, due, review]
