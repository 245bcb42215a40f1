"""How often strangers may try: wrong codes for one link, and forms from one address and from everybody together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import connection
from django.utils.crypto import salted_hmac

WRONG_CODES, WRONG_CODES_FOR = 5, 60 * 60  # a link and its seconds
FORMS, FORMS_FOR = 300, 15 * 60  # from all partners together and its seconds
FORMS_OF_ONE = 20  # from one address in the same time: a school or a hospital may send from one for everybody there
SENT_FOR = 13 * 60 * 60  # seconds: longer than a page lives that could be sent again


def wait_for_turn(name: str) -> None:
    """Let nobody else be counted under a name until this request is over."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 2))", [name])


def may_try_code(digest: str) -> bool:
    """Whether a link has guesses left, once those sent at the same time are counted."""
    name = name_of("code", digest)
    wait_for_turn(name)
    return int(cache.get(name, 0)) < WRONG_CODES


def count_wrong_code(digest: str) -> None:
    """Count a wrong code for a link."""
    count(name_of("code", digest), WRONG_CODES_FOR)


def may_send_form(sender: str) -> bool:
    """Whether a partner may send another form now; counts it, for one address first, so that one closes it to nobody.

    The address itself is not kept: what is counted stands under its digest, made with the key of this installation.
    """
    own = f"from {salted_hmac('front_door.sender', sender).hexdigest()}" if sender else ""
    for of, most in ((own, FORMS_OF_ONE), ("all", FORMS)):
        if not of:
            continue
        name = name_of("forms", of)
        wait_for_turn(name)
        if int(cache.get(name, 0)) >= most:
            return False
        count(name, FORMS_FOR)
    return True


def sent_before(key: UUID) -> str:
    """The digest of what was sent with the ticket of a page; nothing where nothing was yet."""
    wait_for_turn(name_of("sent", str(key)))
    return str(cache.get(name_of("sent", str(key)), ""))


def note_sent(key: UUID, payload: Mapping[str, Any]) -> None:
    """Remember that a page was sent, and what with, so that the same one is answered and not counted again."""
    cache.set(name_of("sent", str(key)), digest_of_sent(payload), SENT_FOR)


def digest_of_sent(payload: Mapping[str, Any]) -> str:
    """What tells one content of a form from another, without keeping it."""
    return salted_hmac("front_door.sent", json.dumps(payload, sort_keys=True)).hexdigest()


def count(name: str, seconds: int) -> None:
    """Count one more under a name, which is forgotten some seconds after the first."""
    if not cache.add(name, 1, seconds):
        cache.incr(name)


def name_of(what: str, of: str) -> str:
    """Under which name something is counted: nothing that a stranger typed stands in it."""
    return f"front_door.{what}.{hashlib.sha256(of.encode()).hexdigest()[:32]}"
