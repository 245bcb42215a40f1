"""Signing in and out, and the first password."""

from uuid import UUID

from allauth.account.internal.flows.logout import logout
from allauth.account.views import LoginView, ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as ConfirmByCodeView
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from sightline.foundation.access.policies import open_to_anyone
from sightline.foundation.access.request import NoSuchRecord
from sightline.foundation.facts import system
from sightline.foundation.workforce import actions
from sightline.foundation.workforce.forms.sign_in import ChoosePasswordForm
from sightline.foundation.workforce.sign_in import first_password

FORGET = '"cache", "cookies", "storage"'  # what the browser must not keep once somebody has signed out

sign_in = open_to_anyone("Nobody can be signed in before they sign in.")(
    LoginView.as_view(template_name="workforce/sign_in/sign_in.html")
)
second_step = open_to_anyone("The second step of signing in; without the first it leads back to it.")(
    AuthenticateView.as_view(template_name="workforce/sign_in/second_step.html")
)
confirm_by_password = open_to_anyone("Asks somebody signed in who they are; others are led to sign in.")(
    ReauthenticateView.as_view(template_name="workforce/sign_in/confirm_by_password.html")
)
confirm_by_code = open_to_anyone("Asks somebody signed in who they are; others are led to sign in.")(
    ConfirmByCodeView.as_view(template_name="workforce/sign_in/confirm_by_code.html")
)


@open_to_anyone("Leaving must always work; it shows nothing about anybody.")
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session on the server, and let the browser forget everything."""
    if request.method != "POST":
        return render(request, "workforce/sign_in/sign_out.html")
    logout(request)
    response = redirect(reverse("account_login"))
    response["Clear-Site-Data"] = FORGET
    return response


@open_to_anyone("A new colleague has no password yet; the link is signed, works once and for three days.")
@sensitive_post_parameters("password", "again")
def choose_password(request: HttpRequest, practitioner_id: UUID, token: str) -> HttpResponse:
    """Choose the password of an account with the link that a user administrator handed over."""
    practitioner = first_password.practitioner_of(practitioner_id, token)
    if practitioner is None:
        raise NoSuchRecord(None, "sign-in link is wrong, used or too old")
    form = ChoosePasswordForm(request.POST or None, practitioner=practitioner)
    if form.is_valid():
        actions.choose_password(
            practitioner_id=practitioner.pk,
            version=practitioner.version,
            encoded=make_password(form.cleaned_data["password"]),
            by=system("first sign-in link"),
        )
        messages.success(request, "Your password is set. Sign in with it now.")
        return redirect("account_login")
    return render(request, "workforce/sign_in/choose_password.html", {"form": form, "practitioner": practitioner})
