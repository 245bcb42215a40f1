"""The pages of what we need to know about a contact, and of what other agencies are asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.door import Recorded
from sightline.foundation.recording.views import View
from sightline.practice.front_door import actions, forms, presenters, queries
from sightline.ui.components import Link
from sightline.ui.vocabulary import said

KNOWN, CHECK = "front_door:known", "front_door:check"


@opens_record(Permission.OPEN_RECORD)
def known(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """What we need to know about a contact, how far it is known, and who was asked."""
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    found = presenters.known_of(child.pk, fact_id, timezone.now(), records=able)
    if found is None:
        raise NoSuchRecord(child.pk, "no such contact")
    contact, shown = found
    about = presenters.contact_words(child.pk, contact.pk)
    back = Link("Back to the contact", reverse("front_door:contact_page", args=[child.pk, fact_id]))
    return render(
        request, "front_door/known.html", record_page(request, child) | {"shown": shown, "about": about, "back": back}
    )


def about_contact(form_of: type[Any], action: Callable[..., Recorded], *, done: str) -> View:
    """A page that records something about a contact, and goes back to what we need to know about it."""

    @opens_record(action.permission)  # type: ignore[attr-defined]
    def page(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
        contact = next((each for each in queries.contacts_of(child.pk) if each.pk == fact_id), None)
        if contact is None:
            raise NoSuchRecord(child.pk, "no such contact")
        today = london_today()
        form = form_of(request, child=child.pk, today=today, contact=contact)
        asked = {"child_id": child.pk, "contact_id": contact.pk, "on": today}
        if form.is_final() and (made := form.record(action, **asked, **form.given())):
            messages.success(request, said(done))
            is_check = action is actions.ask_agency
            return redirect(CHECK if is_check else KNOWN, child.pk, made.made if is_check else contact.pk)
        about = presenters.contact_words(child.pk, contact.pk)
        return asking(request, child, form, about, reverse(KNOWN, args=[child.pk, contact.pk]))

    return page


def asking(request: RecordRequest, child: OpenedChild, form: Any, about: str, back: str, **more: Any) -> HttpResponse:
    """The page that asks a form about a contact or a check."""
    page = {"form": form, "title": said(str(form.title)), "about": about, "cancel": back, "back": Link("Back", back)}
    template = "front_door/take_in.html" if "sent" in more else "recording/record.html"
    return render(request, template, record_page(request, child) | page | more)


concerns = about_contact(forms.ConcernsForm, actions.name_concerns, done="The concern is named.")
record_known = about_contact(forms.KnownForm, actions.record_known, done="What is known is recorded.")
basis = about_contact(forms.BasisForm, actions.record_basis, done="The basis is recorded. Agencies may be asked now.")
ask = about_contact(forms.AskForm, actions.ask_agency, done="It is recorded that they are asked.")
hold = about_contact(
    forms.HoldForm, actions.hold_contact, done="The contact is kept open. The decision stays due when it is due."
)


@opens_record(Permission.OPEN_RECORD)
def check(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """What one agency was asked and answered, with the link and the text to send."""
    asked = the_check(child, fact_id)
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    host = f"{request.scheme}://{request.get_host()}"
    shown = presenters.check(asked, host, timezone.now(), records=able)
    return render(request, "front_door/check.html", record_page(request, child) | {"shown": shown, "back": shown.back})


def the_check(child: OpenedChild, key: UUID) -> queries.Asked:
    """A check about a child; raises NoSuchRecord."""
    asked = queries.the_check(child.pk, key)
    if asked is None:
        raise NoSuchRecord(child.pk, "no such check")
    return asked


@opens_record(Permission.RECORD_PRACTICE)
def answer(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Type in what somebody of an agency answered, with their name and the time."""
    asked = the_check(child, fact_id)
    form = forms.AnswerForm(request, child=child.pk, today=london_today(), asked=asked)
    return of_check(request, child, asked, form, actions.record_answer, done="The answer is recorded.")


@opens_record(Permission.RECORD_PRACTICE)
def take_in(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Read what an agency sent with its link, and take it into the record."""
    asked = the_check(child, fact_id)
    if asked.waits is None:
        return redirect(CHECK, child.pk, fact_id)
    form = forms.TakeInForm(request, child=child.pk, today=london_today(), asked=asked)
    done, sent = "The answer is taken into the record.", presenters.reply_rows(asked.waits)
    return of_check(request, child, asked, form, actions.take_in_reply, done=done, on=london_today(), sent=sent)


@opens_record(Permission.RECORD_PRACTICE)
def renew_link(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Make a new link for a check; the one before it opens nothing any more."""
    asked = the_check(child, fact_id)
    form = forms.RenewLinkForm(request, child=child.pk, today=london_today())
    return of_check(request, child, asked, form, actions.renew_link, done="There is a new link.")


@opens_record(Permission.RECORD_PRACTICE)
def revoke_link(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Revoke the link of a check."""
    asked = the_check(child, fact_id)
    form = forms.RevokeLinkForm(request, child=child.pk, today=london_today())
    return of_check(request, child, asked, form, actions.revoke_link, done="The link is revoked.")


def of_check(
    request: RecordRequest,
    child: OpenedChild,
    asked: queries.Asked,
    form: Any,
    action: Callable[..., Recorded],
    *,
    done: str,
    sent: Any = None,
    **given: Any,
) -> HttpResponse:
    """Ask, record once what was answered, and go back to the check."""
    key = asked.check.pk
    if form.is_final() and form.record(action, child_id=child.pk, check_id=key, **form.given(), **given):
        messages.success(request, done)
        return redirect(CHECK, child.pk, key)
    more = {"sent": sent} if sent is not None else {}
    about = presenters.check_words(child.pk, key)
    return asking(request, child, form, about, reverse(CHECK, args=[child.pk, key]), **more)
