"""A copy of a plan for one reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.words import format_date
from sightline.foundation.documents.making import MadeDocument, MadeQuote, MadeSection, MadeTable
from sightline.foundation.documents.making.kinds import Reader, sender
from sightline.foundation.documents.queries.passages import family_of
from sightline.foundation.documents.queries.readers import called
from sightline.foundation.documents.rules.passages import Audience, may_stand_in
from sightline.foundation.plans.presenters.plans import due, name_of
from sightline.foundation.plans.queries import GoalStands, StepStands, plans_of, words_of_steps
from sightline.foundation.plans.rules import State, Words

YOURS = "It says what should be different for you, who does what, and by when."


def made(child: Any, fact: UUID, reader: Reader, today: date) -> MadeDocument | None:
    """A plan for one reader; notes on its steps and whose worker holds them stay with professionals."""
    found = plans_of(child.pk, fact)
    if not found:
        return None
    plan, name = found[0].plan, called(child.person)
    ended = f"It ended on {format_date(plan.ended)}." if plan.ended else ""
    is_child = reader.recipient.audience is Audience.CHILD
    heard = words_for(child, reader, today)
    return MadeDocument(
        title=f"{name}, this is your plan" if is_child else name_of(plan.kind),
        for_whom=reader.whose,
        sent_by=sender(),
        made_on=today,
        about="" if is_child else str(child),
        greeting=f"Dear {reader.name}," if reader.name else "",
        opening=[YOURS if is_child else f"This plan began on {format_date(plan.began)}.", ended],
        sections=[
            MadeSection("What this plan is for", paragraphs=[plan.purpose]),
            *(goal_made(goal, reader, heard) for goal in found[0].goals),
            MadeSection("Who agreed this plan", paragraphs=[] if is_child else [plan.agreed_with]),
        ],
    )


def words_for(opened: Any, reader: Reader, today: date) -> dict[UUID, list[Words]]:
    """By step, those of the child's words that may stand in a reader's copy."""
    child = opened.pk
    family = family_of([child], child, today, adults=opened.adults)

    def holds(words: Words) -> bool:
        return may_stand_in(child, [child], words.may_know, reader.recipient, family)

    return {step: [each for each in found if holds(each)] for step, found in words_of_steps(child).items()}


def goal_made(stands: GoalStands, reader: Reader, heard: Mapping[UUID, Sequence[Words]]) -> MadeSection:
    """One goal of a plan in a document, with what the child said of it."""
    goal, asked = stands.goal, (("How it is now", "starting_point"), ("How we will know", "how_we_will_know"))
    return MadeSection(
        goal.text,
        rows=[(label, [getattr(goal, column)]) for label, column in asked if getattr(goal, column)],
        table=MadeTable(
            "Who does what, and by when",
            ["What", "Who", "By when", "How far"],
            [[step.step.text, step.step.who, format_date(due(step)), far_made(step, reader)] for step in stands.steps],
        ),
        quotes=[
            MadeQuote(each.words, f"From this came: {step.step.text}")
            for step in stands.steps
            for each in heard.get(step.step.pk, ())
        ],
    )


def far_made(stands: StepStands, reader: Reader) -> str:
    """How far a step has come; what was noted of it is for professionals."""
    if stands.last is None:
        return "Not begun"
    state = str(State(stands.last.state).label)
    return state if reader.is_family or not stands.last.note else f"{state}: {stands.last.note}"
