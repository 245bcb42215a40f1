"""The warnings that stand for a person and for the adults around them, and who must not have contact."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

ALERTING = ("warning", "warning-review", "no-contact")  # the kinds of detail that everybody sees first


@dataclass(frozen=True)
class Standing:
    """A warning that stands, by whom it was added, when it was last reviewed and by when it is next."""

    warning: Any
    added_by: str
    last_reviewed: date | None
    review_by: date


@dataclass(frozen=True)
class Alerts:
    """What everybody who opens a record sees first."""

    warnings: list[Standing]
    no_contact: list[Any]


def alerts(child_id: UUID, facts: Mapping[str, list[Any]], today: date) -> Alerts:
    """The warnings of a child and of the adults in the record, the oldest first, and who must not meet the child.

    `facts` holds what was gathered of the kinds ALERTING about all of them.
    """
    reviews = {review.warning_id: review for review in reversed(facts["warning-review"])}
    orders = [each for each in facts["no-contact"] if each.person_id == child_id]
    return Alerts(
        warnings=[standing(note, reviews.get(note.pk)) for note in reversed(facts["warning"])],
        no_contact=[each for each in reversed(orders) if each.until is None or each.until >= today],
    )


def standing(note: Any, review: Any | None) -> Standing:
    """A warning with its last review, if it had one."""
    return Standing(
        warning=note,
        added_by=note.recorder,
        last_reviewed=review.happened if review else None,
        review_by=review.review_by if review else note.review_by,
    )
