"""Adoption and other lasting orders."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code, refuse_unless_code_or_nothing
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting, Precision
from sightline.foundation.standing import NotNow, hold
from sightline.practice.care.actions.checks import in_care_on, refuse_before
from sightline.practice.care.models import AdoptionDecision, AdoptionMatch, PermanenceOrder, PreviousPermanence
from sightline.practice.care.queries import standing

NOTHING_BEFORE = "Z1"  # no previous permanence option (SSDA903 rule 635)


@action(permission=Permission.RECORD_PRACTICE, says="recorded the decision that a child should be placed for adoption")
def decide_adoption(*, child_id: UUID, on: date, by: Acting) -> Work:
    """Record the decision-maker's decision that the child should be placed for adoption."""
    hold([child_id])
    in_care_on(child_id, on)
    if standing.open_spell(AdoptionDecision, child_id):
        raise NotNow("This decision stands already.")
    decision = AdoptionDecision(child_id=child_id, began=on)
    yield decision
    return decision


@action(permission=Permission.RECORD_PRACTICE, says="recorded that a child should no longer be placed for adoption")
def reverse_adoption_decision(*, child_id: UUID, on: date, reason: str, by: Acting) -> Work:
    """Record that it was decided otherwise, and why."""
    hold([child_id])
    decision: AdoptionDecision | None = standing.open_spell(AdoptionDecision, child_id)
    if decision is None:
        raise NotNow("No decision that the child should be placed for adoption stands.")
    refuse_unless_code("ssda903-reason-placed-ceased", reason, on, called="why it was decided otherwise")
    refuse_before(decision, on, what="The decision")
    yield ends(decision, on=on, reason_ceased=reason)
    return decision


@action(permission=Permission.RECORD_PRACTICE, says="recorded a match with adopters")
def record_adoption_match(
    *,
    child_id: UUID,
    on: date,
    by_foster_carer: str = "",
    number_of_adopters: str = "",
    adopter_sex: str = "",
    adopter_legal_status: str = "",
    by: Acting,
) -> Work:
    """Record that a child was matched with adopters; what is not known yet is left out."""
    hold([child_id])
    in_care_on(child_id, on)
    decision = standing.newest(AdoptionDecision, child_id)
    if decision is None or on < decision.began or (decision.ended and decision.ended < on):
        raise NotNow("Record first the decision that the child should be placed for adoption.")
    answers = {
        "by_foster_carer": ("ssda903-foster-care", by_foster_carer, "whether the foster carer adopts"),
        "number_of_adopters": ("ssda903-nb-adoptr", number_of_adopters, "how many adopters there are"),
        "adopter_sex": ("ssda903-sex-adoptr", adopter_sex, "who the adopters are"),
        "adopter_legal_status": ("ssda903-ls-adoptr", adopter_legal_status, "the adopters’ legal status"),
    }
    for codes, answer, called in answers.values():
        refuse_unless_code_or_nothing(codes, answer, on, called=called)
    said = {name: answer for name, (_, answer, _) in answers.items()}
    match = AdoptionMatch(child_id=child_id, happened=on, decision_on=decision.began, **said)
    yield match
    return match


@action(permission=Permission.RECORD_PRACTICE, says="recorded an order that gives a child a home for good")
def record_permanence_order(*, child_id: UUID, on: date, kind: str, by: Acting) -> Work:
    """Record a court's order that gives the child a home for good."""
    hold([child_id])
    refuse_unless_code("ssd-permanence-order-type", kind, on, called="the kind of order")
    order = PermanenceOrder(child_id=child_id, happened=on, kind=kind)
    yield order
    return order


@action(permission=Permission.RECORD_PRACTICE, says="recorded what a child had before coming into care")
def record_previous_permanence(
    *,
    child_id: UUID,
    came_into_care: date,
    option: str,
    order_on: date | None = None,
    precision: str = Precision.DAY,
    local_authority: str = "",
    by: Acting,
) -> Work:
    """Record which lasting order a child had before, when and where, or that there was none."""
    hold([child_id])
    in_care_on(child_id, came_into_care)
    refuse_unless_code("ssda903-prev-perm", option, came_into_care, called="what the child had before")
    if option == NOTHING_BEFORE and (order_on or local_authority):
        raise NotNow("A child who had no such order has no date and no authority for it.")
    if order_on is not None and order_on > came_into_care:
        raise NotNow("The order was made before the child came into care.")
    before = PreviousPermanence(
        child_id=child_id,
        happened=order_on or came_into_care,
        happened_precision=precision,
        option=option,
        local_authority=local_authority,
        came_into_care=came_into_care,
        date_unknown=order_on is None,
    )
    yield before
    return before
