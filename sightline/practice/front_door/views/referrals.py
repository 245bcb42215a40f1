"""Recording a referral, its decision and its end at a child's record."""

from __future__ import annotations

from sightline.foundation.recording.views import records, records_about
from sightline.practice.front_door import actions, forms, presenters

BACK = "front_door:overview"


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
