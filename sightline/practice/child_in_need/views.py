"""The pages of a child in need at their record."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import records, shown
from sightline.practice.child_in_need import actions, forms, presenters

BACK = "child_in_need:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """The plan that lasts, what is due, and everything recorded of it."""
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    return shown(request, child, presenters.overview(child.pk, london_today(), records=able))


begin = records(forms.BeginForm, actions.begin_child_in_need_plan, done="The plan is recorded.", back=BACK)
review = records(forms.ReviewForm, actions.record_child_in_need_review, done="The review is recorded.", back=BACK)
end = records(forms.EndForm, actions.end_child_in_need_plan, done="It is recorded that the plan ended.", back=BACK)
