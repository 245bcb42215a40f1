"""The front door as plain data."""

from sightline.practice.front_door.presenters.checks import address_list, check, check_words
from sightline.practice.front_door.presenters.contact_page import (
    PROTECTED,
    ContactShown,
    as_it_stood,
    decision_rows,
    history,
    household,
    in_line,
    passed_on,
    put_rows,
    referrer,
    repeat_words,
    ringing,
    rows,
    said_of,
    tags,
    title_of,
)
from sightline.practice.front_door.presenters.known import Known, known, known_of
from sightline.practice.front_door.presenters.overview import contact_words, overview, referral_words
from sightline.practice.front_door.presenters.waiting_room import reply_rows, request_rows, waiting_room

__all__ = [
    "PROTECTED",
    "ContactShown",
    "Known",
    "address_list",
    "as_it_stood",
    "check",
    "check_words",
    "contact_words",
    "decision_rows",
    "history",
    "household",
    "in_line",
    "known",
    "known_of",
    "overview",
    "passed_on",
    "put_rows",
    "referral_words",
    "referrer",
    "repeat_words",
    "reply_rows",
    "request_rows",
    "ringing",
    "rows",
    "said_of",
    "tags",
    "title_of",
    "waiting_room",
]
