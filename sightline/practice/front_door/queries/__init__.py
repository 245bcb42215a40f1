"""Named questions about the front door, and its clocks."""

from sightline.practice.front_door.queries.checks import (
    Asked,
    LinkAsked,
    asked_about,
    basis_of,
    code_of,
    digest_of,
    link_of,
    the_check,
    token_of,
    verified_address,
    verified_addresses,
)
from sightline.practice.front_door.queries.clocks import CLOSED, before_birth_clocks, contact_clocks, referral_clocks
from sightline.practice.front_door.queries.contacts import (
    contacts_of,
    is_decided,
    passed_on_to,
    relationships_among,
    undecided_contacts,
)
from sightline.practice.front_door.queries.duty import ToRing, line_to_ring, told_today
from sightline.practice.front_door.queries.need_to_know import (
    ConcernKnown,
    Held,
    ItemKnown,
    gaps_of,
    held,
    hold_clocks,
    known_about,
)
from sightline.practice.front_door.queries.referrals import (
    ReferralStands,
    has_open_referral,
    referral_that_stands,
    referrals_before_birth,
)
from sightline.practice.front_door.queries.waiting_room import (
    Waits,
    front_door_telephone,
    reply_to,
    the_request,
    waiting,
)

__all__ = [
    "CLOSED",
    "Asked",
    "ConcernKnown",
    "Held",
    "ItemKnown",
    "LinkAsked",
    "ReferralStands",
    "ToRing",
    "Waits",
    "asked_about",
    "basis_of",
    "before_birth_clocks",
    "code_of",
    "contact_clocks",
    "contacts_of",
    "digest_of",
    "front_door_telephone",
    "gaps_of",
    "has_open_referral",
    "held",
    "hold_clocks",
    "is_decided",
    "known_about",
    "line_to_ring",
    "link_of",
    "passed_on_to",
    "referral_clocks",
    "referral_that_stands",
    "referrals_before_birth",
    "relationships_among",
    "reply_to",
    "the_check",
    "the_request",
    "token_of",
    "told_today",
    "undecided_contacts",
    "verified_address",
    "verified_addresses",
    "waiting",
]
