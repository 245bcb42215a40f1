"""Whether somebody showed lately who they are, before something that must not be done from a borrowed screen."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from sightline.foundation.documents.tickets import with_draft
from sightline.foundation.workforce.verification import last_shown


def is_fresh(request: HttpRequest) -> bool:
    """Whether they showed it within the last five minutes (security goals, F2)."""
    return time.time() - last_shown(request) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def freshly_authenticated(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask who it is once more before a view, unless they showed it within five minutes; what was typed is kept."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': way_back(request)})}")

    return guarded


def way_back(request: HttpRequest) -> str:
    """Where to go on: this page, with the draft that holds what was just sent."""
    kept = getattr(request, "kept", None)
    return with_draft(kept.ticket.address, kept.ticket.draft) if kept else request.get_full_path()
