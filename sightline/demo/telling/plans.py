"""Plans of the families that are told one by one: what will be different, who does what, and how far it has come."""

from datetime import date, timedelta
from uuid import UUID

from sightline.demo.telling.scene import Scene
from sightline.foundation.children.models import Person
from sightline.foundation.plans import actions
from sightline.foundation.plans.models import Step
from sightline.foundation.plans.rules import Moved, NewGoal, NewStep, PlanKind, Result, State

STEPS = ("1", "2", "3")
SAID = ("text", "know", "start", "worry", "if_not")
WE_DECIDE = timedelta(days=84)  # after the plan begins: by then it is seen whether it works
PURPOSE = "So that home is calm enough to stay, and everybody knows what they do for it."
ENDED = "The family did what was agreed and asked to go on without a plan. School and the aunt know whom to ring."


def tell_plan(scene: Scene, *, goals: int = 1, kind: str = PlanKind.CHILD_IN_NEED, ends: bool = False) -> None:
    """A plan for one child, begun weeks ago, whose steps have come differently far."""
    child = scene.chance.choice(scene.born)
    days = min(40 + scene.number, max(3, (scene.today - scene.family.known_since).days - 3))
    began = scene.ago(days)
    own = {name for name in scene.fits if child in scene.fitting(name)}
    chosen = [scene.pools.goals.take(own) for _ in range(goals)]
    by = scene.by(began, 14)
    told = [goal(scene, child, row, began) for row in chosen]
    agreed = scene.put("{mother}, {child} and {worker}", child)
    made = actions.begin_plan(
        child=child.pk, kind=kind, began=began, goals=told, purpose=PURPOSE, agreed_with=agreed, by=by
    ).made
    said = {scene.put(row[f"step{place}"], child): row[f"state{place}"] for row in chosen for place in STEPS}
    on = scene.ago(max(1, days // 4))
    moved = [Moved(step.pk, *in_words(said[step.text])) for step in steps_of(made) if step.text in said]
    actions.record_progress(child=child.pk, plan=made, moved=moved, on=on, by=scene.by(on, 15))
    if ends:
        end(scene, child.pk, made)


def in_words(said: str) -> tuple[str, str]:
    """How far a step has come, and what was said about it."""
    state, _, note = said.partition(":")
    return State(state), note


def steps_of(plan: UUID) -> list[Step]:
    """The steps of a plan."""
    return list(Step.objects.filter(goal__plan=plan))


def goal(scene: Scene, child: Person, row: dict[str, str], began: date) -> NewGoal:
    """A goal with three steps."""
    steps = tuple(step(scene, child, row, place, began) for place in STEPS)
    text, know, start, worry, if_not = (scene.put(row[name], child) for name in SAID)
    return NewGoal(text, know, start, steps, worry, if_not, began + WE_DECIDE)


def step(scene: Scene, child: Person, row: dict[str, str], place: str, began: date) -> NewStep:
    """One step; those that are done had a day soon after the beginning, the others have one to come."""
    who = row[f"who{place}"]
    owner = scene.key_of(scene.family.worker) if "{worker}" in who and scene.busy else None
    done = row[f"state{place}"] == State.DONE
    by_when = began + timedelta(days=10) if done else scene.ahead(6 + 5 * int(place) + scene.number % 6)
    known = scene.put(row[f"know{place}"], child)
    return NewStep(scene.put(row[f"step{place}"], child), scene.put(who, child), by_when, owner, how_we_will_know=known)


def end(scene: Scene, child: UUID, plan: UUID) -> None:
    """The plan ends: its goal has been reached in part."""
    on = scene.ago(1)
    by = scene.by(on, 16)
    for each in {step.goal_id for step in steps_of(plan)}:
        how = "Better on most days; the aunt comes when it is not."
        actions.end_goal(child=child, goal=each, on=on, result=Result.PARTLY, how=how, by=by)
    actions.end_plan(child=child, plan=plan, on=on, reason=ENDED, by=by)
