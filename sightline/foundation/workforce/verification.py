"""Whether the person at the other end has shown a second factor, and when they last showed who they are."""

from typing import Any

from django.http import HttpRequest

RECORDS = "account_authentication_methods"  # what the sign-in library keeps in a session: how and when


def shown(request: HttpRequest) -> list[dict[str, Any]]:
    """How the person of this session showed who they are, oldest first."""
    return list(request.session.get(RECORDS, []))


def is_verified(request: HttpRequest) -> bool:
    """Whether a one-time code or a passkey was shown in this session."""
    return any(each.get("method") == "mfa" for each in shown(request))


def last_shown(request: HttpRequest) -> float:
    """When the person last showed who they are, in seconds; 0 if the session does not say."""
    return max((float(each.get("at", 0)) for each in shown(request)), default=0.0)
