"""Where somebody is signed in, and ending it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.workforce import presenters, queries
from sightline.foundation.workforce.sign_in.ending import end_sessions


@for_practitioners()
def sessions(request: RecordRequest) -> HttpResponse:
    """Every browser in which the person is signed in, and what happened at the door lately."""
    mine = presenters.own_sessions(queries.sessions_of(request.user.pk), request.session.session_key)
    return render(
        request,
        "workforce/account/sessions.html",
        {"sessions": mine, "events": presenters.sign_ins(queries.sign_ins_of(request.user.pk))},
    )


@for_practitioners()
@require_POST
def end_session(request: RecordRequest) -> HttpResponse:
    """End one session of one's own, or all others."""
    name = request.POST.get("name", "").replace("\x00", "\u2400")  # no column takes the one
    this = request.session.session_key or ""
    ended = end_sessions(request.user.pk, request.acting, why="ended by its owner", name=name or None, keep=this)
    messages.success(request, "Signed out there." if ended else "That browser was no longer signed in.")
    return redirect("workforce:sessions")
