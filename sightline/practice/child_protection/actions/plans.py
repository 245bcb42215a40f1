"""Recording what keeps a protection plan going, and its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code, refuse_unless_code_or_nothing
from sightline.foundation.door import Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, refuse, refuse_before, refuse_without, the_open
from sightline.practice.child_protection import queries, rules
from sightline.practice.child_protection.models import (
    CoreGroup,
    ProtectionPlan,
    ProtectionPlanCategory,
    ReviewConference,
)
from sightline.practice.child_protection.rules import ReviewForChild

OPEN_PLAN = "open plan"


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="recorded a review conference")
def hold_review_conference(*, on: date, outcomes: Sequence[ReviewForChild], by: Acting) -> Work:
    """Record a review conference about one child or several; a plan that does not go on ends that day."""
    refuse(rules.wrong_with_day(on))
    children = [outcome.child for outcome in outcomes]
    refuse(rules.wrong_with_children(children))
    hold(children)
    reviews = []
    for outcome in outcomes:
        plan = plan_to_review(outcome, on)
        review = ReviewConference(
            child_id=outcome.child,
            plan=plan,
            happened=on,
            continues=outcome.continues,
            quorate=outcome.quorate,
            participation=outcome.participation,
            reasons=outcome.reasons,
        )
        reviews.append(review)
        yield review
        yield from what_follows(plan, outcome, on)
    return reviews[0]


def plan_to_review(outcome: ReviewForChild, on: date) -> ProtectionPlan:
    """The open plan of a child, if it can be reviewed on a day and everything needed is said."""
    plan = the_open(ProtectionPlan, outcome.child, what=OPEN_PLAN)
    refuse_before(on, plan.began, what="The plan began")
    if on == plan.began:
        raise NotNow("A review is not held on the day on which the plan began.")
    refuse_without(outcome.reasons, asks="Say for each child why it was decided so.")
    called = "how the child took part"
    refuse_unless_code_or_nothing("ssda903-review-participation", outcome.participation, on, called=called)
    return plan


def what_follows(plan: ProtectionPlan, outcome: ReviewForChild, on: date) -> Iterator[Yielded]:
    """Another category, or the end of the plan."""
    if not outcome.continues:
        yield ends(plan, on=on, end_reason=rules.PlanEndReason.CONFERENCE)
    elif outcome.category and outcome.category != queries.category_of(plan):
        called = "the category for each child with a plan"
        refuse_unless_code("cin-category-of-abuse", outcome.category, on, called=called)
        yield ProtectionPlanCategory(child_id=outcome.child, plan=plan, happened=on, category=outcome.category)


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="recorded a core group")
def record_core_group(*, children: Sequence[UUID], on: date, what_changed: str, by: Acting) -> Work:
    """Tell of a core group of the past about one child or several, as files and stories do: people record a meeting."""
    refuse(rules.wrong_with_children(children))
    refuse_without(what_changed, asks="Say in a line what has changed, or that nothing has.")
    groups = []
    for child in children:
        plan = the_open(ProtectionPlan, child, what=OPEN_PLAN)
        refuse_before(on, plan.began, what="The plan began")
        groups.append(CoreGroup(child_id=child, plan=plan, happened=on, what_changed=what_changed))
    yield from groups
    return groups[0]


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="ended a protection plan outside a conference")
def end_protection_plan(*, child_id: UUID, on: date, end_reason: str, by: Acting) -> Work:
    """Record that a plan ended without a conference, for a reason that allows it."""
    hold([child_id])
    plan = the_open(ProtectionPlan, child_id, what=OPEN_PLAN)
    refuse_before(on, plan.began, what="The plan began")
    if end_reason not in rules.ENDS_OUTSIDE_A_CONFERENCE:
        raise NotNow("Only a conference ends a plan of a child who lives here and is under 18.")
    yield ends(plan, on=on, end_reason=end_reason)
    return plan
