"""Arranging meetings, and recording what became of them."""

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
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.queries.siblings import Named, named
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.meetings import actions, forms, presenters, queries
from sightline.foundation.workforce.forms import choices
from sightline.ui.components import Link


@opens_record(Permission.RECORD_MEETING)
def arrange(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Arrange a meeting about a child and, if it is about them too, brothers and sisters."""
    others = others_i_may_open(request, child, Permission.RECORD_MEETING)
    if others and not is_chosen(request):
        return ask_who(request, child, others, "Arrange a meeting")
    children = chosen(request, child, others, Permission.RECORD_MEETING)
    form = forms.ArrangeForm(request, children=children, today=london_today())
    if form.is_final():
        recorded = form.record(actions.arrange_meeting, **form.given())
        if recorded:
            messages.success(request, "The meeting is arranged. Nobody has been written to yet.")
            return redirect("meetings:arranged", child.pk, recorded.result)
    change = request.path if others else ""
    return asking(request, child, form, "Arrange a meeting", children, change)


@opens_record(Permission.RECORD_MEETING)
def record(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record a meeting that nobody had arranged here."""
    others = others_i_may_open(request, child, Permission.RECORD_MEETING)
    if others and not is_chosen(request):
        return ask_who(request, child, others, "Record a meeting")
    children = chosen(request, child, others, Permission.RECORD_MEETING)
    known = {"kind": request.GET.get("kind")}  # where the kind was chosen on the way here
    form = forms.RecordForm(request, children=children, initial=known, **offered(children))
    if form.is_final() and form.record(actions.record_meeting, **form.given()):
        messages.success(request, "The meeting is recorded.")
        return redirect("meetings:list", child.pk)
    return asking(request, child, form, "Record a meeting", children, request.path if others else "")


@opens_record(Permission.OPEN_RECORD)
def arranged(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """A meeting that is arranged; once it is said what became of it, the page that says so."""
    found = meeting_or_nothing(child, fact_id)
    held = found.held_for(child.pk)
    if held is not None:
        return redirect("meetings:meeting", child.pk, held.pk)
    shown = presenters.page_of_arranged(found, child.pk, links=links(request, child.pk, found.key))
    return render(request, "meetings/meeting.html", record_page(request, child) | {"shown": shown})


@opens_record(Permission.RECORD_MEETING)
def hold(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Record an arranged meeting, for the children whose records open."""
    found = meeting_or_nothing(child, fact_id)
    children = [each for each in about(request, child, found.row) if found.held_for(each.key) is None]
    if child.pk not in {each.key for each in children}:
        return redirect("meetings:arranged", child.pk, found.key)
    form = forms.HoldForm(request, meeting=found, children=children, **offered(children))
    if form.is_final() and form.record(actions.record_meeting, arranged=found.key, **form.given()):
        messages.success(request, "The meeting is recorded.")
        return redirect("meetings:list", child.pk)
    return asking(request, child, form, "Record this meeting", children)


@opens_record(Permission.RECORD_MEETING)
def call_off(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that an arranged meeting did not take place."""
    found = meeting_or_nothing(child, fact_id)
    children = [each for each in about(request, child, found.row) if found.held_for(each.key) is None]
    if child.pk not in {each.key for each in children}:
        return redirect("meetings:arranged", child.pk, found.key)
    keys = [each.key for each in children]
    form = forms.CallOffForm(request, subjects=keys)
    if form.is_final() and form.record(
        actions.call_off, arranged=found.key, children=keys, why=form.cleaned_data["why"]
    ):
        messages.success(request, "It is recorded that the meeting did not take place.")
        return redirect("meetings:list", child.pk)
    return asking(request, child, form, "The meeting did not take place", children)


def meeting_or_nothing(child: OpenedChild, fact_id: UUID) -> queries.WholeMeeting:
    """A meeting about a child; raises NoSuchRecord."""
    found = queries.arranged_meeting(child.pk, fact_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such meeting")
    return found


def about(request: RecordRequest, child: OpenedChild, row: Any) -> list[Named]:
    """The children a meeting is about whose records this practitioner may open to record it; they are opened."""
    keys = [key for key in row.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk, permission=Permission.RECORD_MEETING) if keys else []
    others = named(opened) if opened else []
    request.reading.shows(each.key for each in others)
    return [Named(child.pk, str(child), child.person.reference), *others]


def offered(children: list[Named]) -> dict[str, Any]:
    """What a form about a meeting offers to choose from, and the moment it is asked."""
    names = {each.key: each.name for each in children}
    alone = len(children) == 1
    goals = [
        (str(key), goal.text[:100] if alone else f"{names[goal.child_id]}: {goal.text[:100]}")
        for key, goal in queries.open_goals(names).items()
    ]
    today = london_today()
    return {"owners": choices.with_children(today), "goals": goals, "now": timezone.now(), "today": today}


def links(request: RecordRequest, child: UUID, key: UUID) -> list[Link]:
    """What can be done with an arranged meeting by this role."""
    if not may(request.acting.role, Permission.RECORD_MEETING):
        return []
    return [
        Link("Record what was decided", reverse("meetings:hold", args=[child, key])),
        Link("Change the day, or where and how people meet", reverse("meetings:correct", args=[child, key])),
        Link("It did not take place", reverse("meetings:call_off", args=[child, key])),
    ]


def asking(
    request: RecordRequest, child: OpenedChild, form: Any, title: str, children: list[Named], change: str = ""
) -> HttpResponse:
    """A page with one form about a meeting."""
    back = reverse("meetings:list", args=[child.pk])
    page = {"form": form, "title": title, "children": children, "change": change, "back_to": back}
    return render(request, "meetings/record.html", record_page(request, child) | page)
