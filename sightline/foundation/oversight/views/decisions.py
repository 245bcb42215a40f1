"""Recording a decision, reading one, and the ladder that says who signs which."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import for_practitioners, opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.chronology.presenters import what_stands
from sightline.foundation.chronology.queries import last_told, told_of
from sightline.foundation.oversight import actions, forms, presenters, queries
from sightline.foundation.workforce.forms import choices

TITLE = "Record a decision"


@opens_record(Permission.RECORD_DECISION)
def decide(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record what was decided about a child and, if it is the same, brothers and sisters."""
    others = others_i_may_open(request, child, Permission.RECORD_DECISION)
    if others and not is_chosen(request):
        return ask_who(request, child, others, TITLE)
    children = chosen(request, child, others, Permission.RECORD_DECISION)
    keys = [each.key for each in children]
    form = forms.DecisionForm(
        request,
        children=keys,
        kinds=presenters.choices_of_ladder(),
        lines=lines_of(children),
        today=london_today(),
    )
    if form.is_final():
        recorded = form.record(actions.record_decision, children=keys, **form.given())
        if recorded:
            messages.success(request, "The decision is recorded. Act on it now: signing follows.")
            return redirect("oversight:thread", child.pk)
    page = {"form": form, "title": TITLE, "children": children, "change": request.path if others else ""}
    page["cancel"] = reverse("oversight:thread", args=[child.pk])
    return render(request, "oversight/decide.html", record_page(request, child) | page)


@opens_record(Permission.OPEN_RECORD)
def decision(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """One decision with what it rested on, and how it stands on the ladder."""
    found = queries.decision_of(child.pk, fact_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such decision")
    answer = queries.answers_about([found.pk]).get(found.pk)
    by, waits = request.acting, answer is None or answer.reply is not None
    others = found.recorded_by_id != by.practitioner_id and not found.superseded_at
    sign = waits and others and may(by.role, Permission.OVERSEE) and queries.may_be_signed_by(found.kind, by)
    rested = [presenters.line_link(line) for line in told_of(child.pk, found.rested_on, found.known_at)]
    records = may(by.role, Permission.RECORD_DECISION)
    shown = presenters.decision_page(
        found,
        answer=None if found.superseded_at else presenters.answer_shown(answer, found, may_reply=records),
        rested_on=rested,
        sign=sign,
    )
    page = {
        "shown": shown,
        "stands": what_stands(found),
        "put_right": records and not found.superseded_at,
        "fact": found.pk,
    }
    return render(request, "oversight/decision.html", record_page(request, child) | page)


@for_practitioners(Permission.WORK)
def ladder(request: RecordRequest) -> HttpResponse:
    """Which decision needs whom, and who stands in now."""
    today = london_today()
    signer = queries.signer_of(request.acting) if may(request.acting.role, Permission.OVERSEE) else None
    shown = presenters.ladder_page(queries.delegations(today), signer, today)
    return render(request, "oversight/ladder.html", {"shown": shown})


@for_practitioners(Permission.OVERSEE)
def delegate(request: RecordRequest) -> HttpResponse:
    """Let somebody sign a decision for a while."""
    form = forms.DelegationForm(
        request,
        decisions=presenters.delegation_choices(queries.signer_of(request.acting)),
        people=choices.with_children(london_today(), without=[request.acting.practitioner_id]),
        today=london_today(),
    )
    if form.is_final() and form.record(actions.delegate, **form.given()):
        messages.success(request, "The delegation is recorded.")
        return redirect("oversight:ladder")
    page = {"form": form, "title": "Delegate a decision", "submit": "Delegate it"}
    return render(request, "oversight/delegation.html", page)


@for_practitioners(Permission.OVERSEE)
def end_delegation(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """Take back a delegation."""
    found = queries.delegation(fact_id)
    if found is None:
        raise NoSuchRecord(None, "no such delegation")
    form = forms.EndDelegationForm(request)
    if form.is_final() and form.record(actions.end_delegation, delegation=fact_id, on=london_today()):
        messages.success(request, "The delegation has ended.")
        return redirect("oversight:ladder")
    about = f"{presenters.decision_words(found.decision)}: {found.given_to}, to {format_date(found.until)}"
    page = {"form": form, "title": "End a delegation", "submit": "End it today", "about": about}
    return render(request, "oversight/delegation.html", page)


def lines_of(children: list[Named]) -> list[tuple[str, str]]:
    """The last entries of these records, to say what a decision rests on."""
    alone = len(children) == 1
    return [
        (f"{each.key}:{line.fact.pk}", presenters.line_link(line, "" if alone else f"{each.name}, ").text)
        for each in children
        for line in last_told(each.key, 12 if alone else 5)
    ]
