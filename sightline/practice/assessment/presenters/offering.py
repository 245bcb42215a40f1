"""What the questions about findings offer: steps and needs that words changed, services, words, and the family."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.plans.queries import open_steps
from sightline.practice.assessment import queries
from sightline.practice.assessment.models import AssessmentWork
from sightline.practice.assessment.presenters.writing import adults
from sightline.practice.early_help.queries import services

SHORT = 90  # letters of a text in a list that opens


def for_view(work: AssessmentWork, children: Sequence[Named]) -> dict[str, Any]:
    """The needs found so far and the open steps of plans, of children whose records are open."""
    found = queries.findings_of(work)
    needs = [
        (f"need:{need.pk}", f"{whose(child, children)}Need: {shortened(need.need)}")
        for child in children
        for need in found[child.key].needs
    ]
    names = {child.key: whose(child, children) for child in children}
    steps = [
        (f"step:{step.pk}", f"{names[step.child_id]}Step of the plan: {shortened(step.text)}")
        for step in open_steps(list(names))
    ]
    return {"changeable": [*needs, *steps]}


def for_need(work: AssessmentWork, children: Sequence[Named]) -> dict[str, Any]:
    """The services that are open, and what these children said."""
    found = queries.findings_of(work)
    heard = [
        (str(view.pk), f"{whose(child, children)}{shortened(view.words)}")
        for child in children
        for view in found[child.key].views
        if view.words
    ]
    return {"services": [(str(each.pk), f"{each.name}, {each.provider}") for each in services()], "heard": heard}


def for_sharing(work: AssessmentWork, children: Sequence[Named]) -> dict[str, Any]:
    """The adults in the records of these children."""
    return {"people": [(str(key), name) for key, name in adults(children)]}


def whose(child: Named, children: Sequence[Named]) -> str:
    """The name of a child before what is theirs, where there are several."""
    return f"{child.name}: " if len(children) > 1 else ""


def shortened(text: str) -> str:
    """A text as far as it fits a line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"
