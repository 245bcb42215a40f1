"""What every route declares before it is served: who it is for. The server does not start while one has not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sightline.foundation.access.opening import ReasonNeeded, open_child
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.facts import Acting

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Policy:
    """Who a route is for: anyone (and why), practitioners, or those who may open the child's record."""

    kind: str
    permission: Permission | None = None
    why: str = ""


def declared(view: View, policy: Policy) -> View:
    """Mark a view with its policy, where the start-up check and the tests of access find it."""
    view.policy = policy  # type: ignore[attr-defined]
    return view


def open_to_anyone(why: str) -> Callable[[View], View]:
    """The route shows nothing about anybody; say why it needs no sign-in."""
    return lambda view: declared(view, Policy("anyone", why=why))


def for_practitioners(permission: Permission = Permission.WORK) -> Callable[[View], View]:
    """The route is for signed-in, verified practitioners whose role has a permission; for others it does not exist."""

    def restricted(view: View) -> View:
        @wraps(view)
        def guarded(request: RecordRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if elsewhere := not_ready(request):
                return elsewhere
            if not may(request.acting.role, permission):
                raise NoSuchRecord(None, "role does not allow it")
            return view(request, *args, **kwargs)

        return declared(guarded, Policy("practitioner", permission))

    return restricted


def opens_record(permission: Permission = Permission.OPEN_RECORD) -> Callable[[View], View]:
    """The route opens the record of the child in its address; the view receives the child."""

    def restricted(view: View) -> View:
        @wraps(view)
        def guarded(request: RecordRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if elsewhere := not_ready(request):
                return elsewhere
            try:
                child = open_child(request, kwargs.pop("child_id"), permission)
            except ReasonNeeded as needed:
                return redirect(f"{reverse('access:look', args=[needed.child_id])}?next={request.path}")
            return view(request, *args, child=child, **kwargs)

        return declared(guarded, Policy("record", permission))

    return restricted


def not_ready(request: RecordRequest) -> HttpResponse | None:
    """Where somebody must go before any page: to sign in, or to set up their second factor."""
    if not request.user.is_authenticated or not request.user.is_active:
        return redirect_to_login(request.get_full_path())
    acting: Acting | None = request.acting
    if acting is None:
        return redirect(f"{reverse('mfa_index')}")
    return None
