"""Named questions about plans for children in need, and their clocks."""

from sightline.practice.child_in_need.queries.clocks import plan_clocks
from sightline.practice.child_in_need.queries.standing import has_plan, open_plan, why_plan_bars, without_plan

__all__ = ["has_plan", "open_plan", "plan_clocks", "why_plan_bars", "without_plan"]
