"""What somebody sees of their own account."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sightline.foundation.calendar.words import format_moment
from sightline.foundation.workforce.models import SignInEvent, WorkSession
from sightline.foundation.workforce.presenters.words import browser
from sightline.foundation.workforce.rules import SignIn
from sightline.ui.components import Column, Table

WITH = {
    "password": "with a password",
    "totp": "with a code",
    "webauthn": "with a passkey",
    "code": "wrong code",
    "not_used": "the account was not used for long",
}


@dataclass(frozen=True)
class OwnSession:
    """One browser in which somebody is signed in."""

    name: str
    browser: str
    began: str
    active: str
    is_this: bool


def own_sessions(sessions: Iterable[WorkSession], this: str | None) -> list[OwnSession]:
    """Where somebody is signed in, the browser they are using first."""
    shown = [
        OwnSession(
            name=each.name,
            browser=browser(each.browser),
            began=said(each.began_at),
            active=said(each.active_at),
            is_this=each.session_key == this,
        )
        for each in sessions
    ]
    return sorted(shown, key=lambda each: not each.is_this)


def sign_ins(events: Iterable[SignInEvent]) -> Table:
    """What happened lately at the door under one account."""
    rows = [(said(each.at), each.get_what_display(), how(each)) for each in events]
    return Table(
        "What happened lately",
        [Column("When"), Column("What"), Column("How")],
        rows,
        empty="Nothing yet.",
    )


def said(moment: datetime | None) -> str:
    """A moment in words; nothing where it is not known."""
    return format_moment(moment) if moment else ""


def how(event: SignInEvent) -> str:
    """How somebody signed in, was refused, or why a session ended."""
    if event.what == SignIn.ENDED:
        return str(event.details.get("why", "")).capitalize()
    used = event.details.get("with_", [])
    ways = [WITH.get(way, way) for way in ([used] if isinstance(used, str) else used)]
    return " and ".join(ways).capitalize()
