"""Setting up one-time codes and passkeys, and using them."""

import base64
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, clear_totp_secret
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy

from sightline.foundation.access.policies import open_to_anyone
from sightline.foundation.workforce.forms.second_factor import FirstCodeForm
from sightline.foundation.workforce.fresh import freshly_authenticated
from sightline.foundation.workforce.sign_in import second_factor
from sightline.foundation.workforce.verification import is_verified

OWN_ACCOUNT = "Shows somebody signed in their own ways to sign in; others are led to sign in."
View = Callable[..., HttpResponse]


def for_own_account(view: View) -> View:
    """For somebody signed in: verified, or with no second factor yet. A password alone changes no second factor."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not is_verified(request) and any(second_factor.ways_in(request.user).values()):
            return render(request, "workforce/sign_in/sign_in_again.html")
        return view(request, *args, **kwargs)

    return open_to_anyone(OWN_ACCOUNT)(guarded)


@for_own_account
def index(request: HttpRequest) -> HttpResponse:
    """How the person signs in, and what they must set up before anything else."""
    ways = second_factor.ways_in(request.user)
    return render(
        request,
        "workforce/sign_in/ways_in.html",
        {"ways": ways, "first_time": not any(ways.values()), "only_one": sum(map(len, ways.values())) == 1},
    )


@for_own_account
@freshly_authenticated
def activate_code(request: HttpRequest) -> HttpResponse:
    """Set up an app for one-time codes; it takes the place of the one before."""
    form = FirstCodeForm(request.POST or None, user=request.user)
    if form.is_valid():
        Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).delete()
        factor = TOTP.activate(request.user, form.secret).instance
        clear_totp_secret(request)
        return verified_with(request, factor)
    return render(request, "workforce/sign_in/activate_code.html", {"form": form} | to_scan(request, form.secret))


def to_scan(request: HttpRequest, secret: str) -> dict[str, str]:
    """The secret for the app, as a picture and as text."""
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    encoded = base64.b64encode(picture.encode()).decode()
    grouped = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
    return {"picture": f"data:image/svg+xml;base64,{encoded}", "secret": grouped}


def verified_with(request: HttpRequest, factor: Authenticator) -> HttpResponse:
    """Go on after a second factor was set up and shown: the session has a new key from here."""
    first = not is_verified(request)
    record_authentication(request, request.user, "mfa", id=factor.pk, type=factor.type)
    request.session.cycle_key()
    return redirect("workforce:my_work" if first else "mfa_index")


class AddPasskey(AddWebAuthnView):
    """Set up a passkey; it counts as shown."""

    template_name = "workforce/sign_in/add_passkey.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the passkey and go on."""
        super().form_valid(form)
        newest = Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.WEBAUTHN).latest("id")
        return verified_with(self.request, newest)


class RemovePasskey(RemoveWebAuthnView):
    """Remove a passkey, but never the only second factor."""

    template_name = "workforce/sign_in/remove_passkey.html"
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it if another way in is left."""
        if sum(map(len, second_factor.ways_in(self.request.user).values())) < 2:
            return redirect("mfa_index")
        removed: HttpResponse = super().form_valid(form)
        return removed


add_passkey = for_own_account(AddPasskey.as_view())
remove_passkey = for_own_account(RemovePasskey.as_view())
sign_in_by_passkey = open_to_anyone("Nobody can be signed in before they sign in.")(LoginWebAuthnView.as_view())
confirm_by_passkey = open_to_anyone("Asks somebody signed in who they are; others are led to sign in.")(
    ReauthenticateWebAuthnView.as_view(template_name="workforce/sign_in/confirm_by_passkey.html")
)
