"""Named questions about the front door, and its clocks."""

from sightline.practice.front_door.queries.clocks import (
    CLOSED,
    before_birth_clocks,
    contact_clocks,
    referral_clocks,
)
from sightline.practice.front_door.queries.contacts import (
    contacts_of,
    is_decided,
    passed_on_to,
    relationships_among,
    undecided_contacts,
)
from sightline.practice.front_door.queries.duty import ToRing, line_to_ring, told_today
from sightline.practice.front_door.queries.gaps import gaps_of
from sightline.practice.front_door.queries.referrals import (
    ReferralStands,
    has_open_referral,
    referral_that_stands,
    referrals_before_birth,
)

__all__ = [
    "CLOSED",
    "ReferralStands",
    "ToRing",
    "before_birth_clocks",
    "contact_clocks",
    "contacts_of",
    "gaps_of",
    "has_open_referral",
    "is_decided",
    "line_to_ring",
    "passed_on_to",
    "referral_clocks",
    "referral_that_stands",
    "referrals_before_birth",
    "relationships_among",
    "told_today",
    "undecided_contacts",
]
