"""Conferences and protection plans as they stand."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.calendar.words import format_date
from sightline.foundation.standing import open_spell
from sightline.practice.child_protection.models import ProtectionPlan, ProtectionPlanCategory, Section47Enquiry


def enquiry_for_conference(child: UUID, on: date) -> Section47Enquiry | None:
    """The newest enquiry about a child that had begun by a day."""
    begun = Section47Enquiry.objects.current().filter(child=child, began__lte=on)
    return begun.order_by("-began", "-recorded_at").first()


def plans_before(child: UUID, on: date) -> int:
    """How many plans a child had before a day, those that only a return counted included."""
    earlier = ProtectionPlan.objects.current().filter(child=child, began__lt=on)
    return max([len(earlier), *(1 + (plan.number_of_previous_plans or 0) for plan in earlier)])


def category_of(plan: ProtectionPlan) -> str:
    """The category of a plan as it stands."""
    newest = ProtectionPlanCategory.objects.current().filter(plan=plan).order_by("-happened", "-recorded_at").first()
    return newest.category if newest else plan.initial_category


def why_plan_bars(child: UUID, on: date) -> str:
    """Why nothing that excludes a protection plan can happen while one lasts; nothing where there is none."""
    plan = open_spell(ProtectionPlan, child)
    if plan is None:
        return ""
    return f"The child has a plan since the conference on {format_date(plan.began)}; only a conference ends it."


def open_plan(child: UUID) -> ProtectionPlan | None:
    """The protection plan that a child has now."""
    return open_spell(ProtectionPlan, child)


def has_plan(child: UUID) -> bool:
    """Whether a child has a protection plan now."""
    return open_plan(child) is not None


def may_need_conference(child: UUID) -> bool:
    """Whether enquiries about a child can lead to an initial conference now."""
    return not has_plan(child) and Section47Enquiry.objects.current().filter(child=child).exists()
