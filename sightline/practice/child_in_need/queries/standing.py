"""What stands about the plan of a child in need."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.calendar.words import format_date
from sightline.foundation.standing import open_spell
from sightline.practice.child_in_need.models import ChildInNeedPlan


def why_plan_bars(child: UUID, on: date) -> str:
    """Why a referral is not closed while a plan lasts; nothing where there is none."""
    plan = open_spell(ChildInNeedPlan, child)
    if plan is None:
        return ""
    return f"The plan that was agreed on {format_date(plan.began)} has not ended. End it with its reason first."
