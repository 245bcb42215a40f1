"""What the front door declares to the rest."""

from django.db.models import Q

from sightline.foundation.area import Area, EndsToo, Lasting, Mark, Reads, Told
from sightline.foundation.children.models import Person
from sightline.foundation.code_sets import code_set
from sightline.foundation.workforce.models import Closure
from sightline.practice.front_door import actions, presenters, queries, rules
from sightline.practice.front_door.models import Contact, ContactOutcome, Referral, ReferralDecision, ReferrerTold

AREA = Area(
    name="Front door",
    marks=[Mark("in_need", Referral, ~Q(no_further_action=True), shown=lambda: "In need since")],
    clocks=[
        Reads(
            queries.contact_clocks,
            [Contact, ContactOutcome],
            timescales=(rules.CONTACT_DECISION,),
            stopped_by=[ContactOutcome],
        ),
        Reads(
            queries.referral_clocks,
            [Referral, ReferralDecision, ReferrerTold],
            timescales=(rules.REFERRAL_DECISION, rules.REFERRER_FEEDBACK),
            stopped_by=[ReferralDecision, ReferrerTold],
        ),
        Reads(
            queries.before_birth_clocks,
            [Referral, ReferralDecision, Person],
            timescales=(rules.PREBIRTH_REFERRAL,),
            stopped_by=[ReferralDecision],
        ),
    ],
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
    ends_too=[EndsToo([Closure], actions.referral_closes)],
)
