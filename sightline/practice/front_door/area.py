"""What the front door declares to the rest."""

from django.db.models import Q

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import (
    Area,
    EndsToo,
    Lasting,
    Mark,
    Navigation,
    Place,
    Reads,
    RecordSomething,
    Told,
)
from sightline.foundation.children.models import Person
from sightline.foundation.code_sets import code_set
from sightline.foundation.correctable import Correctable
from sightline.foundation.kept import Kept
from sightline.foundation.workforce.models import Closure
from sightline.practice.front_door import actions, open_contacts, queries, rules
from sightline.practice.front_door.models import Contact, ContactOutcome, Referral, ReferralDecision, ReferrerTold
from sightline.practice.front_door.presenters import titles

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
    kept=[Kept(open_contacts.READ, open_contacts.refresh)],
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
            title=titles.contact_title,
            detail=titles.what_about,
            label=lambda: "Contacts",
        ),
        Told(
            ContactOutcome,
            major=False,
            title=titles.contact_outcome_title,
            detail=titles.reasons,
            label=lambda: "Decisions about contacts",
        ),
        Told(
            Referral,
            major=True,
            title=titles.referral_title,
            detail=titles.need,
            label=lambda: "Referrals",
        ),
        Told(
            ReferralDecision,
            major=False,
            title=titles.referral_decision_title,
            detail=titles.reasons,
            label=lambda: "Decisions about referrals",
        ),
        Told(
            ReferrerTold,
            major=False,
            title=titles.referrer_told_title,
            label=lambda: "Answers to referrers",
        ),
    ],
    correctable=[
        Correctable(
            [Contact, ContactOutcome, Referral, ReferralDecision, ReferrerTold],
            Permission.RECORD_PRACTICE,
            questions={
                "contact_source": "Who made contact?",
                "referral_source": "Who referred the child?",
                "source_description": "Who was it, in words?",
                "what_about": "What was it about?",
                "outcome": "What was decided?",
                "no_further_action": "Was no further action decided?",
                "primary_need": "What was the main need?",
                "reason_for_closure": "Why was it closed?",
                "why_not": "If they were not told: why?",
            },
        )
    ],
    navigation=[Navigation(lambda: "Contacts and referrals", "front_door:overview", Permission.OPEN_RECORD, order=40)],
    records=[
        RecordSomething(lambda: "Record a contact", "front_door:contact", Permission.RECORD_PRACTICE),
        RecordSomething(
            lambda: "Record a referral",
            "front_door:referral",
            Permission.RECORD_PRACTICE,
            withheld=queries.has_open_referral,
        ),
    ],
    places=[Place(lambda: "Front door", "front_door:board", Permission.SEE_FRONT_DOOR)],
    urls="sightline.practice.front_door.urls",
    prefix="front-door/",
    ends_too=[EndsToo([Closure], actions.referral_closes)],
)
