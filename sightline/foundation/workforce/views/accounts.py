"""Whether somebody may sign in, and with what."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import actions
from sightline.foundation.workforce.forms.people import ConfirmForm, TakeBackForm
from sightline.foundation.workforce.fresh import freshly_authenticated
from sightline.foundation.workforce.sign_in import first_password
from sightline.foundation.workforce.views.people import FOR_ADMINISTRATORS, ask, done, found

NEEDS_LINK = "To sign in they need a new link as well: set up their sign-in next."
LINK = "They lose their password and second steps, are signed out everywhere, and begin with a new link."


@FOR_ADMINISTRATORS
@freshly_authenticated
def suspend(request: RecordRequest, practitioner_id: UUID) -> HttpResponse:
    """Stop somebody from signing in, at once."""
    them = found(practitioner_id)
    form = ConfirmForm(request, practitioner=them)
    if form.is_final() and form.record(
        actions.suspend, practitioner_id=them.pk, version=form.seen_version, at_moment=timezone.now()
    ):
        return done(request, them, "The account is suspended. They were signed out everywhere.")
    says = "They are signed out everywhere at once and cannot sign in until somebody takes them back."
    return ask(request, form, f"Suspend {them}?", them, says=says, submit="Suspend", warning=True)


@FOR_ADMINISTRATORS
@freshly_authenticated
def take_back(request: RecordRequest, practitioner_id: UUID) -> HttpResponse:
    """Let somebody sign in again; whoever has no password any more also needs a link."""
    them = found(practitioner_id)
    form = TakeBackForm(request, practitioner=them)
    reason = form.is_final() and form.cleaned_data["reason"]
    if reason and form.record(
        actions.take_back, practitioner_id=them.pk, version=form.seen_version, reason=reason, today=london_today()
    ):
        told = "They can sign in again." if them.has_usable_password() else NEEDS_LINK
        return done(request, them, told)
    says = "" if them.has_usable_password() else f"They have no password. {NEEDS_LINK}"
    return ask(request, form, f"Let {them} sign in again?", them, says=says, submit="Let them sign in")


@FOR_ADMINISTRATORS
@freshly_authenticated
def sign_in_link(request: RecordRequest, practitioner_id: UUID) -> HttpResponse:
    """Set up somebody's sign-in from the beginning; the link is shown once, to be handed over in person."""
    them = found(practitioner_id)
    form = ConfirmForm(request, practitioner=them)
    if form.is_final() and form.record(actions.set_up_sign_in, practitioner_id=them.pk, version=form.seen_version):
        them.refresh_from_db()
        link = request.build_absolute_uri(first_password.link_for(them))
        return render(request, "workforce/people/link.html", {"them": them, "link": link})
    return ask(request, form, f"Set up the sign-in of {them}", them, says=LINK, submit="Make a link", warning=True)
