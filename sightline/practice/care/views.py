"""Care at a child's record: what stands, and recording what comes next."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import records, shown
from sightline.practice.care import actions, forms
from sightline.practice.care.presenters.overview import overview as care_overview

BACK = "care:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Where a child in care lives and by what right, what is due, and everything recorded of care."""
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    visits = may(request.acting.role, Permission.RECORD_VISIT)
    return shown(request, child, care_overview(child.pk, london_today(), records=able, visits=visits))


enter = records(
    forms.EnterCareForm,
    actions.begin_period_of_care,
    done="Coming into care is recorded. What is due because of it stands below.",
    back=BACK,
)
move = records(forms.MoveForm, actions.move_home, done="The move is recorded.", back=BACK)
legal_status = records(
    forms.LegalStatusForm, actions.change_legal_status, done="The change of legal status is recorded.", back=BACK
)
leave = records(
    forms.LeaveCareForm,
    actions.leave_care,
    done="Leaving care is recorded. What was due because of care has ended.",
    back=BACK,
)
review = records(forms.CareReviewForm, actions.record_care_review, done="The review is recorded.", back=BACK)
plan = records(forms.CarePlanForm, actions.begin_care_plan, done="The care plan is recorded.", back=BACK)
step = records(forms.HomeStepForm, actions.record_home_step, done="What was done for the home is recorded.", back=BACK)
settle = records(
    forms.ArrangementForm, actions.settle_home, done="What was settled about the home is recorded.", back=BACK
)
officer = records(
    forms.OfficerContactForm,
    actions.record_reviewing_officer_contact,
    done="What the {reviewing_officer} did is recorded.",
    back=BACK,
)
