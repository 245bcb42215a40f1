"""Recording and reading visits."""

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
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.queries.siblings import named
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.chronology.as_it_stood import as_it_stood
from sightline.foundation.chronology.presenters import known_on, what_stands
from sightline.foundation.visits import actions, forms, presenters, queries
from sightline.foundation.visits.presenters.visits import NO_VISITS
from sightline.ui.components import Link


@opens_record(Permission.OPEN_RECORD)
def listed(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """The visits to a child: when last seen, when next, and each of them."""
    records = may(request.acting.role, Permission.RECORD_VISIT)
    shown = presenters.visits_page(child.pk, queries.visits_to(child.pk), london_today(), records=records)
    return render(request, "visits/list.html", record_page(request, child) | {"shown": shown, "empty": NO_VISITS})


@opens_record(Permission.RECORD_VISIT)
def record(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record one visit to a child and, if it was to them too, brothers and sisters."""
    return recording(request, child, forms.VisitForm, "Record a visit")


@opens_record(Permission.RECORD_VISIT)
def record_attempted(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record that a visit was tried and nobody was seen."""
    return recording(request, child, forms.AttemptedVisitForm, "Record an attempted visit")


def recording(request: RecordRequest, child: OpenedChild, form_class: Any, title: str) -> HttpResponse:
    """A page on which a visit to one child or several is recorded."""
    others = others_i_may_open(request, child, Permission.RECORD_VISIT)
    if others and not is_chosen(request):
        return ask_who(request, child, others, title)
    children = chosen(request, child, others, Permission.RECORD_VISIT)
    form = form_class(request, children=children, now=timezone.now(), today=london_today())
    if form.is_final() and form.record(actions.record_visit, **form.given()):
        messages.success(request, "The visit is recorded.")
        return redirect("visits:list", child.pk)
    page = {
        "form": form,
        "title": title,
        "children": children,
        "change": request.path if others else "",
        "promised": queries.visits_to(child.pk).promised,
    }
    return render(request, "visits/record.html", record_page(request, child) | page)


@opens_record(Permission.OPEN_RECORD)
def visit(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """A visit to a child; to brothers and sisters only once their records are opened too."""
    found = queries.seen_at(child.pk, fact_id)
    seen, row, moment = as_it_stood(child, found, "visit", request.GET)
    keys = [key for key in row.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk) if keys and "together" in request.GET else []
    others = named(opened or which_may_open(request, keys)) if keys else []
    request.reading.shows(each.key for each in others)
    shown = presenters.page_of_visit(
        queries.whole(row, moment),
        seen,
        others=others,
        shown=opened,
        links=links(request, seen, moment),
        past=moment is not None,
    )
    page = {"shown": shown, "stands": what_stands(seen), "as_known_on": known_on(request.GET, moment)}
    return render(request, "visits/visit.html", record_page(request, child) | page)


def links(request: RecordRequest, seen: Any, moment: datetime | None) -> list[Link]:
    """What can be corrected from here by this role, where it stands."""
    if moment or seen.superseded_at or not may(request.acting.role, Permission.RECORD_VISIT):
        return []
    where = [seen.child_id, seen.pk]
    return [
        Link("Correct the date, or where and by whom it was", reverse("visits:correct", args=where)),
        Link("Correct what is said about this child", reverse("visits:correct_child", args=where)),
        Link("Recorded for this child by mistake", reverse("visits:withdraw", args=where)),
    ]
