"""What law and practice say about contacts and referrals."""

from sightline.practice.front_door.rules.outcomes import NO_FURTHER_ACTION, Feedback, wrong_with_outcomes
from sightline.practice.front_door.rules.timescales import (
    CONTACT_DECISION,
    PREBIRTH_REFERRAL,
    REFERRAL_DECISION,
    REFERRER_FEEDBACK,
    WORKING_TOGETHER,
)

__all__ = [
    "CONTACT_DECISION",
    "NO_FURTHER_ACTION",
    "PREBIRTH_REFERRAL",
    "REFERRAL_DECISION",
    "REFERRER_FEEDBACK",
    "WORKING_TOGETHER",
    "Feedback",
    "wrong_with_outcomes",
]
