"""The clocks of care, from its facts."""

from sightline.practice.care.queries.clocks.adoption import adoption_clocks
from sightline.practice.care.queries.clocks.homes import approval_clocks, liberty_clocks, new_home_clocks
from sightline.practice.care.queries.clocks.need import first_meeting_clocks
from sightline.practice.care.queries.clocks.plans import (
    adoption_decision_clocks,
    agreed_care_clocks,
    care_plan_clocks,
    permanence_clocks,
)
from sightline.practice.care.queries.clocks.reviews import officer_clocks, review_clocks, short_break_clocks
from sightline.practice.care.queries.clocks.visits import visit_clocks

__all__ = [
    "adoption_clocks",
    "adoption_decision_clocks",
    "agreed_care_clocks",
    "approval_clocks",
    "care_plan_clocks",
    "first_meeting_clocks",
    "liberty_clocks",
    "new_home_clocks",
    "officer_clocks",
    "permanence_clocks",
    "review_clocks",
    "short_break_clocks",
    "visit_clocks",
]
