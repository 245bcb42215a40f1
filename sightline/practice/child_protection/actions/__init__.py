"""What is done in child protection."""

from sightline.practice.child_protection.actions.corrections import correct_outcome, correct_strategy_discussion
from sightline.practice.child_protection.actions.discussions import record_strategy_discussion
from sightline.practice.child_protection.actions.enquiries import (
    correct_enquiry_outcome,
    record_enquiry_outcome,
    withdraw_enquiry_outcome,
)
from sightline.practice.child_protection.rules import Found, OutcomeForChild, SaidOfSome, Scale, TookPart

__all__ = [
    "Found",
    "OutcomeForChild",
    "SaidOfSome",
    "Scale",
    "TookPart",
    "correct_enquiry_outcome",
    "correct_outcome",
    "correct_strategy_discussion",
    "record_enquiry_outcome",
    "record_strategy_discussion",
    "withdraw_enquiry_outcome",
]
