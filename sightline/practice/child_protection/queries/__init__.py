"""Named questions about child protection."""

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
    hold,
    standing_of,
)

__all__ = [
    "Discussion",
    "EnquiryShown",
    "Standing",
    "conference_clocks",
    "discussion_of",
    "ending_of",
    "enquiries_of",
    "enquiry_is_open",
    "hold",
    "just_before",
    "outcome_of",
    "outcomes_of",
    "standing_of",
    "version_of",
    "whole",
]
