"""A session that was left alone is locked: pages and saves ask for the password, and go on where they were."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode

from sightline.foundation.workforce.rules import SignIn
from sightline.foundation.workforce.sign_in.events import note
from sightline.foundation.workforce.sign_in.sessions import ACTIVE, BEGAN, BROWSER
from sightline.foundation.workforce.verification import last_shown

LOCKED = "locked"  # when the session was locked, in seconds
KEPT_EVERY = 30  # seconds; activity is written to the session no more often
IN_BACKGROUND = {"autosave", "lock", "poll"}  # values of X-Requested-With that no person's click sends
SERVED_WHILE_LOCKED = {
    "workforce:unlock",
    "account_logout",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "ui:brand",
}


class IdleLock:
    """Middleware: notes when a person was last at work, and locks the session when that was too long ago."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        signed_out = not request.user.is_authenticated and response.status_code == 302
        if signed_out and is_background(request) and response["Location"].startswith(reverse("account_login")):
            return asked_to_sign_in(reverse("account_login"))
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """Answer in place of the view while the session is locked."""
        if not request.user.is_authenticated:
            return None
        now = time.time()
        begin(request, now)
        match = request.resolver_match
        if is_locked(request, now) and not (match and match.view_name in SERVED_WHILE_LOCKED):
            return locked_answer(request)
        if not is_locked(request, now):
            keep_activity(request, now)
        return None


def begin(request: HttpRequest, now: float) -> None:
    """Give a session its first moments, if it has none yet."""
    if BEGAN not in request.session:
        request.session[BEGAN] = request.session[ACTIVE] = now
        request.session[BROWSER] = request.headers.get("User-Agent", "")[:200]


def is_background(request: HttpRequest) -> bool:
    """Whether a program of the page asks, and not a person."""
    return request.headers.get("X-Requested-With", "") in IN_BACKGROUND


def is_locked(request: HttpRequest, now: float) -> bool:
    """Whether the session is locked; one that was left alone too long is locked here and now."""
    locked_at = request.session.get(LOCKED)
    if locked_at is not None and last_shown(request) > locked_at:
        unlock(request, now)
        return False
    if locked_at is None and now - request.session[ACTIVE] > settings.IDLE_LOCK_MINUTES * 60:
        lock(request, now, why="left alone")
    return LOCKED in request.session


def lock(request: HttpRequest, now: float, *, why: str) -> None:
    """Lock the session until the person shows who they are."""
    if LOCKED not in request.session:
        request.session[LOCKED] = now
        note(SignIn.LOCKED, request, request.user.pk, why=why)


def unlock(request: HttpRequest, now: float) -> None:
    """Go on where the person was."""
    request.session.pop(LOCKED, None)
    request.session[ACTIVE] = now
    note(SignIn.UNLOCKED, request, request.user.pk)


def keep_activity(request: HttpRequest, now: float) -> None:
    """Note when the person last did something: now, or as many seconds ago as a save in the background says."""
    seen = now - seconds_idle(request) if is_background(request) else now
    if seen - request.session[ACTIVE] > KEPT_EVERY:
        request.session[ACTIVE] = seen


def seconds_idle(request: HttpRequest) -> float:
    """How long ago the last key was pressed, as the page says; a page that does not say saw nobody."""
    said = request.headers.get("X-Seconds-Idle", "")
    return float(said) if said.isdecimal() and said.isascii() else float("inf")


def locked_answer(request: HttpRequest) -> HttpResponse:
    """For a save in the background, where to unlock; for a person, the page that unlocks."""
    address = reverse("workforce:unlock")
    if is_background(request) or request.headers.get("Accept") == "application/json":
        return asked_to_sign_in(address)
    back = request.get_full_path() if request.method == "GET" else reverse("workforce:my_work")
    return HttpResponseRedirect(f"{address}?{urlencode({'next': back})}")


def asked_to_sign_in(address: str) -> JsonResponse:
    """What the page's scripts understand as locked."""
    return JsonResponse({"reauthenticate": address}, status=401)
