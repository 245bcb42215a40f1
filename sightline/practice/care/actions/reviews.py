"""Care plans, their reviews, and what the reviewing officer does between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, refuse
from sightline.practice.care.actions.checks import age_of, in_care_on, refuse_same_day
from sightline.practice.care.models import CarePlan, CareReview, ReviewingOfficerContact
from sightline.practice.care.queries import standing
from sightline.practice.care.rules import OfficerContact
from sightline.practice.care.rules.records import wrong_with_participation

FEWEST_WEEKS, MOST_WEEKS = 1, 26


@action(permission=Permission.RECORD_PRACTICE, says="recorded a care review")
def record_care_review(
    *,
    child_id: UUID,
    on: date,
    participation: str = "",
    cancelled: bool = False,
    due_on: date | None = None,
    visit_every_weeks: int | None = None,
    by: Acting,
) -> Work:
    """Record that a review was held, with how the child took part, or that it was called off."""
    hold([child_id])
    in_care_on(child_id, on)
    if not cancelled:
        refuse_unless_code("ssda903-review-participation", participation, on, called="how the child took part")
        refuse(wrong_with_participation(participation, age=age_of(child_id, on)))
    if visit_every_weeks is not None and not FEWEST_WEEKS <= visit_every_weeks <= MOST_WEEKS:
        raise NotNow(f"Visits are set for every {FEWEST_WEEKS} to {MOST_WEEKS} weeks.")
    held = {"child": child_id, "happened": on, "cancelled": False}
    if not cancelled and CareReview.objects.current().filter(**held).exists():
        raise NotNow("A review on that day is recorded already.")
    review = CareReview(
        child_id=child_id,
        happened=on,
        participation="" if cancelled else participation,
        cancelled=cancelled,
        due_on=due_on,
        visit_every_weeks=visit_every_weeks,
    )
    yield review
    return review


@action(permission=Permission.RECORD_PRACTICE, says="recorded what a reviewing officer did between reviews")
def record_reviewing_officer_contact(*, child_id: UUID, on: date, how: str, by: Acting) -> Work:
    """Record that the reviewing officer visited, spoke with the child, or looked how the plan is going."""
    hold([child_id])
    in_care_on(child_id, on)
    if how not in OfficerContact.values:
        raise NotNow("Choose how the officer was in contact.")
    contact = ReviewingOfficerContact(child_id=child_id, happened=on, how=how)
    yield contact
    return contact


@action(permission=Permission.RECORD_PRACTICE, says="recorded a care plan")
def begin_care_plan(*, child_id: UUID, on: date, options: Sequence[str], by: Acting) -> Work:
    """Record the day a care plan was agreed and the ways to a lasting home it follows; the plan before ends then.

    A plan can be agreed before the child comes into care.
    """
    hold([child_id])
    if not options:
        raise NotNow("Say which ways to a lasting home the plan follows.")
    for option in options:
        refuse_unless_code("ssd-permanence-plan-keys", option, on, called="the ways to a lasting home")
    before = standing.open_spell(CarePlan, child_id)
    if before is not None:
        refuse_same_day(before, on, what="The care plan")
        yield ends(before, on=on)
    plan = CarePlan(child_id=child_id, began=on, options=list(dict.fromkeys(options)))
    yield plan
    return plan
