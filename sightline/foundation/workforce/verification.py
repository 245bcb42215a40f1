"""Whether the person at the other end has shown a second factor, and how lately they showed who they are."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest, HttpResponse

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


def is_fresh(request: HttpRequest, *, now: float | None = None) -> bool:
    """Whether they showed it within the last five minutes (security goals, F2)."""
    return (now or time.time()) - last_shown(request) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def freshly_authenticated(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask who it is once more before a view, unless they showed it within five minutes; nothing sent is lost."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_fresh(request):
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    return guarded
