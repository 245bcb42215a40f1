"""Recording, renewing and ending warnings."""

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.actions.correcting import corrected
from sightline.foundation.children.actions.refusals import DatesDoNotFit, recorded
from sightline.foundation.children.models import WarningNote, WarningReview
from sightline.foundation.children.rules.warnings import latest_review
from sightline.foundation.door import Refusal, Work, action, ends
from sightline.foundation.facts import Acting


@action(permission=Permission.RECORD_WARNING, says="recorded a warning")
def record_warning(
    *,
    person_id: UUID,
    kind: str,
    why: str,
    what_to_do: str = "",
    agreed_with: str = "",
    review_by: date,
    began: date,
    by: Acting,
) -> Work:
    """Record what everybody who opens the record must see first, and by when it is looked at again."""
    fact = WarningNote(
        person_id=person_id,
        kind=kind,
        why=why,
        what_to_do=what_to_do,
        agreed_with=agreed_with,
        review_by=review_by,
        began=began,
    )
    yield from recorded(fact)
    return fact


@action(permission=Permission.RECORD_WARNING, says="renewed a warning")
def renew_warning(*, warning: WarningNote, reason: str, review_by: date, on: date, by: Acting) -> Work:
    """Record that a warning was looked at again and still stands, why, and by when it is looked at next."""
    if warning.ended is not None:
        raise Refusal("This warning has ended. Record a new one.")
    if not on <= review_by <= latest_review(on):
        raise DatesDoNotFit("The next review must be within a year.")
    review = WarningReview(
        person_id=warning.person_id, warning=warning, reason=reason, review_by=review_by, happened=on
    )
    yield review
    return review


@action(permission=Permission.RECORD_WARNING, says="ended a warning")
def end_warning(*, warning: WarningNote, on: date, end_reason: str, by: Acting) -> Work:
    """End a warning that no longer stands, and say why."""
    if on < warning.began:
        raise DatesDoNotFit("A warning cannot end before it began.")
    yield ends(warning, on=on, end_reason=end_reason)
    return warning


@action(permission=Permission.RECORD_WARNING, says="corrected a warning")
def correct_warning(*, old: WarningNote, values: dict[str, Any], reason: str, by: Acting) -> Work:
    """Put right a warning that was wrong; what was recorded stays readable."""
    new, correction = corrected(old, values, reason)
    yield correction
    return new
