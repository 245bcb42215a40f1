"""Recording and reading case notes."""

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
from sightline.foundation.notes import actions, forms, presenters, queries
from sightline.ui.components import Link


@opens_record(Permission.OPEN_RECORD)
def listed(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """The notes about a child, newest first."""
    asked = request.GET.get("page", "1")
    number = min(int(asked), 1000) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else 1
    notes, has_older = queries.notes_about(child.pk, max(number, 1))
    page = {
        "entries": [presenters.entry(each) for each in notes],
        "older": number + 1 if has_older else 0,
        "newer": number - 1,
        "may_record": may(request.acting.role, Permission.RECORD_NOTE),
        "record_url": reverse("notes:record", args=[child.pk]),
        "empty": presenters.NO_NOTES,
    }
    return render(request, "notes/list.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_NOTE)
def record(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record a note about a child and, if it was about them too, brothers and sisters."""
    title = "Write a case note"
    others = others_i_may_open(request, child, Permission.RECORD_NOTE)
    if others and not is_chosen(request):
        return ask_who(request, child, others, title)
    children = chosen(request, child, others, Permission.RECORD_NOTE)
    form = forms.NoteForm(
        request,
        children=children,
        owners=owners(request, [each.key for each in children]),
        now=timezone.now(),
        today=london_today(),
    )
    if form.is_final() and form.record(actions.record_note, **form.given()):
        messages.success(request, " ".join(["The case note is recorded.", *form.told]))
        return redirect("notes:list", child.pk)
    page = {"form": form, "title": title, "children": children, "change": request.path if others else ""}
    return render(request, "notes/record.html", record_page(request, child) | page)


def owners(request: RecordRequest, children: list[UUID]) -> list[tuple[str, str]]:
    """Who could do what comes next."""
    me: Any = request.acting.practitioner_id
    people = queries.who_could_do_it(children, me)
    return [(str(each.pk), f"{each.name} (you)" if each.pk == me else each.name) for each in people]


@opens_record(Permission.OPEN_RECORD)
def note(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """A note about a child; what it says about others only once their records are opened too."""
    found = queries.noted_in(child.pk, fact_id)
    noted, row, moment = as_it_stood(child, found, "note", request.GET)
    keys = [key for key in row.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk) if keys and "together" in request.GET else []
    others = named(opened or which_may_open(request, keys)) if keys else []
    request.reading.shows(each.key for each in others)
    shown = presenters.page_of_note(
        queries.whole(row, moment),
        noted,
        files=queries.files_with(noted),
        others=others,
        shown=opened,
        links=links(request, noted, moment),
        past=moment is not None,
    )
    page = {"shown": shown, "stands": what_stands(noted), "as_known_on": known_on(request.GET, moment)}
    return render(request, "notes/note.html", record_page(request, child) | page)


def links(request: RecordRequest, noted: Any, moment: datetime | None) -> list[Link]:
    """What can be corrected from here by this role, where it stands."""
    if moment or noted.superseded_at or not may(request.acting.role, Permission.RECORD_NOTE):
        return []
    where = [noted.child_id, noted.pk]
    return [
        Link("Correct this note", reverse("notes:correct", args=where)),
        Link("Recorded about this child by mistake", reverse("notes:withdraw", args=where)),
    ]
