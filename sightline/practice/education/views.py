"""The pages of education at a child's record."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import records, records_about, shown
from sightline.practice.education import actions, forms, presenters

BACK = "education:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Where a child is taught, what is due, and everything recorded of it."""
    able = may(request.acting.role, Permission.RECORD_EDUCATION)
    return shown(request, child, presenters.overview(child.pk, london_today(), records=able))


plan = records(
    forms.PlanForm, actions.record_personal_education_plan, done="The {personal_education_plan} is recorded.", back=BACK
)
place = records(forms.PlaceForm, actions.begin_school_place, done="Where the child is taught is recorded.", back=BACK)
left = records_about(
    forms.LeftForm,
    actions.end_school_place,
    called="place_id",
    about=presenters.place_words,
    done="The last day is recorded.",
    back=BACK,
)
