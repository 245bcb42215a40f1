"""A child's plan with a goal, a step that its owner still has to do, and what was said of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.plans.models import Goal, Plan, Progress, Step
from tests.architecture.matrix.cells import DAY, Cell, Staff


def of(cell: Cell, staff: Staff) -> Iterator[Any]:
    """One of each."""
    child, token = cell.child, cell.token
    plan = Plan(child_id=child, began=DAY, kind="child_in_need", purpose=f"For {token}", agreed_with=f"Nan {token}")
    goal = Goal(
        child_id=child, began=DAY, plan=plan,
        text=f"Sleeps {token}", how_we_will_know=f"Tells {token}", starting_point=f"Wakes {token}",
        worry=f"Falls asleep in school {token}", if_not=f"Nan has him {token}", decide_by=date(2026, 12, 20),
    )  # fmt: skip
    step = Step(
        child_id=child, happened=DAY, goal=goal,
        text=f"Buys a bed {token}", who=f"Mum {token}", owner=staff.asked_about(cell), by_when=date(2026, 12, 1),
        agency="parent", how_we_will_know=f"Has a bed {token}", starting_point=f"Has none {token}",
    )  # fmt: skip
    said = Progress(child_id=child, happened=DAY, step=step, state="stuck", note=f"No money {token}")
    cell.facts |= {"plan": plan.pk, "goal": goal.pk, "step": step.pk, "progress": said.pk, "kind_of_copy": "plan"}
    yield from (plan, goal, step, said)
