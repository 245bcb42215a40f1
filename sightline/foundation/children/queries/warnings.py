"""The warnings that stand for a person, and those of the adults around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sightline.foundation.children.models import NoContact, WarningNote, WarningReview


@dataclass(frozen=True)
class Standing:
    """A warning that stands, by whom it was added, when it was last reviewed and by when it is next."""

    warning: WarningNote
    added_by: str
    last_reviewed: date | None
    review_by: date


def standing_warnings(people: Iterable[UUID]) -> list[Standing]:
    """The warnings that have not ended for any of these people, the oldest first."""
    found = WarningNote.objects.current().filter(person__in=list(people), ended=None)
    notes = list(found.select_related("recorded_by").order_by("began", "id"))
    latest = latest_reviews([note.pk for note in notes])
    return [
        Standing(
            warning=note,
            added_by=note.recorded_by.name if note.recorded_by else "",
            last_reviewed=latest[note.pk].happened if note.pk in latest else None,
            review_by=latest[note.pk].review_by if note.pk in latest else note.review_by,
        )
        for note in notes
    ]


def latest_reviews(warnings: list[UUID]) -> dict[UUID, WarningReview]:
    """The last review of each warning that had one."""
    if not warnings:
        return {}
    reviews = WarningReview.objects.current().filter(warning__in=warnings).order_by("happened", "recorded_at")
    return {review.warning_id: review for review in reviews}


def standing_no_contact(person_id: UUID, today: date) -> list[NoContact]:
    """Who must not have contact with a person today."""
    found = NoContact.objects.current().filter(person=person_id, ended=None).order_by("began", "id")
    return [each for each in found if each.until is None or each.until >= today]
