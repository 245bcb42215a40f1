"""Named questions about child protection."""

from sightline.practice.child_protection.queries.conference_clocks import (
    discussion_clocks,
    enquiry_clocks,
    transfer_clocks,
)
from sightline.practice.child_protection.queries.discussions import (
    Discussion,
    discussion_of,
    outcome_of,
    outcomes_of,
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
from sightline.practice.child_protection.queries.paper_clocks import paper_clocks
from sightline.practice.child_protection.queries.plan_clocks import (
    core_group_clocks,
    long_plan_clocks,
    review_clocks,
    visit_clocks,
)
from sightline.practice.child_protection.queries.plans import (
    category_of,
    enquiry_for_conference,
    has_plan,
    may_need_conference,
    open_plan,
    plans_before,
    why_plan_bars,
)
from sightline.practice.child_protection.queries.step_clocks import (
    after_protection_clocks,
    first_meetings_asked,
    late_pregnancy_clocks,
    refresh_clocks,
)

__all__ = [
    "Discussion",
    "EnquiryShown",
    "Standing",
    "after_protection_clocks",
    "category_of",
    "core_group_clocks",
    "discussion_clocks",
    "discussion_of",
    "ending_of",
    "enquiries_of",
    "enquiry_clocks",
    "enquiry_for_conference",
    "enquiry_is_open",
    "first_meetings_asked",
    "has_plan",
    "late_pregnancy_clocks",
    "long_plan_clocks",
    "may_need_conference",
    "open_plan",
    "outcome_of",
    "outcomes_of",
    "paper_clocks",
    "plans_before",
    "refresh_clocks",
    "review_clocks",
    "standing_of",
    "transfer_clocks",
    "visit_clocks",
    "whole",
    "why_plan_bars",
]
