"""What the pages about plans show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date
from sightline.foundation.plans.presenters.pointing import at_step, of_plan
from sightline.foundation.plans.queries import GoalStands, PlanStands, StepStands, plans_under_way
from sightline.foundation.plans.rules import PlanKind, Result, State, Words
from sightline.foundation.plans.rules.carrying import Carried, asks_too_much, in_words, shares
from sightline.ui.components import Aside, Column, EmptyState, Link, Table, Tag, Ticket, counted
from sightline.ui.vocabulary import said

COLOURS = {State.DONE: "green", State.UNDER_WAY: "blue", State.STUCK: "orange"}
CALLED = {
    PlanKind.EARLY_HELP: "{early_help:capital} plan",
    PlanKind.CHILD_IN_NEED: "{child_in_need_plan:capital}",
    PlanKind.CHILD_PROTECTION: "{child_protection_plan:capital}",
    PlanKind.SAFETY: "Safety plan",
    PlanKind.CARE: "Care plan",
    PlanKind.PLACEMENT: "Plan for where I live",
    PlanKind.EDUCATION: "{personal_education_plan:capital}",
    PlanKind.PATHWAY: "{pathway_plan:capital}",
}
TOO_MUCH = "One parent carries most of this plan. Who could take some of it on?"
STEPS: tuple[Column | str, ...] = ("Step", "Who", "By when", "How far")


@dataclass(frozen=True)
class GoalShown:
    """One goal."""

    title: str
    facts: list[tuple[str, str]]
    tag: Tag | None
    steps: Table
    links: list[Link]


@dataclass(frozen=True)
class PlanShown:
    """One plan whole."""

    title: str
    tag: Tag
    facts: list[tuple[str, str]]
    goals: list[GoalShown]
    links: list[Link]


def listed(plans: list[PlanStands], child: Any, today: date, *, records: bool) -> dict[str, Any]:
    """The page that lists a child's plans."""
    begin = Link("Begin a plan", reverse("plans:begin", args=[child.pk]))
    first = EmptyState(
        "No plan is recorded yet",
        "A plan says what will be different in the child's day, who does what by when, and how everybody will know.",
        begin if records else None,
    )
    rows = [row(each, today) for each in plans]
    columns: list[Column | str] = ["Plan", "From", "To", "Goals", "Steps"]
    return {"table": Table("Plans", columns, rows, empty=first), "begin": begin if records and plans else None}


def row(stands: PlanStands, today: date) -> list[object]:
    """One plan in the list."""
    plan = stands.plan
    return [
        Link(name_of(plan.kind), reverse("plans:plan", args=[plan.child_id, plan.pk])),
        format_date(plan.began),
        format_date(plan.ended) if plan.ended else "open",
        str(len(stands.goals)),
        [steps_in_words(stands), *late_tag(stands, today)],
    ]


def steps_in_words(stands: PlanStands) -> str:
    """How many steps are settled."""
    steps = stands.steps
    if not steps:
        return "none yet"
    return f"{sum(not step.is_open for step in steps)} of {len(steps)} settled"


def late_tag(stands: PlanStands, today: date) -> Iterable[Tag]:
    """How many steps are past their day, of a plan that is open."""
    late = sum(is_late(step, today) for step in stands.steps) if not stands.plan.ended else 0
    return [Tag(f"{counted(late, 'step')} past the day", "yellow")] if late else []


def is_late(stands: StepStands, today: date) -> bool:
    """Whether a step should have been done by now."""
    return stands.is_open and due(stands) < today


def due(stands: StepStands) -> date:
    """By when a step is to be done, after whatever new day was set."""
    return (stands.last.new_date if stands.last else None) or stands.step.by_when


def plan_shown(stands: PlanStands, today: date, *, records: bool, words: Mapping[UUID, Sequence[Words]]) -> PlanShown:
    """One plan whole."""
    plan = stands.plan
    is_open = plan.ended is None
    facts = [
        ("From", format_date(plan.began)),
        *([("To", f"{format_date(plan.ended)}: {plan.end_reason}")] if plan.ended else []),
        *([("What it is for", plan.purpose)] if plan.purpose else []),
        *([("Agreed with", plan.agreed_with)] if plan.agreed_with else []),
        *([("Who carries the steps", carried)] if (carried := who_carries(stands)) else []),
        *([("What the steps say", clear)] if records and (clear := of_plan(stands)) else []),
    ]
    return PlanShown(
        title=name_of(plan.kind),
        tag=Tag("Open", "green") if is_open else Tag("Ended"),
        facts=facts,
        goals=[goal_shown(goal, today, records=records and is_open, words=words) for goal in stands.goals],
        links=plan_links(stands) if records and is_open else [],
    )


def who_carries(stands: PlanStands) -> str:
    """Who carries the steps that are open, or all of a plan that ended; and whether that is much for one parent."""
    steps = [each.step for each in stands.steps if stands.plan.ended or each.is_open]
    found = shares(Carried(step.who, step.agency, is_ours=step.owner_id is not None) for step in steps)
    return f"{in_words(found)} {TOO_MUCH}" if asks_too_much(found) else in_words(found)


def plan_links(stands: PlanStands) -> list[Link]:
    """What can be done with an open plan; how far it has come first."""
    where = [stands.plan.child_id, stands.plan.pk]
    progress = Link("Say how far it has come", reverse("plans:progress", args=where))
    return [
        *([progress] if any(step.is_open for step in stands.steps) else []),
        Link("Add a goal", reverse("plans:add_goal", args=where)),
        Link("End this plan", reverse("plans:end", args=where)),
    ]


def goal_shown(stands: GoalStands, today: date, *, records: bool, words: Mapping[UUID, Sequence[Words]]) -> GoalShown:
    """One goal with its steps."""
    goal = stands.goal
    where = [goal.child_id, goal.pk]
    links = [
        Link("Add a step", reverse("plans:add_step", args=where)),
        Link("End this goal", reverse("plans:end_goal", args=where)),
    ]
    facts = [
        ("The worry", goal.worry),
        ("How it is now", goal.starting_point),
        ("How we will know", goal.how_we_will_know),
        ("If it does not work", goal.if_not),
        ("We decide by", format_date(goal.decide_by) if goal.decide_by else ""),
        ("What became of it", f"{Result(goal.result).label}. {goal.how_it_ended}".strip() if goal.result else ""),
    ]
    return GoalShown(
        title=goal.text,
        facts=[(label, text) for label, text in facts if text],
        tag=Tag(f"Ended {format_date(goal.ended)}") if goal.ended else None,
        steps=Table(
            "Steps",
            STEPS,
            [step_row(step, today, words.get(step.step.pk, ()), points_out=records) for step in stands.steps],
            "No steps yet.",
            caption_hidden=True,
        ),
        links=links if records and not goal.ended else [],
    )


def step_row(stands: StepStands, today: date, words: Sequence[Words], *, points_out: bool) -> list[object]:
    """One step, with the child's words from which it came, and what it leaves open for whoever may change it."""
    step = stands.step
    moved = [f"(first {format_date(step.by_when)})"] if due(stands) != step.by_when else []
    starts = [f"From {format_date(step.starts_on)}"] if step.starts_on else []
    now = [f"Now: {step.starting_point}"] if step.starting_point else []
    known = [f"We will know: {step.how_we_will_know}"] if step.how_we_will_know else []
    beneath = [*starts, *now, *known, *map(in_their_words, words), *(at_step(stands) if points_out else [])]
    return [
        [step.text, *map(Aside, beneath)],
        step.who,
        [format_date(due(stands)), *moved],
        far(stands, today),
    ]


def in_their_words(words: Words) -> str:
    """What the child said, as it stands beside the step that came of it."""
    return f"It came from the child’s words on {format_date(words.said_on)}: “{words.words}”"


def far(stands: StepStands, today: date) -> list[object]:
    """How far a step has come, in a word and what was said."""
    late = [Tag("Past its day", "yellow")] if is_late(stands, today) else []
    if stands.last is None:
        return [*late, "Nothing said yet"] if late else ["Nothing said yet"]
    state = State(stands.last.state)
    words = f"{format_date(stands.last.happened)}{': ' if stands.last.note else ''}{stands.last.note}"
    return [Tag(str(state.label), COLOURS.get(state, "grey")), *late, words]


def name_of(kind: str) -> str:
    """What a kind of plan is called, in the authority's own words."""
    return said(CALLED[PlanKind(kind)])


def open_plans(child: UUID, today: date) -> list[Ticket]:
    """The plans that a child has today, for the overview."""
    return [
        Ticket(
            title=name_of(each.kind),
            href=reverse("plans:plan", args=[child, each.pk]),
            lines=[f"Since {format_date(each.began)}"],
        )
        for each in plans_under_way(child)
    ]


def plan_title(plan: Any) -> str:
    """A plan in the chronology."""
    return f"{name_of(plan.kind)} began"


def step_title(step: Any) -> str:
    """A step on My work: what it is part of, and nothing of what it says."""
    return "Step of a plan"


def progress_title(progress: Any) -> str:
    """Progress in the chronology."""
    return f"Step of a plan: {State(progress.state).label.lower()}"
