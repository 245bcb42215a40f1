"""What the returns ask about the person in care besides care itself."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold
from sightline.practice.care.actions.checks import age_of, in_care_on, refuse_before
from sightline.practice.care.models import Conviction, DeprivationOfLiberty, Motherhood, SeparatedChild
from sightline.practice.care.queries import standing
from sightline.practice.care.rules.records import CRIMINAL_FROM, is_grown_up


@action(permission=Permission.RECORD_PRACTICE, says="recorded a separated child's status")
def begin_separated_status(*, child_id: UUID, on: date, status: str, by: Acting) -> Work:
    """Record that a child from abroad is here without their family, and by which status."""
    hold([child_id])
    refuse_unless_code("ssd-immigration-status", status, on, called="the status")
    before = standing.open_spell(SeparatedChild, child_id)
    if before is not None:
        refuse_before(before, on, what="The status before")
        yield ends(before, on=on)
    began = SeparatedChild(child_id=child_id, began=on, status=status)
    yield began
    return began


@action(permission=Permission.RECORD_PRACTICE, says="recorded the end of a separated child's status")
def end_separated_status(*, child_id: UUID, on: date, by: Acting) -> Work:
    """Record that the status ended, at the latest on the 18th birthday (SSDA903, DUC)."""
    hold([child_id])
    status: SeparatedChild | None = standing.open_spell(SeparatedChild, child_id)
    if status is None:
        raise NotNow("No such status is recorded.")
    refuse_before(status, on, what="The status")
    yield ends(status, on=on)
    return status


@action(permission=Permission.RECORD_PRACTICE, says="recorded an order that deprives a child of their liberty")
def begin_deprivation_of_liberty(*, child_id: UUID, on: date, by: Acting) -> Work:
    """Record that a court allows a child in care to be deprived of their liberty."""
    hold([child_id])
    in_care_on(child_id, on)
    if standing.open_spell(DeprivationOfLiberty, child_id):
        raise NotNow("Such an order is in force already.")
    if is_grown_up(standing.birth_of(child_id), on):
        raise NotNow("Such an order is not made for somebody of 18 or over.")
    order = DeprivationOfLiberty(child_id=child_id, began=on)
    yield order
    return order


@action(permission=Permission.RECORD_PRACTICE, says="recorded the end of a deprivation of liberty")
def end_deprivation_of_liberty(*, child_id: UUID, on: date, by: Acting) -> Work:
    """Record that the order ended."""
    hold([child_id])
    order: DeprivationOfLiberty | None = standing.open_spell(DeprivationOfLiberty, child_id)
    if order is None:
        raise NotNow("No such order is in force.")
    refuse_before(order, on, what="The order")
    yield ends(order, on=on)
    return order


@action(permission=Permission.RECORD_PRACTICE, says="recorded whether a girl in care is a mother")
def record_motherhood(*, child_id: UUID, on: date, is_mother: bool, child_born: date | None = None, by: Acting) -> Work:
    """Record whether a girl in care is a mother, and when her first child was born."""
    hold([child_id])
    in_care_on(child_id, on)
    if child_born is not None and (not is_mother or child_born > on):
        raise NotNow("Only for a mother, and only once the child is born, is that date recorded.")
    said = Motherhood(child_id=child_id, happened=on, is_mother=is_mother, child_born=child_born)
    yield said
    return said


@action(permission=Permission.RECORD_PRACTICE, says="recorded a conviction")
def record_conviction(*, child_id: UUID, on: date, offence: str, by: Acting) -> Work:
    """Record a conviction, or a final warning, for something that happened on a day."""
    hold([child_id])
    age = age_of(child_id, on)
    if age is not None and age < CRIMINAL_FROM:
        raise NotNow("A child under 10 cannot be convicted.")
    conviction = Conviction(child_id=child_id, happened=on, offence=offence.strip())
    yield conviction
    return conviction
