"""Correcting case notes, and finishing the steps that follow from them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.access.opening import OpenedChild, open_also
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.chronology.presenters import what_stands
from sightline.foundation.notes import actions, forms, queries
from sightline.ui.components import Link


@opens_record(Permission.RECORD_NOTE)
def correct_note(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right what a note says, for all the children whose records open."""
    noted = noted_or_nothing(child, fact_id)
    keys = [key for key in noted.note.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk, permission=Permission.RECORD_NOTE) if keys else []
    form = forms.CorrectNoteForm(
        request, noted=noted, subjects=[child.pk, *opened], now=timezone.now(), today=london_today()
    )
    if form.is_final() and form.record(actions.correct_note, wrong=noted.note_id, **form.given()):
        messages.success(request, "The correction is recorded. What was recorded first stays readable.")
        return redirect("notes:list", child.pk)
    return correcting(request, child, form, noted, "Correct this note")


@opens_record(Permission.RECORD_NOTE)
def withdraw_note(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that a note was recorded about this child by mistake."""
    noted = noted_or_nothing(child, fact_id)
    form = forms.WithdrawNoteForm(request, subjects=[child.pk])
    if form.is_final():
        why = form.cleaned_data["reason"]
        if form.record(actions.withdraw_note, wrong=noted.pk, child=child.pk, why=why):
            messages.success(request, "The note no longer stands in this record. That it was here stays readable.")
            return redirect("notes:list", child.pk)
    return correcting(request, child, form, noted, "Recorded about this child by mistake")


@opens_record(Permission.RECORD_NOTE)
def finish_step(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that a next step is done, for every child of its note whose record opens."""
    step = queries.step_in(child.pk, fact_id)
    note = queries.note_of(step.note_id) if step else None
    if step is None or note is None:
        raise NoSuchRecord(child.pk, "no such step")
    keys = [key for key in note.row.children if key != child.pk]
    if keys:
        open_also(request, keys, via=child.pk, permission=Permission.RECORD_NOTE)
    form = forms.FinishStepForm(request, step=step, today=london_today())
    if form.is_final():
        answers = form.cleaned_data
        if form.record(actions.finish_step, step=step, on=answers["finished_on"], became=answers["became"]):
            messages.success(request, "The step is done.")
            return redirect("notes:list", child.pk)
    page = {"form": form, "step": step, "done": note.done.get(step.pk), "title": "Next step"}
    return render(request, "notes/finish_step.html", record_page(request, child) | page)


def noted_or_nothing(child: OpenedChild, fact_id: UUID) -> Any:
    """What a note says about a child; raises NoSuchRecord."""
    noted = queries.noted_in(child.pk, fact_id)
    if noted is None:
        raise NoSuchRecord(child.pk, "no such fact")
    return noted


def correcting(request: RecordRequest, child: OpenedChild, form: Any, noted: Any, title: str) -> HttpResponse:
    """A page on which something is corrected."""
    back = Link("Back", reverse("notes:note", args=[child.pk, noted.pk]))
    page = {"form": form, "title": title, "back": back, "stands": what_stands(noted)}
    return render(request, "chronology/correct.html", record_page(request, child) | page)
