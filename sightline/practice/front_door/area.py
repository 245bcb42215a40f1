"""What the front door declares to the rest."""

from django.db.models import Q

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import (
    Area,
    BornToo,
    EndsToo,
    Lasting,
    Mark,
    Navigation,
    Place,
    Reads,
    RecordSomething,
    ToDo,
    Told,
)
from sightline.foundation.children.models import Person
from sightline.foundation.code_sets import code_set
from sightline.foundation.correctable import Correctable
from sightline.foundation.kept import Kept
from sightline.foundation.telling import TellsFamily
from sightline.foundation.workforce.models import Closure
from sightline.practice.front_door import (
    actions,
    decided_contacts,
    night_work,
    nights,
    open_contacts,
    queries,
    rules,
    signing,
)
from sightline.practice.front_door.models import (
    AgencyCheck,
    BasisForChecks,
    CheckAnswer,
    ConcernOfContact,
    Contact,
    ContactDecision,
    ContactHold,
    ContactOutcome,
    ContactPassedOn,
    ContactReferrer,
    ContactTakenUp,
    DecisionPutToManager,
    DutyRung,
    NeedToKnow,
    Referral,
    ReferralDecision,
    ReferrerTold,
)
from sightline.practice.front_door.presenters import letters, rings, titles
from sightline.practice.front_door.presenters.questions import OF_A_CONTACT, OF_A_DECISION
from sightline.ui.vocabulary import said

CONTACTS = [  # in the chronology
    Told(
        ContactDecision,
        major=False,
        title=titles.contact_decision_title,
        detail=titles.why_decided,
        label=lambda: "Decisions about contacts",
    ),
    Told(
        DecisionPutToManager,
        major=False,
        title=titles.put_title,
        detail=titles.why_put,
        label=lambda: "Decisions put to a manager",
    ),
    Told(ContactReferrer, major=False, title=titles.referrer_title, label=lambda: "Who got in touch"),
    Told(
        DutyRung, major=False, title=titles.rung_title, related=("rung",), label=lambda: "Who was rung about a contact"
    ),
    Told(
        ContactPassedOn,
        major=False,
        title=titles.passed_on_title,
        related=("owner",),
        label=lambda: "Contacts passed on to those who work with the child",
    ),
    Told(
        ContactTakenUp,
        major=False,
        title=titles.taken_up_title,
        detail=titles.what_was_done,
        label=lambda: "What was done with contacts that were passed on",
    ),
]

AREA = Area(
    name="Front door",
    marks=[Mark("in_need", Referral, ~Q(no_further_action=True), shown=lambda: "In need since")],
    clocks=[
        Reads(
            queries.contact_clocks,
            [Contact, ContactOutcome, ContactTakenUp],
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
        Reads(
            queries.hold_clocks,
            [ContactHold, ContactOutcome, ContactTakenUp],
            timescales=(rules.CONTACT_HOLD_REVIEW,),
            stopped_by=[ContactOutcome],
        ),
    ],
    kept=[Kept(each.READ, each.refresh) for each in (open_contacts, night_work, decided_contacts)],
    lasting=[
        Lasting(
            Referral,
            label=lambda: "Referrals and the work that followed",
            code="primary_need",
            said=lambda code: code_set("cin-primary-need").label(code),
        ),
    ],
    chronology=[
        *nights.TOLD,
        Told(
            Contact,
            major=False,
            title=titles.contact_title,
            detail=titles.what_about,
            page="front_door:contact_page",
            label=lambda: "Contacts",
        ),
        Told(
            ContactOutcome,
            major=False,
            title=titles.contact_outcome_title,
            detail=titles.reasons_of_outcome,
            label=lambda: "Outcomes of contacts",
        ),
        *CONTACTS,
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
        Told(ReferrerTold, major=False, title=titles.referrer_told_title, label=lambda: "Answers to referrers"),
        Told(
            ConcernOfContact,
            major=False,
            title=titles.concern_title,
            label=lambda: "Concerns named",
        ),
        Told(
            NeedToKnow,
            major=False,
            title=titles.known_title,
            detail=titles.known_detail,
            label=lambda: "What we need to know",
        ),
        Told(
            ContactHold,
            major=False,
            title=titles.hold_title,
            detail=titles.hold_detail,
            label=lambda: "Contacts kept open",
        ),
        Told(
            BasisForChecks,
            major=False,
            title=titles.basis_title,
            detail=titles.basis_detail,
            label=lambda: "Why agencies may be asked",
        ),
        Told(
            AgencyCheck,
            major=False,
            title=titles.check_title,
            detail=titles.check_detail,
            related=("agency",),
            page="front_door:check",
            label=lambda: "Agencies asked",
        ),
        Told(
            CheckAnswer,
            major=False,
            title=titles.answer_title,
            detail=titles.answer_detail,
            related=("asked",),
            label=lambda: "Answers of agencies",
        ),
    ],
    tells_family=[TellsFamily(ContactDecision)],
    correctable=[
        *nights.CORRECTABLE,
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
        ),
        Correctable(
            [ContactReferrer, DutyRung, ContactPassedOn, ContactTakenUp],
            Permission.RECORD_PRACTICE,
            questions=OF_A_CONTACT,
        ),
        Correctable(
            [ContactDecision, DecisionPutToManager],
            Permission.RECORD_PRACTICE,
            asked=tuple(OF_A_DECISION),
            questions=OF_A_DECISION,
        ),
        Correctable(
            [ConcernOfContact, NeedToKnow, ContactHold, BasisForChecks, AgencyCheck, CheckAnswer],
            Permission.RECORD_PRACTICE,
            once_corrected={AgencyCheck._meta.label: titles.LINK_ENDS},
            asked=(
                *("state", "what", "known_from", "reasons", "agreed_with", "basis", "decided_by", "who_agreed"),
                *("whom", "question", "outcome", "given_by", "text"),
            ),
            questions={
                "state": "How far is it known?",
                "what": "What is known, or why is it not needed?",
                "known_from": "From whom?",
                "agreed_with": "Which manager agreed?",
                "basis": "On what basis may agencies be asked?",
                "decided_by": "Who decided?",
                "who_agreed": "Who agreed?",
                "whom": "Who was asked?",
                "question": "What else was asked?",
                "outcome": "What became of it?",
                "given_by": "Who answered?",
                "text": "What did they say?",
            },
        ),
    ],
    oversight=signing.OVERSIGHT,
    navigation=[Navigation(lambda: "Contacts and referrals", "front_door:overview", Permission.OPEN_RECORD, order=40)],
    records=[
        *nights.RECORDS,
        RecordSomething(lambda: "Record a contact", "front_door:contact", Permission.RECORD_PRACTICE),
        RecordSomething(
            lambda: "Record a referral",
            "front_door:referral",
            Permission.RECORD_PRACTICE,
            withheld=queries.has_open_referral,
        ),
    ],
    waits_for_us=rings.FIRST,
    asks_to_act=nights.ASKS,
    to_do=[
        ToDo(
            ContactPassedOn,
            answers=ContactTakenUp,
            asked="passed_on",
            settles=lambda taken: True,
            title=lambda told: "A contact about a child you work with",
            page="front_door:take_up",
        )
    ],
    places=[
        Place(lambda: said("{front_door:capital}"), "front_door:board", Permission.SEE_FRONT_DOOR),
        Place(lambda: "Received by form", "front_door:waiting_room", Permission.TAKE_IN_FORMS),
        Place(lambda: "A new contact", "front_door:take", Permission.SEE_FRONT_DOOR),
    ],
    made=letters.KINDS,
    urls="sightline.practice.front_door.urls",
    prefix="front-door/",
    ends_too=[EndsToo([Closure], actions.referral_closes)],
    born_too=[BornToo(actions.referral_of_twins)],
)
