"""Records opened for a while with a reason, and those openings that wait for a review."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from sightline.foundation.access.models import Opening


@dataclass(frozen=True)
class UnreviewedOpening:
    """An emergency opening that waits for its review; it names the record by number only."""

    opening: UUID
    person: UUID
    reference: int
    practitioner: UUID
    practitioner_name: str
    opened_at: datetime
    reason_code: str
    reason: str
    until: datetime
    review_by: date | None


def openings_to_review() -> list[UnreviewedOpening]:
    """Emergency openings by others that nobody has reviewed yet, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM openings_awaiting_review()")
        return [UnreviewedOpening(*row) for row in cursor.fetchall()]


def looks_at(children: Iterable[UUID], since: datetime) -> QuerySet[Opening]:
    """Looks with a reason into these children's records, to tell the people who work with them."""
    return (
        Opening.objects.current()
        .filter(person__in=list(children), happened_at__gte=since)
        .select_related("practitioner", "person")
        .order_by("-happened_at")
    )
