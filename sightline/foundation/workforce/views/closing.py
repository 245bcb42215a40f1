"""Closing the work with a child, and reading why it was closed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.access.opening import OpenedChild, which_may_open
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import NoSuchRecord, RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.presenters import record_page
from sightline.foundation.oversight.queries import settlements_about
from sightline.foundation.workforce import actions
from sightline.foundation.workforce.forms.closing import CloseForm
from sightline.foundation.workforce.presenters import closing as presenters
from sightline.foundation.workforce.queries import closing as queries


@opens_record(Permission.CLOSE_WORK)
def close(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Close the work with this child; brothers and sisters may stay open."""
    before = queries.before_closing(child.pk)
    form = CloseForm(request, subjects=[child.pk], left=presenters.left_to_do(before), today=london_today())
    if form.is_final() and form.record(actions.close_work, child_id=child.pk, **form.given()):
        messages.success(request, f"The work with {child} is closed.")
        return redirect("workforce:my_work")
    family = queries.family_still_open(child.pk)
    openable = set(which_may_open(request, [each.key for each in family])) if family else set()
    stay_open = [each for each in family if each.key in openable]
    request.reading.shows(each.key for each in stay_open)
    page = {"form": form, "shown": presenters.closing_page(before, stay_open)}
    return render(request, "workforce/closing/close.html", record_page(request, child) | page)


@opens_record(Permission.OPEN_RECORD)
def closure(request: RecordRequest, child: OpenedChild, fact_id: UUID) -> HttpResponse:
    """Why the work with this child was closed, and what changed."""
    found = queries.closure_of(child.pk, fact_id)
    if found is None:
        raise NoSuchRecord(child.pk, "no such closure")
    page = {"shown": presenters.closure_page(found, settlements_about(child.pk))}
    return render(request, "workforce/closing/closure.html", record_page(request, child) | page)
