"""Referring a child to a panel, and deciding on it."""

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
from sightline.foundation.oversight.queries import may_be_signed_by
from sightline.foundation.panels import actions, forms, presenters, queries
from sightline.foundation.panels.rules import Recommends, panels
from sightline.foundation.workforce.forms import choices
from sightline.ui.components import Link


@opens_record(Permission.OPEN_RECORD)
def listed(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """The referrals of a child to panels."""
    page = {
        "tickets": presenters.listed(queries.referrals_about(child.pk)),
        "empty": presenters.NO_REFERRALS,
        "may_refer": may(request.acting.role, Permission.REFER_TO_PANEL),
        "may_run": may(request.acting.role, Permission.RUN_PANEL),
    }
    return render(request, "panels/list.html", record_page(request, child) | page)


@opens_record(Permission.REFER_TO_PANEL)
def refer(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Refer a child to a panel, with papers that stand in the record."""
    papers = presenters.paper_choices(queries.papers_of(child.pk))
    form = forms.ReferForm(request, child=child.pk, panels=presenters.panel_choices(), papers=papers)
    if form.is_final():
        recorded = form.record(actions.refer, child=child.pk, on=london_today(), **form.given())
        if recorded:
            messages.success(request, "The referral is recorded, and waits for a sitting.")
            return redirect("panels:referral", child.pk, recorded.result)
    return asking(request, child, form, "Refer to a panel", "Refer", reverse("panels:list", args=[child.pk]))


@opens_record(Permission.OPEN_RECORD)
def referral(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """One referral: what was asked, recommended and decided."""
    whole = referral_or_nothing(child, fact_id)
    papers = queries.papers_of(child.pk, whole.case.files) if whole.case and whole.case.files else []
    shown = presenters.page_of_referral(whole, papers, links(request, whole))
    return render(request, "panels/referral.html", record_page(request, child) | {"shown": shown})


@opens_record(Permission.OVERSEE)
def decide(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Decide on a referral, as its decision-maker."""
    whole = referral_or_nothing(child, fact_id)
    today = london_today()
    form = forms.DecideForm(request, child=child.pk, owners=choices.with_children(today, child=child.pk), today=today)
    if form.is_final():
        said = {"on": form.cleaned_data["happened_on"], "said": form.said(), "steps": form.steps()}
        funding = form.cleaned_data["funding_agreed"]
        if form.record(actions.decide, child=child.pk, referral=fact_id, funding_agreed=funding, **said):
            messages.success(request, "The decision is recorded.")
            return redirect("panels:referral", child.pk, fact_id)
    return asking(request, child, form, "Decide", "Record the decision", back_to(whole), about(whole))


@opens_record(Permission.REFER_TO_PANEL)
def take_back(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Take a referral back that nobody has heard."""
    whole = referral_or_nothing(child, fact_id)
    form = forms.TakeBackForm(request, subjects=[child.pk])
    if form.is_final() and form.record(
        actions.take_back, child=child.pk, referral=fact_id, why=form.cleaned_data["why"]
    ):
        messages.success(request, "The referral is taken back. That it was here stays readable.")
        return redirect("panels:list", child.pk)
    return asking(request, child, form, "Take the referral back", "Take it back", back_to(whole), about(whole))


def referral_or_nothing(child: OpenedChild, fact_id: UUID) -> queries.WholeReferral:
    """A referral about a child; raises NoSuchRecord."""
    found = queries.referral_of(child.pk, fact_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such referral")
    return found


def links(request: RecordRequest, whole: queries.WholeReferral) -> list[Link]:
    """What this practitioner can do with a referral; what comes next first."""
    by, where = request.acting, [whole.referral.child_id, whole.referral.pk]
    runs = may(by.role, Permission.RUN_PANEL)
    heard = bool(whole.recommendations or whole.decisions)
    if whole.decisions and whole.decisions[0].answer != Recommends.COME_BACK and whole.to_decide is None:
        return []
    decides = may(by.role, Permission.OVERSEE) and may_be_signed_by(panels()[whole.referral.panel].decision, by)
    offered = [
        (decides, "Decide", "panels:decide"),
        (runs, "Record what the panel recommends", "panels:recommend"),
        (runs, "Put it on the agenda of a sitting", "panels:book"),
        (may(by.role, Permission.REFER_TO_PANEL) and not heard, "Take the referral back", "panels:take_back"),
    ]
    return [Link(text, reverse(route, args=where)) for allowed, text, route in offered if allowed]


def about(whole: queries.WholeReferral) -> str:
    """What a form is about."""
    return f"{presenters.panel_words(whole.referral.panel)}: {whole.case.asks if whole.case else ''}"


def back_to(whole: queries.WholeReferral) -> str:
    """The page of a referral."""
    return reverse("panels:referral", args=[whole.referral.child_id, whole.referral.pk])


def asking(
    request: RecordRequest, child: OpenedChild, form: Any, title: str, submit: str, back: str, about: str = ""
) -> HttpResponse:
    """A page with one form at a child's record."""
    page = {"form": form, "title": title, "submit": submit, "cancel": back, "about": about}
    return render(request, "panels/asking.html", record_page(request, child) | page)
