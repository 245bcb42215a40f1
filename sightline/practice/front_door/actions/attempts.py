"""How often strangers may try: wrong codes for one link, and forms sent by everybody together."""

from __future__ import annotations

import hashlib

from django.core.cache import cache
from django.db import connection

WRONG_CODES, WRONG_CODES_FOR = 5, 60 * 60  # a link and its seconds
FORMS, FORMS_FOR = 60, 15 * 60  # from all partners together and its seconds: no address is counted or kept


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


def may_send_form() -> bool:
    """Whether partners may send another form now; counts it."""
    name = name_of("forms", "all")
    wait_for_turn(name)
    if int(cache.get(name, 0)) >= FORMS:
        return False
    count(name, FORMS_FOR)
    return True


def count(name: str, seconds: int) -> None:
    """Count one more under a name, which is forgotten some seconds after the first."""
    if not cache.add(name, 1, seconds):
        cache.incr(name)


def name_of(what: str, of: str) -> str:
    """Under which name something is counted: nothing that a stranger typed stands in it."""
    return f"front_door.{what}.{hashlib.sha256(of.encode()).hexdigest()[:32]}"
