"""Correcting visits."""

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
from sightline.foundation.visits import actions, forms, queries
from sightline.ui.components import Link

DONE = "The correction is recorded. What was recorded first stays readable."


@opens_record(Permission.RECORD_VISIT)
def correct_visit(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right when, where and by whom a visit was made, for all the children whose records open."""
    seen = seen_or_nothing(child, fact_id)
    row = queries.as_made(seen.visit_id)
    if row is None:
        raise NoSuchRecord(child.pk, "no such visit")
    keys = [key for key in row.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk, permission=Permission.RECORD_VISIT) if keys else []
    visit = queries.whole(row)
    form = forms.CorrectVisitForm(
        request, visit=visit, subjects=[child.pk, *opened], now=timezone.now(), today=london_today()
    )
    if form.is_final() and form.record(actions.correct_visit, wrong=visit.key, **form.given()):
        messages.success(request, DONE)
        return redirect("visits:list", child.pk)
    return correcting(request, child, form, seen, "Correct the date, or where and by whom it was")


@opens_record(Permission.RECORD_VISIT)
def correct_seen(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right what a visit was for one child."""
    seen = seen_or_nothing(child, fact_id)
    form = forms.CorrectSeenForm(request, seen=seen)
    if form.is_final():
        why = form.why.cleaned_data["reason"]
        recorded = form.record(actions.correct_seen, wrong=seen.pk, right=form.visited(), why=why)
        if recorded:
            messages.success(request, DONE)
            return redirect("visits:visit", child.pk, recorded.result)
    return correcting(request, child, form, seen, "Correct what is said about this child")


@opens_record(Permission.RECORD_VISIT)
def withdraw_seen(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that a visit was recorded for this child by mistake."""
    seen = seen_or_nothing(child, fact_id)
    form = forms.WithdrawSeenForm(request, subjects=[child.pk])
    if form.is_final():
        why = form.cleaned_data["reason"]
        if form.record(actions.withdraw_seen, wrong=seen.pk, child=child.pk, why=why):
            messages.success(request, "The visit no longer stands in this record. That it was here stays readable.")
            return redirect("visits:list", child.pk)
    return correcting(request, child, form, seen, "Recorded for this child by mistake")


def seen_or_nothing(child: OpenedChild, fact_id: UUID) -> Any:
    """What a visit was for a child; raises NoSuchRecord."""
    seen = queries.seen_at(child.pk, fact_id)
    if seen is None:
        raise NoSuchRecord(child.pk, "no such fact")
    return seen


def correcting(request: RecordRequest, child: OpenedChild, form: Any, seen: Any, title: str) -> HttpResponse:
    """A page on which something is corrected."""
    back = Link("Back", reverse("visits:visit", args=[child.pk, seen.pk]))
    page = {"form": form, "title": title, "back": back, "stands": what_stands(seen)}
    return render(request, "chronology/correct.html", record_page(request, child) | page)
