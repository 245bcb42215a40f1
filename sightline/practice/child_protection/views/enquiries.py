"""Section 47 enquiries at a child's record: overview, what they found, and corrections."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.chronology.presenters import what_stands
from sightline.foundation.oversight.queries import answers_about
from sightline.practice.child_protection import actions, forms, presenters, queries
from sightline.ui.components import Link
from sightline.ui.vocabulary import said


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Enquiries about a child with their clock, and the discussions held."""
    shown = presenters.overview(child.pk, london_today(), may(request.acting.role, Permission.RECORD_CHILD_PROTECTION))
    return render(request, "child_protection/overview.html", record_page(request, child) | {"shown": shown})


@opens_record(Permission.RECORD_CHILD_PROTECTION)
def record_enquiry_outcome(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record what enquiries found about a child and about brothers and sisters."""
    title = said("Record what {section_47_enquiry:plural} found")
    others = others_i_may_open(request, child, Permission.RECORD_CHILD_PROTECTION)
    if others and not is_chosen(request):
        return ask_who(request, child, others, title)
    children = chosen(request, child, others, Permission.RECORD_CHILD_PROTECTION)
    form = forms.EnquiryOutcomeForm(request, children=children, today=london_today())
    if form.is_final() and form.record(
        actions.record_enquiry_outcome, on=form.cleaned_data["ended_on"], found=form.outcomes()
    ):
        messages.success(request, "What was found is recorded. A manager is asked to agree.")
        return redirect("child_protection:overview", child.pk)
    page = {"form": form, "title": title, "children": children, "change": request.path if others else ""}
    return render(request, "child_protection/record_enquiry_outcome.html", record_page(request, child) | page)


@opens_record(Permission.OPEN_RECORD)
def ending(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """What enquiries about a child found."""
    found = ending_of(child, fact_id)
    replies = may(request.acting.role, Permission.RECORD_DECISION)
    answers = answers_about([found.pk])
    shown = presenters.ending_shown(found, answers, records=may_record(request), may_reply=replies)
    page = {"shown": shown, "stands": what_stands(found)}
    return render(request, "child_protection/ending.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_CHILD_PROTECTION)
def correct_ending(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right what enquiries found, or the day on which they ended."""
    found = ending_of(child, fact_id)
    form = forms.CorrectEnquiryOutcomeForm(request, ending=found, today=london_today())
    if form.is_final():
        answers = form.cleaned_data
        recorded = form.record(
            actions.correct_enquiry_outcome,
            wrong=found.pk,
            child=child.pk,
            on=answers["ended_on"],
            outcome=answers["outcome"],
            reasons=answers["reasons"],
            why=answers["correction_reason"],
        )
        if recorded:
            messages.success(request, "The correction is recorded. What was recorded first stays readable.")
            return redirect("child_protection:ending", child.pk, recorded.result)
    return correcting(request, child, form, found, said("Correct what {section_47_enquiry:plural} found"))


@opens_record(Permission.RECORD_CHILD_PROTECTION)
def withdraw_ending(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that enquiries have not ended: that was recorded by mistake."""
    found = ending_of(child, fact_id)
    form = forms.WithdrawEnquiryOutcomeForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.withdraw_enquiry_outcome, wrong=found.pk, child=child.pk, why=form.cleaned_data["correction_reason"]
    ):
        messages.success(request, "That they ended is marked as a mistake. They go on.")
        return redirect("child_protection:overview", child.pk)
    return correcting(request, child, form, found, said("{section_47_enquiry:plural,capital} have not ended"))


def ending_of(child: OpenedChild, fact_id: UUID) -> Any:
    """What enquiries found; raises NoSuchRecord."""
    found = queries.ending_of(child.pk, fact_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such fact")
    return found


def may_record(request: RecordRequest) -> bool:
    """Whether this role records child protection."""
    return may(request.acting.role, Permission.RECORD_CHILD_PROTECTION)


def correcting(request: RecordRequest, child: OpenedChild, form: Any, found: Any, title: str) -> HttpResponse:
    """A page on which something is corrected."""
    back = Link("Back", reverse("child_protection:ending", args=[child.pk, found.pk]))
    page = {"form": form, "title": title, "back": back, "stands": what_stands(found)}
    return render(request, "chronology/correct.html", record_page(request, child) | page)
