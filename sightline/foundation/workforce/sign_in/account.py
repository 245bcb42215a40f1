"""How the sign-in library behaves here: its words, its events, and who is let in."""

import time
from typing import Any, ClassVar
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import queries
from sightline.foundation.workforce.fresh import is_fresh
from sightline.foundation.workforce.models import Practitioner
from sightline.foundation.workforce.rules import SignIn
from sightline.foundation.workforce.sign_in import throttle
from sightline.foundation.workforce.sign_in.events import note
from sightline.foundation.workforce.sign_in.sessions import ACTIVE, BEGAN, BROWSER, NAME
from sightline.foundation.workforce.verification import shown

WRONG = (
    "Check your email address and password. After 10 wrong tries an account takes no password for an hour; "
    "a passkey still works. An account that was not used for 90 days takes none until it is opened again."
)
NOT_USED = (
    "Nobody has signed in to this account for 30 days or longer, so it is suspended. "
    "Ask a user administrator to open it again."
)
NO_PASSKEY = "That passkey cannot be used here. Sign in another way."


class Account(DefaultAccountAdapter):
    """The library's account adapter: no sign-up, no difference between wrong, unknown, suspended and throttled."""

    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": WRONG,
        "incorrect_password": "Check your password. After 10 wrong tries it is not taken for an hour.",
        "too_many_login_attempts": WRONG,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by user administrators."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Whether an address to go on to is one of ours; what is no address is not."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Practitioner | None:
        """The practitioner with this address and password, if they may work today."""
        throttle.wait_for_turn(request, credentials)
        user = authenticate(request, **credentials)
        kept_out: Practitioner | None = (
            AuthenticationBackend.unstash_authenticated_user()
        )  # the password is right, the account not in use
        if user is None and kept_out is not None and kept_out.dormancy:
            return kept_out  # `pre_login` refuses them, in words that only who knows the password gets to read
        if user is None:
            note(SignIn.REFUSED, request, throttle.holder(request, credentials), with_="password")
        return user

    def reauthenticate(self, user: Practitioner, password: str) -> bool:
        """Whether this is the password of somebody already signed in."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.is_active and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whether to ask who it is once more: not when they have just signed in."""
        return not is_fresh(context.request)

    def pre_login(self, request: HttpRequest, user: Practitioner, **kwargs: Any) -> HttpResponse | None:
        """Refuse an account that was not used for 30 days, even before the nightly work has suspended it."""
        if user.is_active and queries.dormancy_of(user.pk, london_today()):
            clear_login(request)
            return refused(request, user, "not_used", NOT_USED)
        answer: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return answer

    def respond_user_inactive(self, request: HttpRequest, user: Practitioner) -> HttpResponse:
        """A passkey of somebody who has left is refused like any other; an account not in use is told so."""
        if user.dormancy:
            return refused(request, user, "not_used", NOT_USED)
        return refused(request, user, "passkey", NO_PASSKEY)

    def login(self, request: HttpRequest, user: Practitioner) -> None:
        """Sign somebody in, in a session with a new key, a new name and its own beginning."""
        super().login(request, user)
        begin_session(request)
        ways = [each.get("type") or each.get("method") for each in shown(request)]
        note(SignIn.SIGNED_IN, request, user.pk, with_=ways)

    def logout(self, request: HttpRequest) -> None:
        """Sign somebody out: their session no longer exists."""
        note(SignIn.SIGNED_OUT, request, request.user.pk)
        super().logout(request)

    def add_message(self, request: HttpRequest, level: int, *args: Any, message: str | None = None, **kw: Any) -> None:
        """Problems are told; that signing in worked is seen."""
        if message and level >= messages.WARNING:
            messages.add_message(request, level, message)


def refused(request: HttpRequest, user: Practitioner, with_: str, why: str) -> HttpResponse:
    """Back to where one signs in, with a sentence; of the account nothing is written, only that it was refused."""
    note(SignIn.REFUSED, request, user.pk, with_=with_)
    messages.error(request, why)
    return redirect(reverse("account_login"))


def begin_session(request: HttpRequest) -> None:
    """Name a session for the audit, and note when it began."""
    request.session[NAME] = uuid4().hex
    request.session[BEGAN] = request.session[ACTIVE] = time.time()
    request.session[BROWSER] = request.headers.get("User-Agent", "")[:200]
