"""Reading meetings, and finishing what was agreed at them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild, open_also, which_may_open
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.queries.siblings import named
from sightline.foundation.chronology.as_it_stood import as_it_stood
from sightline.foundation.chronology.presenters import known_on, what_stands
from sightline.foundation.meetings import actions, forms, presenters, queries
from sightline.foundation.meetings.presenters.lists import NO_MEETINGS
from sightline.ui.components import Link


@opens_record(Permission.OPEN_RECORD)
def listed(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """The meetings about a child: what is arranged, and what was decided."""
    shown = presenters.meetings_page(
        child.pk,
        queries.meetings_about(child.pk),
        queries.arranged_about(child.pk),
        london_today(),
        records=may(request.acting.role, Permission.RECORD_MEETING),
    )
    return render(request, "meetings/list.html", record_page(request, child) | {"shown": shown, "empty": NO_MEETINGS})


@opens_record(Permission.OPEN_RECORD)
def meeting(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """What became of a meeting for a child; for brothers and sisters only once their records are opened too."""
    found = queries.held_in(child.pk, fact_id)
    held, row, moment = as_it_stood(child, found, "meeting", request.GET)
    keys = [key for key in row.children if key != child.pk]
    opened = open_also(request, keys, via=child.pk) if keys and "together" in request.GET else []
    others = named(opened or which_may_open(request, keys)) if keys else []
    request.reading.shows(each.key for each in others)
    ways = links(request, held, moment)
    shown = presenters.page_of_meeting(
        queries.whole(row, moment),
        held,
        others=others,
        shown=opened,
        links=ways,
        may_finish=bool(ways),
        past=moment is not None,
    )
    page = {"shown": shown, "stands": what_stands(held), "as_known_on": known_on(request.GET, moment)}
    return render(request, "meetings/meeting.html", record_page(request, child) | page)


@opens_record(Permission.RECORD_MEETING)
def finish_step(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Say that what was agreed at a meeting is done."""
    step = queries.step_in(child.pk, fact_id)
    if step is None:
        raise NoSuchRecord(child.pk, "no such step")
    form = forms.FinishStepForm(request, step=step, today=london_today())
    if form.is_final():
        said = {"on": form.cleaned_data["finished_on"], "became": form.cleaned_data["became"]}
        if form.record(actions.finish_step, step=step, **said):
            messages.success(request, "The step is finished.")
            return redirect("meetings:list", child.pk)
    page = {"form": form, "step": step, "back_to": reverse("meetings:list", args=[child.pk])}
    return render(request, "meetings/finish_step.html", record_page(request, child) | page)


def links(request: RecordRequest, held: Any, moment: datetime | None) -> list[Link]:
    """What can be corrected from here by this role, where it stands."""
    if moment or held.superseded_at or not may(request.acting.role, Permission.RECORD_MEETING):
        return []
    where = [held.child_id, held.pk]
    decided = [
        Link("Correct what was decided for this child", reverse("meetings:correct_child", args=where)),
        Link("Correct who came, or the day of the next meeting", reverse("meetings:correct_people", args=where)),
    ]
    return [
        Link(
            "Correct the day, or where and how people met",
            reverse("meetings:correct", args=[where[0], held.meeting_id]),
        ),
        *(decided if held.took_place else []),
        Link("Recorded for this child by mistake", reverse("meetings:withdraw", args=where)),
    ]
