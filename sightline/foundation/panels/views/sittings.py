"""Sittings of panels: arranging them, their agenda, and what they recommend."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_date
from sightline.foundation.panels import actions, forms, presenters, queries
from sightline.foundation.panels.views.referrals import about, asking, back_to, referral_or_nothing


@for_practitioners(Permission.RUN_PANEL)
def sittings(request: RecordRequest) -> HttpResponse:
    """The sittings to come, and the referrals within reach that wait for one."""
    today = london_today()
    waiting = queries.waiting(request.reach)
    request.reading.shows(each.child_id for each in waiting)
    page = {
        "sittings": presenters.sittings_table(queries.sittings(today)),
        "waiting": presenters.waiting_table(waiting, today),
    }
    return render(request, "panels/sittings.html", page)


@for_practitioners(Permission.RUN_PANEL)
def arrange(request: RecordRequest) -> HttpResponse:
    """Arrange that a panel sits."""
    form = forms.SittingForm(request, panels=presenters.panel_choices(), today=london_today())
    if form.is_final():
        recorded = form.record(actions.arrange_sitting, **form.given())
        if recorded:
            messages.success(request, "The sitting is arranged.")
            return redirect("panels:sitting", recorded.result)
    return render(request, "panels/arrange.html", {"form": form})


@for_practitioners(Permission.RUN_PANEL)
def sitting(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """The agenda of a sitting."""
    found = queries.sitting(fact_id)
    if found is None:
        raise NoSuchRecord(None, "no such sitting")
    agenda = queries.agenda(fact_id, request.reach)
    request.reading.shows(each.child_id for each in agenda)
    page = {
        "title": f"{presenters.panel_words(found.panel)}, {format_date(found.happened)}",
        "sitting": found,
        "agenda": presenters.agenda_table(agenda),
    }
    return render(request, "panels/sitting.html", page)


@opens_record(Permission.RUN_PANEL)
def book(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put a referral on the agenda of a sitting."""
    whole = referral_or_nothing(child, fact_id)
    today = london_today()
    offered = presenters.sitting_choices(queries.sittings(today, whole.referral.panel))
    form = forms.BookForm(request, child=child.pk, sittings=offered)
    if form.is_final():
        chosen = UUID(form.cleaned_data["sitting"])
        if form.record(actions.book, child=child.pk, referral=fact_id, sitting=chosen, on=today):
            messages.success(request, "It is on the agenda.")
            return redirect("panels:referral", child.pk, fact_id)
    return asking(request, child, form, "Put it on the agenda", "Put it on the agenda", back_to(whole), about(whole))


@opens_record(Permission.RUN_PANEL)
def recommend(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Record what a panel recommends."""
    whole = referral_or_nothing(child, fact_id)
    form = forms.RecommendForm(request, child=child.pk, today=london_today())
    if form.is_final():
        said = {"on": form.cleaned_data["happened_on"], "said": form.said(), "members": form.sat()}
        if form.record(actions.recommend, child=child.pk, referral=fact_id, **said):
            messages.success(request, "The recommendation is recorded. The decision-maker decides now.")
            return redirect("panels:referral", child.pk, fact_id)
    title = "Record what the panel recommends"
    return asking(request, child, form, title, "Record it", back_to(whole), about(whole))
