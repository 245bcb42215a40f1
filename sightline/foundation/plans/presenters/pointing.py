"""What the check of a step says on a page: while it is typed, once it is recorded, and in a plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sightline.foundation.plans.queries import PlanStands, StepStands
from sightline.foundation.plans.rules import NewStep
from sightline.foundation.plans.rules.checking import Check, Finding, StepSaid, checked

WORTH_A_LOOK = "Worth another look. It is a suggestion, and you can record the step as it is."
POINTING = dict.fromkeys(("text", "who", "starting_point", "how_we_will_know"), WORTH_A_LOOK)
ON_A_DAY = date.max  # forms ask for a day and do not go on without one


def while_typing(typed: Mapping[str, str]) -> dict[str, list[str]]:
    """By question, what is pointed out of the words typed so far; what is still empty is not."""
    said = {name: typed.get(name, "") for name in POINTING}
    found = [each for each in checked(StepSaid(by_when=ON_A_DAY, **said)) if each.found]
    return {name: [str(each) for each in found if each.asked_in == name] for name in POINTING}


def findings(stands: StepStands) -> list[Finding]:
    """What is pointed out at a step of a plan; how it is now may stand at its goal."""
    step = stands.step
    now = step.starting_point or step.goal.starting_point
    return checked(StepSaid(step.text, step.who, step.by_when, step.how_we_will_know, now))


def at_step(stands: StepStands) -> list[str]:
    """One line beneath a step that is still to do: which of the checks it leaves open."""
    open_checks = [Check(each.check).label for each in findings(stands)] if stands.is_open else []
    return [f"Could be clearer: {', '.join(open_checks)}"] if open_checks else []


def of_plan(stands: PlanStands) -> str:
    """How many of the open steps leave nothing open; nothing for a plan without any."""
    open_ones = [each for each in stands.steps if each.is_open]
    if not open_ones or stands.plan.ended:
        return ""
    clear = sum(not findings(each) for each in open_ones)
    return f"{clear} of {len(open_ones)} say who, what exactly, by when, how we will know and how it is now."


def once_recorded(step: NewStep, goal: Any) -> str:
    """What is said after a step was recorded; nothing where nothing is left open."""
    now = step.starting_point or goal.starting_point
    found = checked(StepSaid(step.text, step.who, step.by_when, step.how_we_will_know, now))
    return " ".join(["Worth another look:", *(each.sentence for each in found)]) if found else ""
