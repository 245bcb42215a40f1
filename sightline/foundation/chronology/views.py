"""The chronology of a child, as it stands or as it was known on a day."""

from django.http import HttpResponse
from django.shortcuts import render

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.chronology import presenters, queries
from sightline.foundation.chronology.forms import ChronologyForm


@opens_record(Permission.OPEN_RECORD)
def chronology(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """What happened to a child, newest first."""
    form = ChronologyForm(request.GET or None, kinds=presenters.kinds(), today=london_today())
    asked = form.wanted(older_than=number(request.GET.get("older", "")), everything="all" in request.GET)
    told = queries.chronology(child.pk, asked)
    page = {
        "filters": presenters.filters(form, request.GET, child.pk),
        "form": form,
        "shown": presenters.shown(told, child.pk, request.GET, asked.as_known_on),
        "as_known_on": form.known_in_words(),
        "drafts": [] if asked.as_known_on else presenters.draft_tickets(request.acting.practitioner_id, child.pk),
    }
    return render(request, "chronology/chronology.html", record_page(request, child) | page)


@opens_record(Permission.OPEN_RECORD)
def over_time(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """What lasted for a child, one strip a kind, and the same as a table."""
    shown = presenters.over_time(queries.lasted(child.pk), london_today())
    return render(request, "chronology/over_time.html", record_page(request, child) | shown)


def number(text: str) -> int | None:
    """The number of a line, or nothing where the text is not one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None
