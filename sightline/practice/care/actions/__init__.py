"""What people record of care."""

from sightline.practice.care.actions.entering import begin_period_of_care, change_legal_status, leave_care
from sightline.practice.care.actions.homes import move_home, record_home_step, settle_home
from sightline.practice.care.actions.permanence import (
    decide_adoption,
    record_adoption_match,
    record_permanence_order,
    record_previous_permanence,
    reverse_adoption_decision,
)
from sightline.practice.care.actions.persons import (
    begin_deprivation_of_liberty,
    begin_separated_status,
    end_deprivation_of_liberty,
    end_separated_status,
    record_conviction,
    record_motherhood,
)
from sightline.practice.care.actions.reviews import (
    begin_care_plan,
    record_care_review,
    record_reviewing_officer_contact,
)

__all__ = [
    "begin_care_plan",
    "begin_deprivation_of_liberty",
    "begin_period_of_care",
    "begin_separated_status",
    "change_legal_status",
    "decide_adoption",
    "end_deprivation_of_liberty",
    "end_separated_status",
    "leave_care",
    "move_home",
    "record_adoption_match",
    "record_care_review",
    "record_conviction",
    "record_home_step",
    "record_motherhood",
    "record_permanence_order",
    "record_previous_permanence",
    "record_reviewing_officer_contact",
    "reverse_adoption_decision",
    "settle_home",
]
