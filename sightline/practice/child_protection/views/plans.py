"""Recording conferences, protection plans and core groups; several are about brothers and sisters together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.children.views.together import ask_who, chosen, is_chosen, others_i_may_open
from sightline.foundation.door import Recorded
from sightline.foundation.recording.views import View, asking, records, shown
from sightline.practice.child_protection import actions, forms, presenters
from sightline.ui.vocabulary import said

BACK = "child_protection:plans"


def together(form_of: type[Any], action: Callable[..., Recorded], *, done: str) -> View:
    """A page that records one thing about a child and those brothers and sisters whom it was about as well."""

    @opens_record(Permission.RECORD_CHILD_PROTECTION)
    def page(request: RecordRequest, child: OpenedChild) -> HttpResponse:
        others = others_i_may_open(request, child, Permission.RECORD_CHILD_PROTECTION)
        if others and not is_chosen(request):
            return ask_who(request, child, others, str(form_of.title))
        children = chosen(request, child, others, Permission.RECORD_CHILD_PROTECTION)
        form = form_of(request, children=children, today=london_today())
        if form.is_final() and form.record(action, **form.given()):
            messages.success(request, said(done))
            return redirect(BACK, child.pk)
        change = request.path if others else ""
        return asking(request, child, form, back=BACK, children=children, change=change)

    return page


@opens_record(Permission.OPEN_RECORD)
def plans(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """The plan that lasts, what is due, and every conference and plan of the child."""
    able = may(request.acting.role, Permission.RECORD_CHILD_PROTECTION)
    return shown(request, child, presenters.protection(child.pk, london_today(), records=able))


@opens_record(Permission.RECORD_MEETING)
def core_group(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """A core group is recorded as the meeting it is, and nowhere else: who came, what was decided, what was agreed."""
    return redirect(f"{reverse('meetings:record', args=[child.pk])}?kind=core_group")


decide_conference = records(
    forms.DecideConferenceForm,
    actions.decide_conference,
    done="The decision is recorded.",
    back="child_protection:overview",
)
transfer_in = records(
    forms.TransferInForm, actions.record_transfer_in_notice, done="The notice is recorded.", back=BACK
)
conference = together(
    forms.ConferenceForm,
    actions.hold_conference,
    done="The conference is recorded. What is due because of it stands below.",
)
review_conference = together(
    forms.ReviewConferenceForm, actions.hold_review_conference, done="The review conference is recorded."
)
paper = together(forms.PaperForm, actions.send_conference_paper, done="What was sent is recorded.")
end_plan = records(
    forms.EndPlanForm, actions.end_protection_plan, done="It is recorded that the plan ended.", back=BACK
)
