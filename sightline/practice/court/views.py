"""The pages of legal gateway, pre-proceedings and court at a child's record."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import records, shown
from sightline.practice.court import actions, forms, presenters

BACK = "court:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """What stands before and in court, what is due, and everything recorded of it."""
    return shown(request, child, presenters.overview(child.pk, london_today(), request.acting.role))


ask_gateway = records(
    forms.AskGatewayForm, actions.request_legal_gateway, done="It is recorded that the gateway was asked.", back=BACK
)
gateway = records(forms.GatewayForm, actions.record_legal_gateway, done="The decision is recorded.", back=BACK)
family = records(forms.FamilyForm, actions.record_family_group_decision_making, done="The step is recorded.", back=BACK)
begin_pre_proceedings = records(
    forms.BeginPreProceedingsForm,
    actions.begin_pre_proceedings,
    done="It is recorded that pre-proceedings began.",
    back=BACK,
)
letter = records(forms.LetterForm, actions.send_letter_before_proceedings, done="The letter is recorded.", back=BACK)
meeting = records(forms.MeetingForm, actions.hold_pre_proceedings_meeting, done="The meeting is recorded.", back=BACK)
end_pre_proceedings = records(
    forms.EndPreProceedingsForm, actions.end_pre_proceedings, done="How they ended is recorded.", back=BACK
)
issue = records(
    forms.IssueForm, actions.issue_care_proceedings, done="It is recorded that proceedings were issued.", back=BACK
)
hearing = records(forms.HearingForm, actions.record_hearing, done="The hearing is recorded.", back=BACK)
extension = records(forms.ExtensionForm, actions.record_extension, done="The extension is recorded.", back=BACK)
end_proceedings = records(
    forms.EndProceedingsForm, actions.end_care_proceedings, done="How they ended is recorded.", back=BACK
)
order = records(forms.OrderForm, actions.begin_order, done="The order or power is recorded.", back=BACK)
end_order = records(forms.EndOrderForm, actions.end_order, done="It is recorded that it ended.", back=BACK)
