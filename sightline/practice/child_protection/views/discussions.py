"""Recording, reading and correcting strategy discussions."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.access.opening import OpenedChild, open_also, which_may_open
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.queries.siblings import named
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.chronology.as_it_stood import as_it_stood
from sightline.foundation.chronology.presenters import known_on, what_stands
from sightline.foundation.documents.presenters.making import link_to_make
from sightline.foundation.oversight.queries import answers_about
from sightline.practice.child_protection import actions, forms, presenters, queries
from sightline.ui.components import Link
from sightline.ui.vocabulary import said


@opens_record(Permission.RECORD_CHILD_PROTECTION)
def record_strategy_discussion(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record one discussion about a child and, if it was about them too, brothers and sisters."""
    title = said("Record {strategy_discussion:article}")
    others = others_i_may_open(request, child, Permission.RECORD_CHILD_PROTECTION)
    if others and not is_chosen(request):
        return ask_who(request, child, others, title)
    children = chosen(request, child, others, Permission.RECORD_CHILD_PROTECTION)
    form = forms.StrategyDiscussionForm(request, children=children, now=timezone.now(), today=london_today())
    if form.is_final() and form.record(actions.record_strategy_discussion, **form.given()):
        messages.success(request, said("The {strategy_discussion} is recorded. A manager is asked to agree."))
        return redirect("child_protection:overview", child.pk)
    page = {"form": form, "title": title, "children": children, "change": request.path if others else ""}
    return render(request, "child_protection/record_discussion.html", record_page(request, child) | page)


@opens_record(Permission.OPEN_RECORD)
def outcome(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """What a discussion decided for a child; for brothers and sisters only once their records are opened too."""
    found = queries.outcome_of(child.pk, fact_id)
    decided, row, moment = as_it_stood(child, found, "discussion", request.GET)
    keys = [key for key in row.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk) if keys and "together" in request.GET else []
    others = named(opened or which_may_open(request, keys)) if keys else []
    request.reading.shows(each.key for each in others)
    discussion = queries.whole(row, moment)
    shown = presenters.page_of_discussion(
        discussion,
        decided,
        others=others,
        shown=opened,
        answers=answers_about(each.pk for each in (decided, *discussion.outcomes)),
        links=links(request, decided, moment),
        moment=moment,
        may_reply=may(request.acting.role, Permission.RECORD_DECISION),
    )
    page = {"shown": shown, "stands": what_stands(decided), "as_known_on": known_on(request.GET, moment)}
    return render(request, "child_protection/discussion.html", record_page(request, child) | page)


def links(request: RecordRequest, decided: Any, moment: datetime | None) -> list[Link]:
    """What can be made and corrected from here by this role, where it stands."""
    if moment or decided.superseded_at or not may(request.acting.role, Permission.RECORD_CHILD_PROTECTION):
        return []
    where = [decided.child_id, decided.pk]
    return [
        *link_to_make("strategy-discussion", decided.child_id, decided.pk, request.acting.role),
        Link("Correct what was decided", reverse("child_protection:correct_outcome", args=where)),
        Link("Correct when it was held or who took part", reverse("child_protection:correct_details", args=where)),
    ]


@opens_record(Permission.RECORD_CHILD_PROTECTION)
def correct_outcome(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right what was decided for one child."""
    decided, discussion = to_correct(child, fact_id)
    form = forms.CorrectOutcomeForm(request, discussion=discussion, child=child)
    if form.is_final():
        recorded = form.record(
            actions.correct_outcome,
            wrong=decided.pk,
            child=child.pk,
            decision=form.cleaned_data["decision"],
            reasons=form.cleaned_data["reasons"],
            scales=form.given_scales(),
            why=form.why.cleaned_data["reason"],
        )
        if recorded:
            messages.success(request, "The correction is recorded. What was recorded first stays readable.")
            return redirect("child_protection:outcome", child.pk, recorded.result)
    return correcting(request, child, form, decided, "Correct what was decided")


@opens_record(Permission.RECORD_CHILD_PROTECTION)
def correct_details(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Put right when a discussion was held and who took part, for all the children whose records open."""
    decided, discussion = to_correct(child, fact_id)
    keys = [key for key in discussion.row.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk, permission=Permission.RECORD_CHILD_PROTECTION) if keys else []
    form = forms.CorrectDetailsForm(
        request, discussion=discussion, subjects=[child.pk, *opened], now=timezone.now(), today=london_today()
    )
    if form.is_final() and form.record(actions.correct_strategy_discussion, wrong=discussion.key, **form.given()):
        messages.success(request, "The correction is recorded. What was recorded first stays readable.")
        return redirect("child_protection:overview", child.pk)
    return correcting(request, child, form, decided, "Correct when it was held or who took part")


def to_correct(child: OpenedChild, fact_id: UUID) -> tuple[Any, queries.Discussion]:
    """What was decided and its discussion as they stand, to be corrected; raises NoSuchRecord."""
    decided = queries.outcome_of(child.pk, fact_id)
    discussion = queries.discussion_of(decided.discussion_id) if decided else None
    if decided is None or discussion is None or discussion.for_child(child.pk) is None:
        raise NoSuchRecord(child.pk, "no such fact")
    return decided, discussion


def correcting(request: RecordRequest, child: OpenedChild, form: Any, decided: Any, title: str) -> HttpResponse:
    """A page on which something is corrected."""
    back = Link("Back", reverse("child_protection:outcome", args=[child.pk, decided.pk]))
    page = {"form": form, "title": title, "back": back, "stands": what_stands(decided)}
    return render(request, "chronology/correct.html", record_page(request, child) | page)
