"""The page of a child's assessments, and beginning to write one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.recording.views import asking, shown
from sightline.practice.assessment import actions, forms, presenters

BACK = "assessment:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """The assessment under way, what is due, and every assessment of the child."""
    return shown(request, child, presenters.overview(child, london_today(), request.acting.role))


@opens_record(Permission.RECORD_PRACTICE)
def begin(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Begin to write one assessment of a child and, if they are assessed together, brothers and sisters."""
    others = others_i_may_open(request, child, Permission.RECORD_PRACTICE)
    if others and not is_chosen(request):
        return ask_who(request, child, others, str(forms.BeginForm.title))
    children = chosen(request, child, others, Permission.RECORD_PRACTICE)
    keys = [each.key for each in children]
    form = forms.BeginForm(request, children=keys, today=london_today())
    if form.is_final():
        recorded = form.record(actions.begin_work, children=keys, **form.given())
        if recorded:
            messages.success(request, "The assessment is begun. Open its sections one at a time.")
            return redirect("assessment:work", child.pk, recorded.made)
    change = request.path if others else ""
    return asking(request, child, form, back=BACK, children=children, change=change)
