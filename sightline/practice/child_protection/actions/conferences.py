"""Recording initial conferences and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code, refuse_unless_code_or_nothing
from sightline.foundation.door import Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, hold, open_spell, refuse, refuse_before, refuse_without
from sightline.practice.child_in_need.models import ChildInNeedPlan
from sightline.practice.child_in_need.rules import EndReason
from sightline.practice.child_protection import queries, rules
from sightline.practice.child_protection.models import (
    ConferenceDecision,
    ConferencePaper,
    InitialConference,
    ProtectionPlan,
    ProtectionPlanCategory,
    TransferInNotice,
)
from sightline.practice.child_protection.rules import ConferenceForChild
from sightline.practice.front_door.models import Referral


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="recorded an initial conference")
def hold_conference(*, on: date, outcomes: Sequence[ConferenceForChild], transfer_in: bool = False, by: Acting) -> Work:
    """Record an initial conference about one child or several: whether each has a plan from that day, and for what.

    Protection starts that day whatever is still missing from the plan's wording.
    """
    refuse(rules.wrong_with_day(on))
    children = [outcome.child for outcome in outcomes]
    refuse(rules.wrong_with_children(children))
    hold(children)
    conferences = []
    for outcome in outcomes:
        conference = conference_about(outcome, on, transfer_in=transfer_in)
        conferences.append(conference)
        yield conference
        if outcome.plan_made:
            yield from plan_begins(conference, outcome, transfer_in=transfer_in)
    return conferences[0]


def conference_about(outcome: ConferenceForChild, on: date, *, transfer_in: bool) -> InitialConference:
    """The conference as it concerns one child; raises unless enquiries, or a plan of another authority, led to it."""
    refuse_without(outcome.reasons, asks="Say for each child why it was decided so.")
    if open_spell(ProtectionPlan, outcome.child) is not None:
        raise NotNow("This child has a plan already. Record a review conference instead, brought forward if need be.")
    enquiry = queries.enquiry_for_conference(outcome.child, on)
    if enquiry is None and not transfer_in:
        raise NotNow("No enquiries about this child led to a conference. Record the discussion that began them first.")
    return InitialConference(
        child_id=outcome.child,
        happened=on,
        enquiry=None if transfer_in else enquiry,
        referral=open_spell(Referral, outcome.child),
        transfer_in=transfer_in,
        plan_made=outcome.plan_made,
        reasons=outcome.reasons,
    )


def plan_begins(conference: InitialConference, outcome: ConferenceForChild, *, transfer_in: bool) -> Iterator[Yielded]:
    """The plan from the day of the conference, its category, and the end of a plan for a child in need."""
    child, on = outcome.child, conference.happened
    refuse_unless_code("cin-category-of-abuse", outcome.category, on, called="the category for each child with a plan")
    plan = ProtectionPlan(
        child_id=child,
        began=on,
        conference=conference,
        referral=conference.referral,
        initial_category=outcome.category,
        number_of_previous_plans=queries.plans_before(child, on),
        visit_every=outcome.visit_every,
    )
    yield plan
    yield ProtectionPlanCategory(child_id=child, plan=plan, happened=on, category=outcome.category)
    in_need = open_spell(ChildInNeedPlan, child)
    if in_need is not None:
        refuse_before(on, in_need.began, what="The plan of support began")
        yield ends(in_need, on=on, end_reason=EndReason.STEP_UP)


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="decided whether a conference is required")
def decide_conference(*, child_id: UUID, on: date, required: bool, reasons: str, by: Acting) -> Work:
    """Record whether the newest enquiries about a child lead to an initial conference, and why."""
    hold([child_id])
    enquiry = queries.enquiry_for_conference(child_id, on)
    if enquiry is None:
        raise NotNow("No enquiries about this child had begun on that day.")
    refuse_without(reasons, asks="Say why this was decided.")
    decision = ConferenceDecision(child_id=child_id, enquiry=enquiry, happened=on, required=required, reasons=reasons)
    yield decision
    return decision


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="recorded that a child moved here with a plan")
def record_transfer_in_notice(
    *, child_id: UUID, on: date, from_authority: str = "", details: str = "", by: Acting
) -> Work:
    """Record the notice of another authority that a child with a plan of theirs has moved here for good."""
    refuse_unless_code_or_nothing("la-codes", from_authority, on, called="the other authority")
    notice = TransferInNotice(child_id=child_id, happened=on, from_authority=from_authority, details=details)
    yield notice
    return notice


@action(permission=Permission.RECORD_CHILD_PROTECTION, says="recorded that a paper of a conference was sent")
def send_conference_paper(
    *, children: Sequence[UUID], conference_on: date, kind: str, on: date, sent_to: str = "", by: Acting
) -> Work:
    """Record that the report, the decision letter or the minutes of a conference were sent, for each child."""
    refuse(rules.wrong_with_children(children))
    if kind not in rules.Paper.values:
        raise NotNow("Choose what was sent from the list.")
    if kind != rules.Paper.REPORT:
        refuse_before(on, conference_on, what="The conference was held")
    papers = [
        ConferencePaper(child_id=child, conference_on=conference_on, kind=kind, happened=on, sent_to=sent_to)
        for child in children
    ]
    yield from papers
    return papers[0]
