"""What stands about the plan of a child in need."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from sightline.foundation.calendar.words import format_date
from sightline.foundation.standing import open_spell
from sightline.practice.child_in_need import rules
from sightline.practice.child_in_need.models import ChildInNeedPlan


def why_plan_bars(child: UUID, on: date) -> str:
    """Why a referral is not closed while a plan lasts; nothing where there is none."""
    plan = open_spell(ChildInNeedPlan, child)
    if plan is None:
        return ""
    return f"The plan that was agreed on {format_date(plan.began)} has not ended. End it with its reason first."


def without_plan(today: date) -> Q:
    """Which rows of boards: children in need for a while, not under assessment, for whom no plan of any kind lasts."""
    since = (today - timedelta(days=rules.PLAN_EXPECTED_DAYS)).isoformat()
    return Q(marks__in_need__lte=since) & ~Q(marks__has_any_keys=["plan", "assessing"])


def open_plan(child: UUID) -> ChildInNeedPlan | None:
    """The plan that a child in need has now."""
    return open_spell(ChildInNeedPlan, child)


def has_plan(child: UUID) -> bool:
    """Whether a child in need has a plan now."""
    return open_plan(child) is not None
