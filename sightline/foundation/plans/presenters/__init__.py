"""What the pages about plans show."""

from sightline.foundation.plans.presenters.copies import made
from sightline.foundation.plans.presenters.plans import (
    listed,
    name_of,
    open_plans,
    plan_shown,
    plan_title,
    progress_title,
    step_title,
)

__all__ = ["listed", "made", "name_of", "open_plans", "plan_shown", "plan_title", "progress_title", "step_title"]
