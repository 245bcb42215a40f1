"""What is done in child protection."""

from sightline.practice.child_protection.actions.conferences import (
    decide_conference,
    hold_conference,
    record_transfer_in_notice,
    send_conference_paper,
)
from sightline.practice.child_protection.actions.corrections import correct_outcome, correct_strategy_discussion
from sightline.practice.child_protection.actions.discussions import record_strategy_discussion
from sightline.practice.child_protection.actions.enquiries import (
    correct_enquiry_outcome,
    record_enquiry_outcome,
    withdraw_enquiry_outcome,
)
from sightline.practice.child_protection.actions.plans import (
    end_protection_plan,
    hold_review_conference,
    record_core_group,
)
from sightline.practice.child_protection.rules import (
    ConferenceForChild,
    Found,
    OutcomeForChild,
    SaidOfSome,
    Scale,
    TookPart,
)

__all__ = [
    "ConferenceForChild",
    "Found",
    "OutcomeForChild",
    "ReviewForChild",
    "SaidOfSome",
    "Scale",
    "TookPart",
    "correct_enquiry_outcome",
    "correct_outcome",
    "correct_strategy_discussion",
    "decide_conference",
    "end_protection_plan",
    "hold_conference",
    "hold_review_conference",
    "record_core_group",
    "record_enquiry_outcome",
    "record_strategy_discussion",
    "record_transfer_in_notice",
    "send_conference_paper",
    "withdraw_enquiry_outcome",
]
