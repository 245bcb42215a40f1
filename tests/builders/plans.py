"""Plans with goals and steps, recorded through the real actions.

plan = begun(tia, worker)                       # a child in need plan with one goal and one step
"""

from datetime import date
from typing import Any

from sightline.foundation.plans import actions
from sightline.foundation.plans.models import Plan
from sightline.foundation.plans.rules import NewGoal, NewStep, PlanKind
from tests.builders.workforce import BUILDER, as_builder, made

AGREED, BY_WHEN = date(2026, 3, 2), date(2026, 4, 2)


def goal(text: str = "Kit sleeps in his own bed", *steps: NewStep) -> NewGoal:
    """A goal with how everybody will know."""
    return NewGoal(text, "Kit says so at breakfast", "He shares a mattress", tuple(steps))


def step(text: str = "Buy a bed", owner: Any = None, by_when: date = BY_WHEN) -> NewStep:
    """A step that somebody will do."""
    return NewStep(text, "Mum and Amina", by_when, owner.pk if owner else None)


def begun(child: Any, owner: Any = None, kind: str = PlanKind.CHILD_IN_NEED) -> Plan:
    """An open plan with one goal and one step."""
    with as_builder():
        key = made(
            actions.begin_plan(
                child=child.pk, kind=kind, began=AGREED, goals=[goal("Kit sleeps in his own bed", step(owner=owner))],
                purpose="A calm evening", by=BUILDER,
            )
        )  # fmt: skip
        return Plan.objects.get(pk=key)
