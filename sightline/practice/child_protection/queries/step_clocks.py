"""The clocks between assessment, plans for children in need and protection plans, which no earlier area can read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.instants import day_of
from sightline.foundation.timescales.rules import Clock, Ending, State
from sightline.foundation.timescales.rules.sequences import by_child, day_of_first_since, over
from sightline.practice.assessment.models import Assessment
from sightline.practice.child_in_need.models import ChildInNeedPlan
from sightline.practice.child_in_need.rules import EndReason
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models import ProtectionPlan
from sightline.practice.child_protection.rules import visits as limits
from sightline.practice.front_door.models import Referral
from sightline.practice.front_door.queries import CLOSED, referrals_before_birth

REPLACED, LEFT = "A protection plan began", "The plan in need gave way to something else"
NOT_APPLICABLE = State.NOT_APPLICABLE
NOBODY_CHOSE = (EndReason.STEP_UP, EndReason.CARE, EndReason.MOVED, EndReason.EIGHTEEN, EndReason.DIED)


def first_meetings_asked(children: Iterable[UUID]) -> list[Clock]:
    """After an assessment that found need, or a protection plan that a conference ended, the plan in need is agreed."""
    people = list(children)
    in_need = by_child(ChildInNeedPlan.objects.current().about(people))
    protection = by_child(ProtectionPlan.objects.current().about(people))
    closed = by_child(Referral.objects.current().about(people).filter(ended__isnull=False))
    return [
        clock
        for cause, day in causes(people, protection)
        if (clock := first_meeting(cause, day, *(kind[cause.child_id] for kind in (in_need, protection, closed))))
    ]


def causes(people: list[UUID], protection: dict[UUID, list[Any]]) -> list[tuple[Any, date]]:
    """What asks for a plan in need, and since when."""
    services = Assessment.objects.current().about(people).filter(outcome=rules.SERVICES_FLAG, ended__isnull=False)
    ended = [plan for plans in protection.values() for plan in plans]
    stepped_down = [plan for plan in ended if plan.end_reason == rules.PlanEndReason.CONFERENCE and plan.ended]
    return [(each, each.ended) for each in (*services, *stepped_down)]


def first_meeting(cause: Any, day: date, in_need: list[Any], protection: list[Any], closed: list[Any]) -> Clock | None:
    """One such clock; none where a plan was under way already."""
    if any(plan.began < day and (plan.ended is None or plan.ended > day) for plan in (*in_need, *protection)):
        return None
    agreed = day_of_first_since(in_need, day)
    over_since = day_of_first_since(protection, day)
    ended = ending_of(over_since, closed, day) if agreed is None else None
    about = {"child": cause.child_id, "anchor": cause, "start": day}
    return Clock(limits.FIRST_MEETING, stop=agreed, ended=ended, **about)


def ending_of(protected: date | None, closed: list[Any], day: date) -> Ending | None:
    """Why no plan in need is asked for any more."""
    if protected is not None:
        return Ending(REPLACED, on=protected)
    last = next((referral for referral in closed if referral.ended >= day), None)
    return over(last, "The referral was closed") if last is not None else None


def after_protection_clocks(children: Iterable[UUID]) -> list[Clock]:
    """A plan in need that follows a protection plan lasts at least three months; two queries."""
    people = list(children)
    in_need = by_child(ChildInNeedPlan.objects.current().about(people))
    clocks: list[Clock] = []
    for plan in ProtectionPlan.objects.current().about(people).filter(ended__isnull=False):
        following = next((each for each in in_need[plan.child_id] if each.began >= plan.ended), None)
        if following is not None:
            clocks.append(after_protection(plan, following))
    return clocks


def after_protection(plan: ProtectionPlan, following: ChildInNeedPlan) -> Clock:
    """Whether one plan in need ended too early after protection; while it lasts nothing has been done."""
    assert plan.ended is not None
    earliest = limits.SHORTEST_AFTER_PROTECTION(plan.ended)
    assert isinstance(earliest, date)
    about = {"child": plan.child_id, "anchor": plan, "start": plan.ended}
    if following.ended and following.end_reason in NOBODY_CHOSE:
        return Clock(limits.AFTER_PROTECTION, ended=Ending(LEFT, on=following.ended, state=NOT_APPLICABLE), **about)
    if following.ended is None or following.ended >= earliest:
        return Clock(limits.AFTER_PROTECTION, stop=following.ended, set_for=following.ended, **about)
    return Clock(limits.AFTER_PROTECTION, set_for=following.ended, **about)


def late_pregnancy_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each referral after week 28 of a pregnancy, that a plan begins; four queries."""
    people = list(children)
    in_need = by_child(ChildInNeedPlan.objects.current().about(people))
    protection = by_child(ProtectionPlan.objects.current().about(people))
    clocks: list[Clock] = []
    for referral, person in referrals_before_birth(people):
        if person.expected_on is None or referral.began <= day_of(limits.LATE_FROM(person.expected_on)):
            continue
        plans = [*in_need[referral.child_id], *protection[referral.child_id]]
        begun = min((plan.began for plan in plans if plan.began >= referral.began), default=None)
        over_since = over(referral, CLOSED) if begun is None else None
        about = {"child": referral.child_id, "anchor": referral, "start": referral.began}
        clocks.append(Clock(limits.LATE_PREGNANCY, stop=begun, ended=over_since, **about))
    return clocks


def refresh_clocks(children: Iterable[UUID]) -> list[Clock]:
    """While a plan of either kind lasts, a year after each authorised assessment a new one; three queries."""
    people = list(children)
    in_need = by_child(ChildInNeedPlan.objects.current().about(people))
    protection = by_child(ProtectionPlan.objects.current().about(people))
    authorised = by_child(Assessment.objects.current().about(people).filter(ended__isnull=False))
    clocks: list[Clock] = []
    for child, assessed in authorised.items():
        known = sorted(assessed, key=lambda each: each.ended)
        for each, following in pairwise([*known, None]):
            plans = [plan for plan in (*in_need[child], *protection[child]) if lasted(plan, each, following)]
            clocks += [renewed(each, following, plans)] if plans else []
    return clocks


def lasted(plan: Any, assessment: Any, following: Any) -> bool:
    """Whether a plan lasted at some time between one assessment and the next."""
    ended_after = plan.ended is None or plan.ended > assessment.ended
    return ended_after and (following is None or plan.began < following.ended)


def renewed(assessment: Any, following: Any, plans: list[Any]) -> Clock:
    """From one assessment to the next, as long as one of these plans lasts."""
    ends = [plan.ended for plan in plans]
    over = None if None in ends else Ending("The plan ended", on=max(ends))
    stop = following.ended if following is not None else None
    return Clock(
        limits.REFRESH, child=assessment.child_id, anchor=assessment, start=assessment.ended, stop=stop, ended=over
    )
