"""What the front door declares to the rest."""

from sightline.foundation.area import Area, Lasting, Told
from sightline.foundation.code_sets import code_set
from sightline.practice.front_door import presenters
from sightline.practice.front_door.models import Contact, ContactOutcome, Referral, ReferralDecision, ReferrerTold

AREA = Area(
    name="Front door",
    lasting=[
        Lasting(
            Referral,
            label=lambda: "Referrals and the work that followed",
            code="primary_need",
            said=lambda code: code_set("cin-primary-need").label(code),
        ),
    ],
    chronology=[
        Told(
            Contact,
            major=False,
            title=presenters.contact_title,
            detail=presenters.what_about,
            label=lambda: "Contacts",
        ),
        Told(
            ContactOutcome,
            major=False,
            title=presenters.contact_outcome_title,
            detail=presenters.reasons,
            label=lambda: "Decisions about contacts",
        ),
        Told(
            Referral,
            major=True,
            title=presenters.referral_title,
            detail=presenters.need,
            label=lambda: "Referrals",
        ),
        Told(
            ReferralDecision,
            major=False,
            title=presenters.referral_decision_title,
            detail=presenters.reasons,
            label=lambda: "Decisions about referrals",
        ),
        Told(
            ReferrerTold,
            major=False,
            title=presenters.referrer_told_title,
            label=lambda: "Answers to referrers",
        ),
    ],
)
