"""The clocks of protection plans, from their facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.ages import birthday_for_entitlement
from sightline.foundation.children.models import Person
from sightline.foundation.many_rows import Keys
from sightline.foundation.meetings.queries import meetings_held
from sightline.foundation.meetings.rules import MeetingKind
from sightline.foundation.oversight.queries import managers_entries
from sightline.foundation.timescales.rules import Clock, working_days
from sightline.foundation.timescales.rules.sequences import (
    by_child,
    looks_at,
    one_after_another,
    over,
    within,
)
from sightline.foundation.visits.models import Seen
from sightline.foundation.visits.rules import VisitKind
from sightline.practice.child_protection import rules
from sightline.practice.child_protection.models import CoreGroup, ProtectionPlan, ReviewConference
from sightline.practice.child_protection.rules import visits as limits

PLAN_ENDED = "The plan ended"


def plans_of(children: Iterable[UUID]) -> list[ProtectionPlan]:
    """The plans of these children, those of another authority left out: their conferences are held there."""
    return list(ProtectionPlan.objects.current().about(children).filter(other_authority=False))


def review_clocks(children: Iterable[UUID]) -> list[Clock]:
    """Review conferences while a plan lasts; two queries."""
    people = list(children)
    reviews = by_child(ReviewConference.objects.current().about(people))
    return [
        clock
        for plan in plans_of(people)
        for clock in first_and_next(rules.FIRST_REVIEW, rules.NEXT_REVIEW, plan, of_plan(plan, reviews))
    ]


def core_group_clocks(children: Iterable[UUID]) -> list[Clock]:
    """Core groups while a plan lasts, imported or recorded as meetings, and one after a birth; five queries."""
    people = list(children)
    reviews = by_child(ReviewConference.objects.current().about(people))
    groups = by_child(CoreGroup.objects.current().about(people))
    meetings = by_child(meetings_held(people, MeetingKind.CORE_GROUP))
    births = dict(Person.objects.filter(pk__among=Keys(people)).values_list("pk", "birth_date"))
    clocks: list[Clock] = []
    for plan in plans_of(people):
        met = in_order([*of_plan(plan, groups), *within(meetings[plan.child_id], plan)])
        clocks += first_and_next(rules.FIRST_CORE_GROUP, rules.NEXT_CORE_GROUP, plan, met)
        clocks += after_birth(plan, births.get(plan.child_id), [*of_plan(plan, reviews), *met])
    return clocks


def in_order(held: Iterable[Any]) -> list[Any]:
    """What was held, the first first; what was recorded twice for a day counts once."""
    days: dict[date, Any] = {}
    for each in held:
        days.setdefault(each.happened, each)
    return [days[day] for day in sorted(days)]


def of_plan(plan: ProtectionPlan, facts: dict[UUID, list[Any]]) -> list[Any]:
    """The facts that belong to one plan."""
    return [fact for fact in facts[plan.child_id] if fact.plan_id == plan.pk]


def first_and_next(first: Any, later: Any, plan: ProtectionPlan, held: list[Any]) -> list[Clock]:
    """The first meeting of a plan, which has a limit of its own, and from each one held to the next."""
    ended = over(plan, PLAN_ENDED)
    (opening, *_) = one_after_another(first, plan, held[:1], ended=ended)
    if not held:
        return [opening]
    return [opening, *one_after_another(later, held[0], held[1:], ended=ended)]


def after_birth(plan: ProtectionPlan, born: date | None, met: list[Any]) -> list[Clock]:
    """A core group or review after the birth of a child whose plan began before it."""
    if born is None or born <= plan.began or (plan.ended is not None and plan.ended < born):
        return []
    stop = min((each.happened for each in met if each.happened >= born), default=None)
    about = {"child": plan.child_id, "anchor": plan, "start": born}
    ended = over(plan, PLAN_ENDED) if stop is None else None
    return [Clock(rules.AFTER_BIRTH, stop=stop, ended=ended, **about)]


def visit_clocks(children: Iterable[UUID]) -> list[Clock]:
    """While a plan lasts: visits, the child seen alone, where they sleep, and seen by anybody at all; three queries."""
    people = list(children)
    seen = by_child(Seen.objects.current().about(people).filter(seen=True))
    births = dict(Person.objects.filter(pk__among=Keys(people)).values_list("pk", "birth_date"))
    return [
        clock
        for plan in ProtectionPlan.objects.current().about(people)
        for clock in seen_clocks(plan, within(seen[plan.child_id], plan), births.get(plan.child_id))
    ]


def seen_clocks(plan: ProtectionPlan, seen: list[Any], born: date | None) -> list[Clock]:
    """The clocks of one plan that visits stop; there are none before the birth."""
    if born is None or (plan.ended is not None and plan.ended < born):
        return []
    ended = over(plan, PLAN_ENDED)
    visits = [each for each in seen if VisitKind.CHILD_PROTECTION in each.counts_as]
    as_set = working_days(plan.visit_every) if plan.visit_every else None
    alone = [each for each in visits if each.alone]
    slept = [each for each in visits if each.sleeping_place_seen]
    clocks = one_after_another(limits.VISIT, plan, visits, ended=ended, first=as_set, then=as_set)
    clocks += one_after_another(limits.SLEEPING_PLACE, plan, slept, ended=ended)
    clocks += one_after_another(limits.NOT_SEEN, plan, seen, ended=ended)
    if birthday_for_entitlement(born, limits.ALONE_FROM) <= plan.began:
        clocks += one_after_another(limits.SEEN_ALONE, plan, alone, ended=ended)
    return clocks


def long_plan_clocks(children: Iterable[UUID]) -> list[Clock]:
    """A manager's looks at a plan that lasts long; four queries."""
    people = list(children)
    entries = managers_entries(people)
    return [
        clock
        for plan in plans_of(people)
        for clock in looks_at(
            limits.LONG_PLAN, plan, limits.LOOKS, entries.get(plan.child_id, []), ended=over(plan, PLAN_ENDED)
        )
    ]
