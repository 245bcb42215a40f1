"""Police notifications as a file: sent, looked at, and taken in one by one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.access import actions as access
from sightline.foundation.access.opening import ReasonNeeded, open_child
from sightline.foundation.access.policies import for_practitioners
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import OpeningReason, Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.documents.forms.recording import key_of
from sightline.practice.front_door import actions
from sightline.practice.front_door.forms import police as forms
from sightline.practice.front_door.presenters import police as presenter
from sightline.practice.front_door.queries import police as queries
from sightline.ui.components import Link

TAKES_IN = for_practitioners(Permission.ALLOCATE)


@TAKES_IN
def notifications(request: RecordRequest) -> HttpResponse:
    """What waits to be taken in, and where a file is sent."""
    sent = request.method == "POST"
    form = forms.PoliceFileForm(request.POST if sent else None, request.FILES if sent else None, today=london_today())
    if sent and form.is_valid():
        named = key_of(request.POST.get("key", ""))
        by = request.acting.keyed(named) if named else request.acting
        before = queries.seen_before(row.fingerprint() for row in form.rows)
        name = form.cleaned_data["file"].name or "file"
        actions.keep_police_file(name=name, sha256=form.sha256, rows=form.rows, by=by)
        fresh = len({row.fingerprint() for row in form.rows} - before)
        messages.success(request, presenter.sent_words(fresh, len(queries.notices()), len(form.rows)))
        return redirect("front_door:police")
    page = {
        "form": form,
        "waiting": presenter.waiting_table(queries.notices()),
        "columns": presenter.columns_table(),
    }
    return render(request, "front_door/police.html", page)


@TAKES_IN
def take_in(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """Say who the children of one notification are, and take it in as a contact; then the next one."""
    notice = the_notice(fact_id)
    if notice is None:
        return settled_already(request)
    today = london_today()
    alike = [queries.children_alike(row) for row in notice.rows]
    request.reading.shows(each.person_id for found in alike for each in found)
    form = forms.TakeInForm(request, notice=notice, alike=alike, today=today)
    if form.is_final():
        for child in form.known():
            opened(request, child, notice.reference)
        if form.record(actions.take_in_police, **form.given()):
            return on_to_the_next(request, "The notification is taken in, and stands on the board.")
    back = reverse("front_door:police")
    page = {
        "form": form,
        "notice": notice,
        "lines": presenter.notice_lines(notice),
        "cancel": back,
        "set_aside": reverse("front_door:set_aside_police", args=[fact_id]),
        "back": Link("Police notifications", back),
    }
    return render(request, "front_door/take_in_police.html", page)


@TAKES_IN
def set_aside(request: RecordRequest, fact_id: UUID) -> HttpResponse:
    """Say why nothing is recorded of one notification."""
    notice = the_notice(fact_id)
    if notice is None:
        return settled_already(request)
    form = forms.SetAsideForm(request)
    lines = [line.pk for line in notice.lines]
    if form.is_final() and form.record(actions.set_aside_police, lines=lines, why=form.cleaned_data["why"]):
        return on_to_the_next(request, "The notification is set aside.")
    back = reverse("front_door:take_in_police", args=[fact_id])
    page = {
        "form": form,
        "notice": notice,
        "lines": presenter.notice_lines(notice),
        "cancel": back,
        "back": Link("Back", back),
        "setting_aside": True,
    }
    return render(request, "front_door/take_in_police.html", page)


def the_notice(fact_id: UUID) -> Any:
    """The notification of a line that waits; nothing where it was settled."""
    found = queries.notice_of(fact_id)
    if found is None and not queries.was_there(fact_id):
        raise NoSuchRecord(None, "no such notification")
    return found


def settled_already(request: RecordRequest) -> HttpResponse:
    """Back to the list, where a notification does not wait any more."""
    messages.info(request, "This notification was taken in or set aside already.")
    return redirect("front_door:police")


def on_to_the_next(request: RecordRequest, done: str) -> HttpResponse:
    """The next notification that waits; the list once none does."""
    waiting = queries.notices()
    messages.success(request, f"{done} {presenter.left_words(len(waiting))}")
    if not waiting:
        return redirect("front_door:police")
    return redirect("front_door:take_in_police", waiting[0].lines[0].pk)


def opened(request: RecordRequest, child: UUID, reference: str) -> None:
    """Open the record of a child who was chosen; the notification is the reason where one is needed, and is logged."""
    try:
        open_child(request, child, Permission.RECORD_PRACTICE)
    except ReasonNeeded:
        why = f"Police notification {reference} was taken in as a contact."
        said: dict[str, Any] = {"reason_code": OpeningReason.NEW_CONTACT, "reason": why, "now": timezone.now()}
        access.look(person=child, by=request.acting, **said)
        open_child(request, child, Permission.RECORD_PRACTICE)
