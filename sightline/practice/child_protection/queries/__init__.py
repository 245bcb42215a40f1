"""Named questions about child protection."""

from sightline.foundation.standing import hold
from sightline.practice.child_protection.queries.clocks import conference_clocks
from sightline.practice.child_protection.queries.discussions import (
    Discussion,
    discussion_of,
    just_before,
    outcome_of,
    outcomes_of,
    version_of,
    whole,
)
from sightline.practice.child_protection.queries.enquiries import (
    EnquiryShown,
    Standing,
    ending_of,
    enquiries_of,
    enquiry_is_open,
    standing_of,
)
from sightline.practice.child_protection.queries.plans import (
    category_of,
    enquiry_for_conference,
    plans_before,
    why_plan_bars,
)

__all__ = [
    "Discussion",
    "EnquiryShown",
    "Standing",
    "category_of",
    "conference_clocks",
    "discussion_of",
    "ending_of",
    "enquiries_of",
    "enquiry_for_conference",
    "enquiry_is_open",
    "hold",
    "just_before",
    "outcome_of",
    "outcomes_of",
    "plans_before",
    "standing_of",
    "version_of",
    "whole",
    "why_plan_bars",
]
