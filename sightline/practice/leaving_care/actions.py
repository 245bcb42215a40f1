"""What people record of young people who leave care, and of those who have left it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.words import format_date
from sightline.foundation.code_sets.refusals import refuse_unless_code, refuse_unless_code_or_nothing
from sightline.foundation.door import Refusal, Work, action, ends
from sightline.foundation.facts import Acting
from sightline.practice.care.queries import birth_of, open_spell
from sightline.practice.leaving_care import rules
from sightline.practice.leaving_care.models import (
    CareLeaverContact,
    CareLeaverStatus,
    LeavingCareEligibility,
    PathwayPlan,
)


class NotThis(Refusal):
    """What is said contradicts itself, or does not fit the young person."""


@action(permission=Permission.RECORD_PRACTICE, says="recorded what a young person is entitled to after care")
def record_eligibility(*, child_id: UUID, on: date, category: str, by: Acting) -> Work:
    """Record from which day a young person has which entitlement; the one before ends on that day."""
    refuse_unless_code("ssd-care-leaver-eligibility", category, on, called="the entitlement")
    refuse(rules.wrong_with_category(category, birth_of(child_id), on))
    before = open_spell(LeavingCareEligibility, child_id)
    if before is not None:
        if on <= before.began:
            raise NotThis(f"Another entitlement began on {format_date(before.began)}: choose a later day.")
        if before.category == category:
            raise NotThis("This entitlement is recorded already.")
        yield ends(before, on=on)
    eligibility = LeavingCareEligibility(child_id=child_id, began=on, category=category)
    yield eligibility
    return eligibility


@action(permission=Permission.RECORD_PRACTICE, says="recorded how a young person who left care is doing")
def record_care_leaver_status(
    *,
    child_id: UUID,
    on: date,
    in_touch: str,
    accommodation: str = "",
    suitability: str = "",
    activity: str = "",
    by: Acting,
) -> Work:
    """Record whether we are in touch, where the young person lives, whether it suits them, and what they do."""
    refuse_unless_code("ssda903-in-touch", in_touch, on, called="whether we are in touch")
    refuse_unless_code_or_nothing("ssda903-accommodation-type", accommodation, on, called="where they live")
    refuse_unless_code_or_nothing("ssda903-accommodation-suitability", suitability, on, called="whether it suits them")
    refuse_unless_code_or_nothing("ssda903-activity", activity, on, called="what they do")
    refuse(rules.wrong_with_status(in_touch, accommodation, suitability, activity))
    status = CareLeaverStatus(
        child_id=child_id,
        happened=on,
        in_touch=in_touch,
        accommodation=accommodation,
        suitability=suitability,
        activity=activity,
    )
    yield status
    return status


@action(permission=Permission.RECORD_PRACTICE, says="recorded a contact with a young person who left care")
def record_care_leaver_contact(*, child_id: UUID, on: date, how: str, replied: bool, by: Acting) -> Work:
    """Record that we reached out; without a reply it is an attempt, and the clock runs on."""
    if how not in rules.ContactHow.values:
        raise NotThis("Choose how we reached out.")
    contact = CareLeaverContact(child_id=child_id, happened=on, how=how, replied=replied)
    yield contact
    return contact


@action(permission=Permission.RECORD_PRACTICE, says="recorded a step of a pathway plan")
def record_pathway_plan(*, child_id: UUID, on: date, kind: str, by: Acting) -> Work:
    """Record that needs were assessed, that the plan was signed off, or that it was reviewed."""
    if kind not in rules.PathwayStep.values:
        raise NotThis("Choose what was done about the plan.")
    steps = PathwayPlan.objects.current().filter(child=child_id, happened__lte=on)
    if kind == rules.PathwayStep.REVIEW and not steps.filter(kind=rules.PathwayStep.PLAN).exists():
        raise NotThis("Record first that the plan was signed off.")
    step = PathwayPlan(child_id=child_id, happened=on, kind=kind)
    yield step
    return step


def refuse(sentence: str) -> None:
    """Raise with a sentence, if there is one."""
    if sentence:
        raise NotThis(sentence)
