"""The pages of assessments at a child's record."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import records, shown
from sightline.practice.assessment import actions, forms, presenters

BACK = "assessment:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """The assessment under way, what is due, and every assessment of the child."""
    return shown(request, child, presenters.overview(child.pk, london_today(), request.acting.role))


begin = records(forms.BeginForm, actions.begin_assessment, done="It is recorded that the assessment began.", back=BACK)
authorise = records(forms.AuthoriseForm, actions.authorise_assessment, done="The assessment is authorised.", back=BACK)
