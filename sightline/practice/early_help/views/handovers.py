"""The pages of steps up and down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild, may_open, open_also
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
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
    page = {"shown": shown, "tell": tell, "beside": beside(request, child, found)}
    return render(request, "early_help/step.html", record_page(request, child) | page)


def beside(request: RecordRequest, child: OpenedChild, found: Any) -> list[Link]:
    """The way to the open steps of brothers and sisters that were asked in one go with this one, as records open."""
    together = together_with(request, child, found, Permission.OPEN_RECORD)
    others = [each for each in together if each.pk != found.pk]
    request.reading.shows(each.child_id for each in others)
    return [Link(str(each.child), reverse("early_help:step", args=[each.child_id, each.pk])) for each in others]


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
    """Ask for a step of a child and, if they move together, of brothers and sisters, and show it."""
    others = others_i_may_open(request, child, Permission.HAND_OVER)
    if others and not is_chosen(request):
        return ask_who(request, child, others, str(form_class.title))
    children = chosen(request, child, others, Permission.HAND_OVER)
    held = holding_team(child.pk)
    form = form_class(request, children=children, without=held.team_id if held else None)
    action = actions.ask_steps if len(children) > 1 else actions.ask_step
    if form.is_final():
        made = form.record(action, on=london_today(), **form.given())
        if made:
            messages.success(request, done)
            return redirect("early_help:step", child.pk, made.made)
    back = reverse("early_help:overview", args=[child.pk])
    about_whom: dict[str, Any] = {"children": children, "change": request.path} if others else {}
    return asking(request, child, form, back=back, submit=submit, **about_whom)


@opens_record(Permission.ALLOCATE)
def accept(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Accept for the team that was asked."""
    found = open_step(child, fact_id)
    if found.to_team_id is None:
        raise NoSuchRecord(child.pk, "another organisation was asked")
    asked = {"team": found.to_team_id, "me": request.acting.practitioner_id, "began": found.began}
    together = together_with(request, child, found)
    form = forms.AcceptForm(request, child=child.pk, today=london_today(), together=names_of(together), **asked)
    one_or_several = actions.accept_step, actions.accept_steps
    return answering(request, child, found, form, together, one_or_several, "It is accepted.")


@opens_record(Permission.ALLOCATE)
def send_back(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Send back with reasons, for one child or for those who were asked for in one go."""
    found = open_step(child, fact_id)
    together = together_with(request, child, found)
    form = forms.SendBackForm(request, child=child.pk, today=london_today(), together=names_of(together))
    one_or_several = actions.send_step_back, actions.send_steps_back
    done = "Your reasons are recorded, and nothing has changed."
    return answering(request, child, found, form, together, one_or_several, done)


def together_with(
    request: RecordRequest, child: OpenedChild, found: Any, permission: Permission = Permission.ALLOCATE
) -> list[Any]:
    """The open steps that were asked with this one, of children whose records open here; each opening is logged."""
    asked = queries.asked_together(found)
    others = [each.child_id for each in asked if each.pk != found.pk]
    opened = set(open_also(request, others, via=child.pk, permission=permission)) if others else set()
    return [each for each in asked if each.pk == found.pk or each.child_id in opened]


def names_of(together: list[Any]) -> list[tuple[str, str]]:
    """Each step by its key, under the child's name."""
    return [(str(each.pk), str(each.child)) for each in together]


def answering(
    request: RecordRequest,
    child: OpenedChild,
    found: Any,
    form: Any,
    together: list[Any],
    one_or_several: tuple[Callable[..., Any], Callable[..., Any]],
    done: str,
) -> HttpResponse:
    """Answer for one child, or in one go for those who were chosen."""
    one, several = one_or_several
    if not form.is_final() or "which" not in form.fields:
        return settling(request, child, found, form, one, done)
    wanted = set(form.cleaned_data["which"])
    steps = [(each.child_id, each.pk) for each in together if str(each.pk) in wanted]
    return settling(request, child, found, form, several, done, steps=steps)


def answers(form_class: type[Any], action: Callable[..., Any], done: str) -> View:
    """A page with one answer to a step that is not settled."""

    @opens_record(action.permission)  # type: ignore[attr-defined]
    def page(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
        found = open_step(child, fact_id)
        form = form_class(request, child=child.pk, today=london_today())
        return settling(request, child, found, form, action, done)

    return page


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
    request: RecordRequest,
    child: OpenedChild,
    found: Any,
    form: Any,
    action: Callable[..., Any],
    done: str,
    steps: list[tuple[UUID, UUID]] | None = None,
) -> HttpResponse:
    """Do what a form about a step, or about several `steps`, asks for, and show the step."""
    about = {"steps": steps} if steps else {"child_id": child.pk, "handover_id": found.pk}
    if form.is_final() and form.record(action, **about, **form.given()):
        messages.success(request, said(done))
        if not may_open(request, child.pk):  # they were only asked, and have answered
            return redirect("workforce:my_work")
        return redirect("early_help:step", child.pk, found.pk)
    back = reverse("early_help:step", args=[child.pk, found.pk])
    return asking(request, child, form, back=back, about=presenters.words(found))


def asking(
    request: RecordRequest,
    child: OpenedChild,
    form: Any,
    *,
    back: str,
    about: str = "",
    submit: str = "Record",
    **more: Any,
) -> HttpResponse:
    """The page of one of these forms."""
    page = {"form": form, "title": str(form.title), "about": about, "cancel": back, "submit": submit} | more
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
