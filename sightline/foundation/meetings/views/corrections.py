"""Correcting meetings."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild, open_also
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.children.presenters import record_page
from sightline.foundation.chronology.presenters import what_stands
from sightline.foundation.meetings import actions, forms, queries
from sightline.foundation.meetings.views.arranging import meeting_or_nothing
from sightline.ui.components import Link

DONE = "The change is recorded. What was recorded first stays readable."


@opens_record(Permission.RECORD_MEETING)
def correct_meeting(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right when, where and how people meet or met, for all the children whose records open."""
    row = meeting_or_nothing(child, fact_id).row
    keys = [key for key in row.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk, permission=Permission.RECORD_MEETING) if keys else []
    form = forms.CorrectMeetingForm(request, row=row, subjects=[child.pk, *opened])
    if form.is_final() and form.record(actions.correct_meeting, wrong=row.occasion.pk, **form.given()):
        messages.success(request, DONE)
        return redirect("meetings:list", child.pk)
    back = reverse("meetings:arranged", args=[child.pk, row.occasion.pk])
    return correcting(request, child, form, "Change the day, or where and how people meet", back)


@opens_record(Permission.RECORD_MEETING)
def correct_held(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right what a meeting decided for one child."""
    held = held_or_nothing(child, fact_id)
    form = forms.CorrectHeldForm(request, held=held)
    if form.is_final():
        why = form.why.cleaned_data["reason"]
        recorded = form.record(actions.correct_held, wrong=held.pk, right=form.right(), why=why)
        if recorded:
            messages.success(request, DONE)
            return redirect("meetings:meeting", child.pk, recorded.result)
    return correcting(request, child, form, "Correct what was decided for this child", page_of(held), held)


@opens_record(Permission.RECORD_MEETING)
def correct_people(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right who came to a meeting, for all the children whose records open."""
    held = held_or_nothing(child, fact_id)
    keys = [key for key in held.meeting.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk, permission=Permission.RECORD_MEETING) if keys else []
    people, version = queries.people_at(held.meeting_id, child.pk)
    form = forms.CorrectPeopleForm(request, held=held, people=people, subjects=[child.pk, *opened], version=version)
    if form.is_final():
        recorded = form.record(actions.correct_people, wrong=held.pk, child=child.pk, **form.given())
        if recorded:
            messages.success(request, DONE)
            return redirect("meetings:meeting", child.pk, recorded.result)
    return correcting(request, child, form, "Correct who came", page_of(held), held)


@opens_record(Permission.RECORD_MEETING)
def withdraw_held(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that a meeting was recorded for this child by mistake."""
    held = held_or_nothing(child, fact_id)
    form = forms.WithdrawHeldForm(request, subjects=[child.pk])
    if form.is_final():
        why = form.cleaned_data["reason"]
        if form.record(actions.withdraw_held, wrong=held.pk, child=child.pk, why=why):
            messages.success(request, "The meeting no longer stands in this record. That it was here stays readable.")
            return redirect("meetings:list", child.pk)
    return correcting(request, child, form, "Recorded for this child by mistake", page_of(held), held)


def held_or_nothing(child: OpenedChild, fact_id: UUID) -> Any:
    """What became of a meeting for a child; raises NoSuchRecord."""
    held = queries.held_in(child.pk, fact_id)
    if held is None:
        raise NoSuchRecord(child.pk, "no such fact")
    return held


def page_of(held: Any) -> str:
    """The page of a meeting at a child's record."""
    return reverse("meetings:meeting", args=[held.child_id, held.pk])


def correcting(
    request: RecordRequest, child: OpenedChild, form: Any, title: str, back: str, held: Any = None
) -> HttpResponse:
    """A page on which something is corrected."""
    page = {"form": form, "title": title, "back": Link("Back", back)}
    page["stands"] = what_stands(held) if held is not None else None
    return render(request, "chronology/correct.html", record_page(request, child) | page)
