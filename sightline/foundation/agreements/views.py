"""The pages of what families agreed to, and of what they were told."""

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
from sightline.foundation.agreements import actions, forms, presenters, queries
from sightline.foundation.agreements.rules import About
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.presenters import record_page

BACK = "agreements:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """What each person agreed to, and every decision with who was told of it."""
    able = may(request.acting.role, Permission.RECORD_NOTE)
    shown = presenters.overview(child.pk, london_today(), records=able)
    return render(request, "agreements/overview.html", record_page(request, child) | shown)


@opens_record(Permission.RECORD_NOTE)
def ask(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record that somebody was asked to agree, and what they answered."""
    today = london_today()
    form = forms.AgreementForm(request, child=child.pk, whom=queries.whom_to_ask(child.pk, today), today=today)
    if form.is_final() and form.record(actions.record_agreement, child_id=child.pk, **form.given()):
        messages.success(request, "What was answered is recorded.")
        return redirect(BACK, child.pk)
    return asking(request, child, form, title="Was somebody asked to agree, and what did they answer?")


@opens_record(Permission.RECORD_NOTE)
def tell(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Record for each person of the family whether they were told of a decision, and what they said."""
    decided = queries.decision_of(child.pk, fact_id)
    if decided is None:
        raise NoSuchRecord(child.pk, "no such decision")
    today = london_today()
    whom = queries.whom_to_tell(child.pk, today)
    untold = [each for each in whom if each in decided.untold(whom) or not each.waits] or whom
    form = forms.FamilyToldForm(request, child=child.pk, whom=untold, today=today, decided_on=decided.on)
    if form.is_final():
        about = About(decided.kind, decided.key)
        if form.record(actions.record_told, child_id=child.pk, about=about, told=form.given()):
            messages.success(request, "Who was told is recorded.")
            return redirect(BACK, child.pk)
    told = [presenters.told_line(each) for each in decided.told]
    more = {"about": f"{decided.title}, {format_date(decided.on)}", "says": decided.says, "told": told}
    return asking(request, child, form, title="Who was told, and what did they say?", **more)


def asking(request: RecordRequest, child: OpenedChild, form: Any, *, title: str, **more: Any) -> HttpResponse:
    """The page of one of these forms."""
    page = {"form": form, "title": title, "cancel": reverse(BACK, args=[child.pk]), **more}
    return render(request, "agreements/asking.html", record_page(request, child) | page)
