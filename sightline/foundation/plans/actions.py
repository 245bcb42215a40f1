"""Beginning a plan, adding to it, saying how far it has come, and ending it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.plans import queries, rules
from sightline.foundation.plans.models import Goal, Plan, Progress, Step
from sightline.foundation.plans.rules import Moved, NewGoal, NewStep

ENDED = "This plan has ended. Begin a new one."


@action(permission=Permission.RECORD_PLAN, says="began a plan")
def begin_plan(
    *,
    child: UUID,
    kind: str,
    began: date,
    goals: Sequence[NewGoal],
    purpose: str = "",
    agreed_with: str = "",
    by: Acting,
) -> Work:
    """Begin a plan with its first goals, and with those that wait for one; a child has one open plan of a kind."""
    if kind not in rules.PlanKind.values:
        raise Refusal("Say which kind of plan it is.")
    if queries.open_plan(child, kind):
        raise Refusal("There is an open plan of this kind already. Add to it, or end it first.")
    plan = Plan(child_id=child, kind=kind, began=began, purpose=purpose, agreed_with=agreed_with)
    yield plan
    for goal in goals:
        yield from added(plan, goal, began)
    if kind in rules.OPEN_TO_NEEDS:
        for goal in queries.waiting_for_plan(child):
            yield from joined(plan, goal, began)
    return plan


@action(permission=Permission.RECORD_PLAN, says="added a goal to a plan")
def add_goal(*, child: UUID, plan: UUID, goal: NewGoal, on: date, by: Acting) -> Work:
    """Add a goal, with its steps, to a plan that is open."""
    found = standing(queries.plan_of(child, plan), on)
    made = None
    for each in added(found, goal, on):
        made = made or each
        yield each
    return made  # type: ignore[return-value]


@action(permission=Permission.RECORD_PLAN, says="added a step to a plan")
def add_step(*, child: UUID, goal: UUID, step: NewStep, on: date, by: Acting) -> Work:
    """Add something that somebody will do for a goal."""
    found = queries.goal_of(child, goal)
    if found is None or found.ended:
        raise Refusal("This goal has ended. Choose another, or add a new one.")
    made = step_of(found, step, on)
    yield made
    return made


@action(permission=Permission.RECORD_PLAN, says="said how far a plan had come")
def record_progress(*, child: UUID, plan: UUID, moved: Sequence[Moved], on: date, by: Acting) -> Work:
    """Say how far the steps of a plan have come; what is stuck or given up needs words."""
    found = standing(queries.plan_of(child, plan), on)
    steps = {step.pk: step for step in queries.steps_of(found)}
    said = None
    for each in moved:
        refuse_moved(each, on)
        if each.step not in steps:
            raise Refusal("This step is not part of the plan any more. Look at the plan again.")
        said = Progress(
            child_id=child,
            step=steps[each.step],
            happened=on,
            state=each.state,
            note=each.note,
            new_date=each.new_date,
        )
        yield said
    if said is None:
        raise Refusal("Say how far at least one step has come.")
    return said


@action(permission=Permission.RECORD_PLAN, says="ended a goal of a plan")
def end_goal(*, child: UUID, goal: UUID, on: date, result: str, how: str, by: Acting) -> Work:
    """Say what became of a goal."""
    found = queries.goal_of(child, goal)
    if found is None or found.ended:
        raise Refusal("This goal has ended already.")
    if result not in rules.Result.values:
        raise Refusal("Say what became of it.")
    refuse_before(on, found.began)
    yield ends(found, on=on, result=result, how_it_ended=how)
    return found


@action(permission=Permission.RECORD_PLAN, says="ended a plan")
def end_plan(*, child: UUID, plan: UUID, on: date, reason: str, by: Acting) -> Work:
    """End a plan and say why; goals without a result end with it as not reached, which the plan then shows."""
    found = standing(queries.plan_of(child, plan), on)
    if not reason.strip():
        raise Refusal("Say why the plan ends.")
    for goal in queries.open_goals(found):
        yield ends(goal, on=on, result=rules.Result.NOT_REACHED, how_it_ended="The plan ended before this was settled.")
    yield ends(found, on=on, end_reason=reason)
    return found


def added(plan: Plan, goal: NewGoal, on: date) -> Iterator[Yielded]:
    """A goal and its steps."""
    if not goal.text.strip() or not goal.how_we_will_know.strip():
        raise Refusal("Say of each goal what will be different for the child, and how everybody will know.")
    if goal.decide_by and goal.decide_by < on:
        raise Refusal("The day on which you decide whether it works must not be before the day it is agreed.")
    made = Goal(
        child_id=plan.child_id,
        plan=plan,
        began=on,
        text=goal.text,
        how_we_will_know=goal.how_we_will_know,
        starting_point=goal.starting_point,
        worry=goal.worry,
        if_not=goal.if_not,
        decide_by=goal.decide_by,
    )
    yield made
    for step in goal.steps:
        yield step_of(made, step, on)


def joined(plan: Plan, goal: NewGoal, on: date) -> Iterator[Yielded]:
    """A goal of another area in a plan that is open, beside what stands there in the same words; no day is past."""
    stands = next((each for each in queries.open_goals(plan) if each.text == goal.text), None)
    day = max(on, plan.began)
    current = replace(goal, steps=tuple(replace(each, by_when=max(each.by_when, day)) for each in goal.steps))
    if stands is None:
        yield from added(plan, current, day)
        return
    for step in current.steps:
        yield step_of(stands, step, max(day, stands.began))


def step_of(goal: Goal, step: NewStep, on: date) -> Step:
    """A step of a goal; raises Refusal unless it says what, who and by when."""
    if not step.text.strip() or not step.who.strip():
        raise Refusal("Say of each step what will be done and who will do it.")
    if step.by_when < on:
        raise Refusal("The day by which a step should be done must not be before the day it is agreed.")
    if step.agency and step.agency not in rules.Agency.values:
        raise Refusal("Say which family member or agency carries the step.")
    return Step(
        child_id=goal.child_id,
        goal=goal,
        happened=on,
        text=step.text,
        who=step.who,
        owner_id=step.owner,
        agency=step.agency,
        by_when=step.by_when,
        how_we_will_know=step.how_we_will_know,
        starting_point=step.starting_point,
        starts_on=step.starts_on,
        comes_of=step.comes_of,
    )


def standing(plan: Plan | None, on: date) -> Plan:
    """The plan, if it is open on the day; raises Refusal."""
    if plan is None or plan.ended:
        raise Refusal(ENDED)
    refuse_before(on, plan.began)
    return plan


def refuse_before(on: date, began: date) -> None:
    """Raise unless a day is not before something began."""
    if on < began:
        raise Refusal("The day must not be before the day on which it began.")


def refuse_moved(moved: Moved, on: date) -> None:
    """Raise unless it is said how far a step has come, and why where that is needed."""
    if moved.state not in rules.State.values:
        raise Refusal("Say how far each step has come.")
    if rules.needs_words(moved.state) and not moved.note.strip():
        raise Refusal("Say in a few words why a step is stuck or not needed any more.")
    if moved.new_date and moved.new_date < on:
        raise Refusal("The new day for a step must not be in the past.")
