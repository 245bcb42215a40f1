"""Locking a session and opening it again where it was."""

import time

from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.debug import sensitive_post_parameters

from sightline.foundation.access.policies import open_to_anyone
from sightline.foundation.workforce.forms.sign_in import ConfirmPasswordForm
from sightline.foundation.workforce.sign_in import idle, second_factor

OVER = "Your session has ended. Use the link to sign in again, then come back to this page."
WRONG = "Check your password. After 10 wrong tries it is not taken for an hour."


@open_to_anyone("Opens a locked session of somebody signed in; others are led to sign in.")
@sensitive_post_parameters("password")
def unlock(request: HttpRequest) -> HttpResponse:
    """The page, and the answer to the page's scripts, that lock a session and open it again."""
    by_script = request.headers.get("Accept") == "application/json"
    if not request.user.is_authenticated:
        address = reverse("account_login")
        return JsonResponse({"error": OVER, "reauthenticate": address}, status=401) if by_script else redirect(address)
    return answer_script(request) if by_script else answer_person(request)


def answer_script(request: HttpRequest) -> JsonResponse:
    """Lock, say whether the session is open, note that somebody is reading, or open it with a password."""
    now = time.time()
    if "lock" in request.POST:
        idle.lock(request, now, why="page left alone")
        return JsonResponse({"unlocked": False})
    if "password" not in request.POST:
        return JsonResponse({"unlocked": not idle.is_locked(request, now)})
    form = ConfirmPasswordForm(request.POST, user=request.user)
    if not form.is_valid():
        return JsonResponse({"error": WRONG}, status=400)
    reauthenticate_by_password(request)
    return JsonResponse({"unlocked": not idle.is_locked(request, now)})


def answer_person(request: HttpRequest) -> HttpResponse:
    """Ask for the password, or lead to another way, and go on where the person was."""
    form = ConfirmPasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        reauthenticate_by_password(request)
    if not idle.is_locked(request, time.time()):
        return redirect(onward(request)) if onward(request) else render(request, "workforce/sign_in/unlocked.html")
    ways = second_factor.ways_in(request.user)
    back = urlencode({"next": onward(request) or request.path})
    return render(request, "workforce/sign_in/locked.html", {"form": form, "ways": ways, "way_back": back})


def onward(request: HttpRequest) -> str:
    """Where the person was; only ever a page of ours."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return address if ours and address.startswith("/") and not address.startswith(request.path) else ""
