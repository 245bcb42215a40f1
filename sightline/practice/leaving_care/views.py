"""The pages of leaving care at a young person's record."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import records, shown
from sightline.practice.leaving_care import actions, forms, presenters

BACK = "leaving_care:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """What a young person is entitled to, how they are doing, what is due, and everything recorded of it."""
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    return shown(request, child, presenters.overview(child.pk, london_today(), records=able))


eligibility = records(forms.EligibilityForm, actions.record_eligibility, done="The entitlement is recorded.", back=BACK)
status = records(forms.StatusForm, actions.record_care_leaver_status, done="How they are doing is recorded.", back=BACK)
contact = records(
    forms.ContactForm, actions.record_care_leaver_contact, done="That we reached out is recorded.", back=BACK
)
pathway_plan = records(
    forms.PathwayPlanForm, actions.record_pathway_plan, done="The step of the {pathway_plan} is recorded.", back=BACK
)
