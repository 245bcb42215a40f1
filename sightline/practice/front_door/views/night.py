"""Out of hours: the evening page, what was done at night, and the morning page on which the day takes over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from sightline.foundation.access.opening import OpenedChild, may_open, open_also
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.queries import Reach
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_moment
from sightline.foundation.children.presenters import record_page
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.practice.front_door import actions, rules
from sightline.practice.front_door.forms import night as forms
from sightline.practice.front_door.presenters import night as presenter
from sightline.practice.front_door.queries import night as queries
from sightline.practice.front_door.views.board import SEES, duty, everybody
from sightline.ui.components import Link


def reach_of(request: RecordRequest) -> Reach | None:
    """Whose nights the reader sees: everybody's for who is at the front door or on duty, else those of their work."""
    return None if everybody(request) or request.reach.on_duty else request.reach


@SEES
@require_safe
def evening(request: RecordRequest) -> HttpResponse:
    """What day asks of this night, and what to do if."""
    now = timezone.now()
    night = rules.night_of(now)
    asked = queries.asked_of(night, reach_of(request))
    request.reading.shows(each.request.child_id for each in asked)
    records = may(request.acting.role, Permission.RECORD_PRACTICE)
    page = {
        "night": presenter.night_words(night),
        "asked": presenter.evening(asked, records=records),
        "empty": presenter.NOTHING_ASKED,
    }
    return render(request, "front_door/evening.html", page | duty(now))


@SEES
@require_safe
def morning(request: RecordRequest) -> HttpResponse:
    """What was done at night, and who of the day took it over; what nobody took over in time stands first."""
    now = timezone.now()
    work = queries.work_of_nights(now, reach_of(request))
    asked = queries.asked_of(rules.night_before(now), reach_of(request))
    request.reading.shows({each.child_id for each in work} | {each.request.child_id for each in asked})
    accepts = may(request.acting.role, Permission.OVERSEE)
    late = [each for each in work if each.accepted_at is None and each.accept_by < now]
    page = {
        "as_at": format_moment(now),
        "late": presenter.late(late, now, queries.managers_to_ring(late) if late else {}, accepts=accepts),
        "waiting": presenter.waiting_table(work, now, accepts=accepts),
        "accepted": presenter.accepted_table(work),
        "asked": presenter.unanswered_table(asked),
    }
    return render(request, "front_door/morning.html", page | duty(now))


@opens_record(Permission.RECORD_PRACTICE)
def ask_night(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Ask something of the night about a child and, if it is the same family, brothers and sisters."""
    title = "Ask something of the night"
    others = others_i_may_open(request, child, Permission.RECORD_PRACTICE)
    if others and not is_chosen(request):
        return ask_who(request, child, others, title)
    children = chosen(request, child, others, Permission.RECORD_PRACTICE)
    form = forms.AskNightForm(request, children=children, night=rules.night_of(timezone.now()))
    if form.is_final() and form.record(actions.ask_night, **form.given()):
        messages.success(request, "The night will see it on its evening page.")
        return redirect("front_door:overview", child.pk)
    return asking(request, child, form, title, children)


@opens_record(Permission.RECORD_PRACTICE)
def record_night(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Record what was done out of hours for a child and, if it was for them too, brothers and sisters."""
    title, now = "What was done out of hours", timezone.now()
    others = others_i_may_open(request, child, Permission.RECORD_PRACTICE)
    if others and not is_chosen(request):
        return ask_who(request, child, others, title)
    children = chosen(request, child, others, Permission.RECORD_PRACTICE)
    requests = queries.open_requests([each.key for each in children], rules.night_of(now))
    form = forms.NightActionForm(request, children=children, requests=requests, now=now, today=london_today(now))
    if form.is_final() and form.record(actions.record_night, **form.given()):
        messages.success(request, "It is recorded, and stands on the morning page until a manager takes it over.")
        if not may_open(request, child.pk):  # what day asked was the only reason, and it is done
            return redirect("front_door:evening")
        return redirect("front_door:overview", child.pk)
    return asking(request, child, form, title, children)


@opens_record(Permission.OVERSEE)
def accept_night(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Take over what was done at night for a child, and for brothers and sisters of the same visit or call."""
    done = queries.night_action(child.pk, fact_id)
    if done is None:
        raise NoSuchRecord(child.pk, "no such fact")
    back = reverse("front_door:morning")
    if taken := queries.acceptance_of(done.pk):
        messages.info(request, f"{taken.recorded_by or 'Somebody'} took this over already.")
        return redirect("recording:fact", child.pk, taken.pk)
    together = queries.not_accepted_with(done.pk)
    keys = [row.child_id for row in together if row.child_id != child.pk]
    opened = open_also(request, keys, via=child.pk, permission=Permission.OVERSEE) if keys else []
    mine = [row for row in together if row.child_id in {child.pk, *opened}]
    form = forms.AcceptNightForm(request, subjects=[row.child_id for row in mine])
    pairs = [(row.child_id, row.action_id) for row in mine]
    if form.is_final() and form.record(
        actions.accept_night, actions=pairs, next_step=form.cleaned_data["next_step"], on=london_today()
    ):
        messages.success(request, "You took it over.")
        return redirect(back)
    page = {
        "form": form,
        "title": "Take over what was done at night",
        "about": ", ".join(str(row.child.person) for row in mine),
        "lines": presenter.actions_shown(queries.night_actions(pairs)),
        "back": Link("Morning page", back),
        "cancel": back,
    }
    return render(request, "front_door/accept_night.html", record_page(request, child) | page)


def asking(request: RecordRequest, child: OpenedChild, form: Any, title: str, children: Any) -> HttpResponse:
    """A page on which something of a night is recorded."""
    area = reverse("front_door:overview", args=[child.pk])
    page = {"form": form, "title": title, "children": children, "cancel": area, "back": Link("Back", area)}
    return render(request, "recording/record.html", record_page(request, child) | page)
