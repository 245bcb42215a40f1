"""What is recorded of plans for children in need."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.bounds import bars_beginning
from sightline.foundation.door import Work, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import (
    NotNow,
    hold,
    open_spell,
    refuse,
    refuse_before,
    refuse_while,
    refuse_without,
    the_open,
)
from sightline.practice.child_in_need.models import ChildInNeedPlan, ChildInNeedReview
from sightline.practice.child_in_need.rules import EndReason
from sightline.practice.front_door.models import Referral


@action(permission=Permission.RECORD_PRACTICE, says="recorded a child in need plan")
def begin_child_in_need_plan(*, child_id: UUID, on: date, by: Acting) -> Work:
    """Record that a plan was agreed with the family; never while a protection plan lasts."""
    hold([child_id])
    refuse_while(open_spell(ChildInNeedPlan, child_id), what="Such a plan")
    refuse(bars_beginning(ChildInNeedPlan, child_id, on))
    referral = open_spell(Referral, child_id)
    if referral is not None:
        refuse_before(on, referral.began, what="The referral came")
    plan = ChildInNeedPlan(child_id=child_id, began=on, referral=referral)
    yield plan
    return plan


@action(permission=Permission.RECORD_PRACTICE, says="recorded a review of a child in need plan")
def record_child_in_need_review(
    *, child_id: UUID, on: date, continues: bool, what_changed: str, end_reason: str = "", by: Acting
) -> Work:
    """Record what a review found; where the plan does not go on it ends that day."""
    hold([child_id])
    plan = the_open(ChildInNeedPlan, child_id, what="open plan")
    refuse_before(on, plan.began, what="The plan began")
    refuse_without(what_changed, asks="Say what has changed for the child.")
    review = ChildInNeedReview(
        child_id=child_id, plan=plan, happened=on, continues=continues, what_changed=what_changed
    )
    yield review
    if not continues:
        refuse_end_reason(end_reason)
        yield ends(plan, on=on, end_reason=end_reason)
    return review


@action(permission=Permission.RECORD_PRACTICE, says="ended a child in need plan")
def end_child_in_need_plan(*, child_id: UUID, on: date, end_reason: str, by: Acting) -> Work:
    """Record that a plan ended outside a review, and why."""
    hold([child_id])
    plan = the_open(ChildInNeedPlan, child_id, what="open plan")
    refuse_before(on, plan.began, what="The plan began")
    refuse_end_reason(end_reason)
    yield ends(plan, on=on, end_reason=end_reason)
    return plan


def refuse_end_reason(end_reason: str) -> None:
    """Raise unless it is said why a plan ended."""
    if end_reason not in EndReason.values:
        raise NotNow("Say why the plan ended.")
