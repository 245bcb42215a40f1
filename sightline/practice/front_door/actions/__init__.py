"""What is recorded at the front door."""

from sightline.practice.front_door.actions.attempts import (
    count_wrong_code,
    digest_of_sent,
    may_send_form,
    may_try_code,
    note_sent,
    sent_before,
)
from sightline.practice.front_door.actions.checks import (
    Answered,
    ask_agency,
    record_answer,
    record_basis,
    renew_link,
    revoke_link,
    take_in_reply,
    verify_address,
)
from sightline.practice.front_door.actions.deciding import ask_at_once, decide_contacts, ring, signed, take_up
from sightline.practice.front_door.actions.holding import TAKES_FOR_THEMSELF, give_contact, hand_over_contact
from sightline.practice.front_door.actions.need_to_know import ItemSaid, hold_contact, name_concerns, record_known
from sightline.practice.front_door.actions.night import accept_night, ask_night, record_night
from sightline.practice.front_door.actions.police import keep_police_file, set_aside_police, take_in_police
from sightline.practice.front_door.actions.receiving import receive_contact
from sightline.practice.front_door.actions.referrals import (
    close_referral,
    decide_referral,
    record_referral,
    referral_closes,
    referral_of_twins,
    tell_referrer,
)
from sightline.practice.front_door.actions.waiting_room import send_reply, send_request, settle_request
from sightline.practice.front_door.rules import Decided

__all__ = [
    "TAKES_FOR_THEMSELF",
    "Answered",
    "Decided",
    "ItemSaid",
    "accept_night",
    "ask_agency",
    "ask_at_once",
    "ask_night",
    "close_referral",
    "count_wrong_code",
    "decide_contacts",
    "decide_referral",
    "digest_of_sent",
    "give_contact",
    "hand_over_contact",
    "hold_contact",
    "keep_police_file",
    "may_send_form",
    "may_try_code",
    "name_concerns",
    "note_sent",
    "receive_contact",
    "record_answer",
    "record_basis",
    "record_known",
    "record_night",
    "record_referral",
    "referral_closes",
    "referral_of_twins",
    "renew_link",
    "revoke_link",
    "ring",
    "send_reply",
    "send_request",
    "sent_before",
    "set_aside_police",
    "settle_request",
    "signed",
    "take_in_police",
    "take_in_reply",
    "take_up",
    "tell_referrer",
    "verify_address",
]
