"""The clocks of plans for children in need, from their facts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sightline.foundation.oversight.queries import managers_entries
from sightline.foundation.timescales.rules import Clock
from sightline.foundation.timescales.rules.sequences import (
    by_child,
    looks_at,
    one_after_another,
    over,
    within,
)
from sightline.foundation.visits.queries import visits_that_count
from sightline.foundation.visits.rules import VisitKind
from sightline.practice.child_in_need import rules
from sightline.practice.child_in_need.models import ChildInNeedPlan, ChildInNeedReview

PLAN_ENDED = "The plan ended"


def plan_clocks(children: Iterable[UUID]) -> list[Clock]:
    """Reviews, visits and a manager's looks while a plan lasts; six queries."""
    people = list(children)
    reviews = by_child(ChildInNeedReview.objects.current().about(people))
    visits = by_child(visits_that_count(people, VisitKind.CHILD_IN_NEED))
    entries = managers_entries(people)
    clocks: list[Clock] = []
    for plan in ChildInNeedPlan.objects.current().about(people):
        ended = over(plan, PLAN_ENDED)
        held: list[Any] = [each for each in reviews[plan.child_id] if each.plan_id == plan.pk]
        clocks += one_after_another(rules.REVIEW, plan, held, ended=ended)
        clocks += one_after_another(rules.VISIT, plan, within(visits[plan.child_id], plan), ended=ended)
        clocks += looks_at(rules.DURATION, plan, rules.LOOKS, entries.get(plan.child_id, []), ended=ended)
    return clocks
