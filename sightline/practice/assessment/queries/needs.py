"""What becomes of needs: the step of a plan that answers each, those that wait, and the words behind a step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sightline.foundation.plans.models import Step
from sightline.foundation.plans.rules import NewGoal, NewStep, Words
from sightline.practice.assessment.models import ChildsView, NeedFound


def goal_of_need(need: NeedFound) -> NewGoal:
    """A need and the step that answers it, as a goal of a plan."""
    by_when = need.by_when or need.starts_on or need.happened
    step = NewStep(need.answered_by, need.who, by_when, starts_on=need.starts_on, comes_of=first_of(need))
    return NewGoal(need.need, need.how_we_will_know, steps=(step,))


def first_of(need: NeedFound) -> UUID:
    """The key by which a step points at a need: that of the first recording, which a correction keeps."""
    earliest: Any = need
    while earliest.supersedes is not None:
        earliest = earliest.supersedes
    return UUID(str(earliest.pk))


def steps_of_needs(needs: Iterable[NeedFound]) -> dict[UUID, Step]:
    """By need, the step of a plan that came of it; one query, and one more for each need that was corrected."""
    firsts = {first_of(each): each.pk for each in needs if each.who}
    if not firsts:
        return {}
    found = Step.objects.current().filter(comes_of__in=firsts).select_related("goal__plan")
    return {firsts[step.comes_of]: step for step in found if step.comes_of}


def waiting_goals(child: UUID) -> list[NewGoal]:
    """The steps that assessments found necessary for a child and that stand in no plan yet."""
    needs = list(NeedFound.objects.current().filter(child=child).exclude(who="").order_by("happened", "pk"))
    steps = steps_of_needs(needs)
    return [goal_of_need(each) for each in needs if each.pk not in steps]


def words_behind_steps(child: UUID) -> dict[UUID, list[Words]]:
    """By step of a child's plans, what the child said that it came from: of the step itself, or of its need."""
    views = list(ChildsView.objects.current().filter(child=child).exclude(words="").order_by("happened", "pk"))
    needs = list(NeedFound.objects.current().filter(child=child).exclude(who=""))
    steps = steps_of_needs(needs)
    behind: dict[UUID, dict[UUID, Words]] = defaultdict(dict)
    for view in views:
        wanted = {steps[each.pk].pk for each in needs if each.pk in steps and is_behind(view, each)}
        for step in wanted | ({view.changed_step_id} if view.changed_step_id else set()):
            behind[step][view.pk] = Words(view.words, view.happened, view.may_know)
    return {step: list(found.values()) for step, found in behind.items()}


def is_behind(view: ChildsView, need: NeedFound) -> bool:
    """Whether a need came from a child's words, or was changed by them; a corrected need or view keeps its words."""
    return is_one_of(need.heard_id, view) or is_one_of(view.changed_need_id, need)


def is_one_of(pointed: UUID | None, stands: ChildsView | NeedFound) -> bool:
    """Whether a key is that of what stands, or of what stood before it was corrected."""
    earlier: Any = stands if pointed else None
    while earlier is not None and earlier.pk != pointed:
        earlier = earlier.supersedes
    return earlier is not None
