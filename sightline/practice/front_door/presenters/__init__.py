"""The front door as plain data."""

from sightline.practice.front_door.presenters.checks import address_list, check, check_words
from sightline.practice.front_door.presenters.known import Known, known, known_of
from sightline.practice.front_door.presenters.overview import contact_words, overview, referral_words
from sightline.practice.front_door.presenters.waiting_room import reply_rows, request_rows, waiting_room

__all__ = [
    "Known",
    "address_list",
    "check",
    "check_words",
    "contact_words",
    "known",
    "known_of",
    "overview",
    "referral_words",
    "reply_rows",
    "request_rows",
    "waiting_room",
]
