"""Named questions about the front door, and its clocks."""

from sightline.practice.front_door.queries.clocks import CLOSED, before_birth_clocks, contact_clocks, referral_clocks
from sightline.practice.front_door.queries.contacts import contacts_of, undecided_contacts
from sightline.practice.front_door.queries.referrals import (
    ReferralStands,
    has_open_referral,
    referral_that_stands,
    referrals_before_birth,
)

__all__ = [
    "CLOSED",
    "ReferralStands",
    "before_birth_clocks",
    "contact_clocks",
    "contacts_of",
    "has_open_referral",
    "referral_clocks",
    "referral_that_stands",
    "referrals_before_birth",
    "undecided_contacts",
]
