"""The pages of steps up and down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild, may_open
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.recording.views import View
from sightline.foundation.workforce.queries import holding_team
from sightline.practice.early_help import actions, forms, presenters, queries
from sightline.ui.components import Link
from sightline.ui.vocabulary import said


@opens_record(Permission.OPEN_RECORD)
def step(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """One step: what the receiver must know, what became of it, and what may be done now."""
    found = step_or_nothing(child, fact_id)
    answers, met = queries.answers_to(found.pk), queries.first_contact_of(found.pk)
    shown = presenters.step_shown(found, answers, met, request.acting, london_today())
    tell = Link("Who was told, and what did they say?", reverse("agreements:tell", args=[child.pk, found.pk]))
    return render(request, "early_help/step.html", record_page(request, child) | {"shown": shown, "tell": tell})


@opens_record(Permission.HAND_OVER)
def step_up(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Ask a team of social care to take the child's work up."""
    done = "The team is asked. Where the risk is immediate, ring it too."
    return ask(request, child, forms.StepUpForm, done, "Ask the team")


@opens_record(Permission.HAND_OVER)
def step_down(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Ask a team or an organisation to lead early help; the family has agreed."""
    return ask(request, child, forms.StepDownForm, "They are asked. Until they accept, nothing changes.", "Ask them")


def ask(request: RecordRequest, child: OpenedChild, form_class: type[Any], done: str, submit: str) -> HttpResponse:
    """Ask for a step, and show it."""
    held = holding_team(child.pk)
    form = form_class(request, child=child.pk, without=held.team_id if held else None)
    if form.is_final():
        made = form.record(actions.ask_step, child_id=child.pk, on=london_today(), **form.given())
        if made:
            messages.success(request, done)
            return redirect("early_help:step", child.pk, made.made)
    back = reverse("early_help:overview", args=[child.pk])
    return asking(request, child, form, back=back, submit=submit)


@opens_record(Permission.ALLOCATE)
def accept(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Accept for the team that was asked."""
    found = open_step(child, fact_id)
    if found.to_team_id is None:
        raise NoSuchRecord(child.pk, "another organisation was asked")
    asked = {"team": found.to_team_id, "me": request.acting.practitioner_id, "began": found.began}
    form = forms.AcceptForm(request, child=child.pk, today=london_today(), **asked)
    return settling(request, child, found, form, actions.accept_step, "It is accepted.")


def answers(form_class: type[Any], action: Callable[..., Any], done: str) -> View:
    """A page with one answer to a step that is not settled."""

    @opens_record(action.permission)  # type: ignore[attr-defined]
    def page(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
        found = open_step(child, fact_id)
        form = form_class(request, child=child.pk, today=london_today())
        return settling(request, child, found, form, action, done)

    return page


send_back = answers(forms.SendBackForm, actions.send_step_back, "Your reasons are recorded, and nothing has changed.")
ask_again = answers(forms.AskAgainForm, actions.ask_step_again, "They are asked again.")
withdraw = answers(forms.WithdrawForm, actions.withdraw_step, "It is withdrawn.")
partner_answer = answers(forms.PartnerAnswerForm, actions.record_partner_answer, "What they answered is recorded.")


@opens_record(Permission.RECORD_PRACTICE)
def first_contact(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Record that the receiver met the family."""
    found = step_or_nothing(child, fact_id)
    form = forms.FirstContactForm(request, child=child.pk, today=london_today())
    return settling(request, child, found, form, actions.record_first_contact, "The first contact is recorded.")


def settling(
    request: RecordRequest, child: OpenedChild, found: Any, form: Any, action: Callable[..., Any], done: str
) -> HttpResponse:
    """Do what a form about a step asks for, and show the step."""
    if form.is_final() and form.record(action, child_id=child.pk, handover_id=found.pk, **form.given()):
        messages.success(request, said(done))
        if not may_open(request, child.pk):  # they were only asked, and have answered
            return redirect("workforce:my_work")
        return redirect("early_help:step", child.pk, found.pk)
    back = reverse("early_help:step", args=[child.pk, found.pk])
    return asking(request, child, form, back=back, about=presenters.words(found))


def asking(
    request: RecordRequest, child: OpenedChild, form: Any, *, back: str, about: str = "", submit: str = "Record"
) -> HttpResponse:
    """The page of one of these forms."""
    page = {"form": form, "title": str(form.title), "about": about, "cancel": back, "submit": submit}
    return render(request, "early_help/asking.html", record_page(request, child) | page)


def step_or_nothing(child: OpenedChild, fact_id: UUID) -> Any:
    """A step of this child; raises NoSuchRecord."""
    found = queries.handover_of(child.pk, fact_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such step")
    return found


def open_step(child: OpenedChild, fact_id: UUID) -> Any:
    """A step of this child that is not settled; raises NoSuchRecord."""
    found = step_or_nothing(child, fact_id)
    if found.ended is not None:
        raise NoSuchRecord(child.pk, "settled")
    return found
