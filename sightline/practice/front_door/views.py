"""The pages of the front door at a child's record."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import records, records_about, shown
from sightline.practice.front_door import actions, forms, presenters

BACK = "front_door:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Contacts and referrals, what waits for a decision, and what is due."""
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    return shown(request, child, presenters.overview(child.pk, london_today(), records=able))


contact = records(forms.ContactForm, actions.record_contact, done="The contact is recorded.", back=BACK)
decide_contact = records_about(
    forms.ContactDecisionForm,
    actions.decide_contact,
    called="contact_id",
    about=presenters.contact_words,
    done="The decision is recorded.",
    back=BACK,
)
referral = records(forms.ReferralForm, actions.record_referral, done="The referral is recorded.", back=BACK)
decide_referral = records_about(
    forms.ReferralDecisionForm,
    actions.decide_referral,
    called="referral_id",
    about=presenters.referral_words,
    done="The decision is recorded.",
    back=BACK,
)
tell_referrer = records_about(
    forms.ReferrerToldForm,
    actions.tell_referrer,
    called="referral_id",
    about=presenters.referral_words,
    done="What the referrer was told is recorded.",
    back=BACK,
)
close = records(forms.CloseReferralForm, actions.close_referral, done="The referral is closed.", back=BACK)
