"""What is recorded at the front door."""

from sightline.practice.front_door.actions.contacts import decide_contact, record_contact
from sightline.practice.front_door.actions.deciding import Decided, ask_at_once, decide_contacts, ring, take_up
from sightline.practice.front_door.actions.holding import give_contact, hand_over_contact
from sightline.practice.front_door.actions.receiving import receive_contact
from sightline.practice.front_door.actions.referrals import (
    close_referral,
    decide_referral,
    record_referral,
    referral_closes,
    tell_referrer,
)

__all__ = [
    "Decided",
    "ask_at_once",
    "close_referral",
    "decide_contact",
    "decide_contacts",
    "decide_referral",
    "give_contact",
    "hand_over_contact",
    "receive_contact",
    "record_contact",
    "record_referral",
    "referral_closes",
    "ring",
    "take_up",
    "tell_referrer",
]
