"""Guesses are counted on the account and never on the address: at most ten an hour, one at a time."""

from typing import Any
from uuid import UUID

from axes.handlers.proxy import AxesProxyHandler
from django.db import connection
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from sightline.foundation.workforce.queries import holder_of

LONGEST_ADDRESS = 254  # characters of an email address, RFC 5321


def account_of(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The account that a guess is about; what was typed for one that does not exist is kept only as a digest."""
    typed = typed_address(request, credentials or {})
    holder = holder_of(typed)
    return str(holder) if holder else salted_hmac("workforce.throttle", typed).hexdigest()


def typed_address(request: HttpRequest, credentials: dict[str, Any]) -> str:
    """The address of the account, however the caller names it."""
    typed = credentials.get("email") or credentials.get("username") or request.POST.get("login") or ""
    return str(typed).replace("\0", "").strip().lower()[:LONGEST_ADDRESS]


def no_address(request: HttpRequest) -> None:
    """The network address is neither counted nor kept: a whole office has one."""


def holder(request: HttpRequest, credentials: dict[str, Any]) -> UUID | None:
    """The practitioner whose account a guess is about."""
    return holder_of(typed_address(request, credentials))


def wait_for_turn(request: HttpRequest, credentials: dict[str, Any]) -> None:
    """Wait until no other guess at this account is being weighed; the turn ends with the request's transaction."""
    with connection.cursor() as cursor:
        key = account_of(request, credentials)
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [key])


def may_guess(request: HttpRequest, email: str) -> bool:
    """Whether this account has guesses left, once earlier ones have been weighed."""
    credentials = {"username": email}
    wait_for_turn(request, credentials)
    return bool(AxesProxyHandler.is_allowed(request, credentials))


def wrong_guess(request: HttpRequest, email: str) -> None:
    """Count a wrong one-time code with the wrong passwords."""
    AxesProxyHandler.user_login_failed(sender=None, credentials={"username": email}, request=request)
