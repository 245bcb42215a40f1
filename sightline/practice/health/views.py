"""The pages of health at a child's record."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import records, shown
from sightline.practice.health import actions, forms, presenters

BACK = "health:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """What is due for a child's health, and everything recorded of it."""
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    return shown(request, child, presenters.overview(child.pk, london_today(), records=able))


assessment = records(
    forms.HealthAssessmentForm, actions.record_health_assessment, done="The health assessment is recorded.", back=BACK
)
dental = records(forms.DentalCheckForm, actions.record_dental_check, done="The check is recorded.", back=BACK)
immunisations = records(
    forms.ImmunisationForm,
    actions.record_immunisation_status,
    done="The state of immunisations is recorded.",
    back=BACK,
)
questionnaire = records(
    forms.QuestionnaireForm, actions.record_strengths_and_difficulties, done="The questionnaire is recorded.", back=BACK
)
