"""A child's plans with their goals, steps and progress; the record must be open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from sightline.foundation.area import areas
from sightline.foundation.asked_often import asked_often
from sightline.foundation.facts import FactQuerySet
from sightline.foundation.plans.models import Goal, Plan, Progress, Step
from sightline.foundation.plans.rules import OPEN_TO_NEEDS, SETTLED, NewGoal, Words, is_settled


@dataclass(frozen=True)
class StepStands:
    """A step and the last that was said of it."""

    step: Step
    last: Progress | None

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.last is None or not is_settled(self.last.state)


@dataclass(frozen=True)
class GoalStands:
    """A goal with its steps."""

    goal: Goal
    steps: list[StepStands] = field(default_factory=list)


@dataclass(frozen=True)
class PlanStands:
    """A plan with its goals."""

    plan: Plan
    goals: list[GoalStands] = field(default_factory=list)

    @property
    def steps(self) -> list[StepStands]:
        """The steps of every goal."""
        return [step for goal in self.goals for step in goal.steps]


def open_plan(child: UUID, kind: str) -> Plan | None:
    """The open plan of a kind, if there is one."""
    return Plan.objects.current().filter(child=child, kind=kind, ended=None).first()


@asked_often
def plans_under_way(child: UUID) -> FactQuerySet:
    """The plans of a child that have not ended, the oldest first."""
    return Plan.objects.current().filter(child=child, ended=None).order_by("began", "id")


def plan_for_needs(child: UUID) -> Plan | None:
    """The open plan in which a need of the child is answered: the one of most weight."""
    found = {plan.kind: plan for plan in plans_under_way(child)}
    return next((found[kind] for kind in OPEN_TO_NEEDS if kind in found), None)


def waiting_for_plan(child: UUID) -> list[NewGoal]:
    """The goals of other areas that wait for a plan of the child."""
    return [goal for area in areas() for each in area.for_plans for goal in each.waiting(child)]


def words_of_steps(child: UUID) -> dict[UUID, list[Words]]:
    """By step of the child's plans, the child's words from which it came."""
    found: dict[UUID, list[Words]] = defaultdict(list)
    for each in (each for area in areas() for each in area.for_plans):
        for step, words in each.words(child).items():
            found[step] += words
    return found


def plan_of(child: UUID, plan: UUID) -> Plan | None:
    """A plan of a child that stands."""
    return Plan.objects.current().filter(child=child, pk=plan).first()


def goal_of(child: UUID, goal: UUID) -> Goal | None:
    """A goal of a child that stands."""
    return Goal.objects.current().filter(child=child, pk=goal).select_related("plan").first()


def step_of(child: UUID, step: UUID) -> Step | None:
    """A step of a child's plans that stands."""
    return Step.objects.current().filter(child=child, pk=step).select_related("goal__plan").first()


def open_goals(plan: Plan | None) -> list[Goal]:
    """The goals of a plan that have not ended."""
    return list(Goal.objects.current().filter(plan=plan, ended=None))


def steps_of(plan: Plan | None) -> list[Step]:
    """Every step of a plan that stands."""
    return list(Step.objects.current().filter(goal__plan=plan))


def open_steps(children: list[UUID]) -> list[Step]:
    """The steps of these children's plans under way that are not settled; two queries."""
    settled = Progress.objects.current().filter(child__in=children, state__in=SETTLED).values("step")
    found = Step.objects.current().filter(child__in=children, goal__ended=None, goal__plan__ended=None)
    return list(found.exclude(pk__in=settled).order_by("child", "by_when", "pk"))


def is_plan_of(child: UUID, plan: UUID) -> bool:
    """Whether a plan of a child stands under this key."""
    return Plan.objects.current().about([child]).filter(pk=plan).exists()


def plans_of(child: UUID, plan: UUID | None = None) -> list[PlanStands]:
    """A child's plans, or one of them, open ones first, the newest of each first; four queries for any number."""
    found = Plan.objects.current().filter(child=child).select_related("recorded_by")
    plans = list(found.filter(pk=plan) if plan else found)
    plans.sort(key=lambda each: (each.ended is not None, -each.began.toordinal()))
    last = {said.step_id: said for said in Progress.objects.current().filter(child=child).order_by("happened", "id")}
    steps: dict[UUID, list[StepStands]] = defaultdict(list)
    for step in Step.objects.current().filter(child=child).select_related("owner", "goal").order_by("by_when", "id"):
        steps[step.goal_id].append(StepStands(step, last.get(step.pk)))
    goals: dict[UUID, list[GoalStands]] = defaultdict(list)
    for goal in Goal.objects.current().filter(child=child).order_by("began", "id"):
        goals[goal.plan_id].append(GoalStands(goal, steps[goal.pk]))
    return [PlanStands(each, goals[each.pk]) for each in plans]
