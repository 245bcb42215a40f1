"""What became of a need that an assessment found."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sightline.foundation.plans.presenters import name_of
from sightline.practice.assessment.models import NeedFound
from sightline.ui.components import Link

WAITS = "It waits for a plan of the child, and becomes a step of the next one that is agreed."


def became(need: NeedFound, step: Any) -> Link | str:
    """The way to the plan in which a need is answered or to the service, or that its step waits for a plan."""
    if step is not None:
        plan = step.goal.plan
        return Link(f"A step of the {name_of(plan.kind)}", reverse("plans:plan", args=[plan.child_id, plan.pk]))
    if need.service_id:
        words = urlencode({"words": need.answered_by.replace(",", " ")})
        return Link("What the directory says of it", f"{reverse('early_help:services')}?{words}")
    return WAITS if need.who else ""
