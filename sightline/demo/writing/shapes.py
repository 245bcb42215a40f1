"""The commands of careers that are one fact for each child: something that happened, began or ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sightline.demo.writing import words
from sightline.foundation.oversight.models import OversightNote
from sightline.practice.assessment.models import Assessment
from sightline.practice.care.models import (
    CarePlan,
    CareReview,
    HomeStep,
    ReviewingOfficerContact,
)
from sightline.practice.child_in_need.models import ChildInNeedPlan, ChildInNeedReview
from sightline.practice.child_protection.models import ConferencePaper, CoreGroup
from sightline.practice.court.models import (
    CareProceedings,
    EmergencyOrder,
    Hearing,
    LetterBeforeProceedings,
    PreProceedingsMeeting,
)
from sightline.practice.education.models import PersonalEducationPlan
from sightline.practice.front_door.models import Contact, ContactOutcome, Referral, ReferralDecision, ReferrerTold
from sightline.practice.health.models import (
    DentalCheck,
    DevelopmentCheck,
    HealthAssessment,
    ImmunisationStatus,
    StrengthsAndDifficulties,
)
from sightline.practice.leaving_care.models import CareLeaverContact, CareLeaverStatus, PathwayPlan


@dataclass(frozen=True)
class Shape:
    """A kind of fact: whether it begins a spell, what of it is said beforehand, and the facts it belongs to.

    `belongs` names columns and the slots of a record in which the facts they point at are remembered.
    """

    model: type[Any]
    slot: str = ""
    begins: bool = False
    also: dict[str, Any] = field(default_factory=dict)
    belongs: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)  # words of careers, by the columns they become


OF_REFERRAL = {"referral_id": "referral"}
SHAPES = {
    "contact": Shape(Contact, "contact"),
    "contact decided": Shape(
        ContactOutcome, also={"reasons": words.DECIDED_ABOUT_CONTACT}, belongs={"contact_id": "contact"}
    ),
    "referral": Shape(Referral, "referral", begins=True, belongs={"contact_id": "contact"}),
    "referral decided": Shape(ReferralDecision, also={"reasons": words.DECIDED_ABOUT_REFERRAL}, belongs=OF_REFERRAL),
    "referrer told": Shape(ReferrerTold, belongs=OF_REFERRAL),
    "assessment": Shape(Assessment, "assessment", begins=True, belongs=OF_REFERRAL),
    "child in need plan": Shape(ChildInNeedPlan, "child in need plan", begins=True, belongs=OF_REFERRAL),
    "child in need review": Shape(
        ChildInNeedReview, also={"what_changed": words.WHAT_CHANGED}, belongs={"plan_id": "child in need plan"}
    ),
    "report shared": Shape(ConferencePaper, also={"kind": "report"}),
    "decision sent": Shape(ConferencePaper, also={"kind": "decision_letter"}),
    "minutes sent": Shape(ConferencePaper, also={"kind": "minutes"}),
    "core group": Shape(CoreGroup, also={"what_changed": words.WHAT_CHANGED}, belongs={"plan_id": "protection plan"}),
    "letter before proceedings": Shape(
        LetterBeforeProceedings, also={"sent_to": words.SENT_TO}, belongs={"pre_proceedings_id": "pre-proceedings"}
    ),
    "care proceedings": Shape(CareProceedings, "care proceedings", begins=True),
    "hearing": Shape(Hearing, belongs={"proceedings_id": "care proceedings"}),
    "order": Shape(EmergencyOrder, "order", begins=True),
    "care plan": Shape(CarePlan, "care plan", begins=True),
    "manager looks": Shape(OversightNote, also={"stance": "considered", "reasons": words.LOOKED_AT_PLAN}),
    "home step": Shape(HomeStep, belongs={"home_id": "home"}),
    "care review": Shape(CareReview),
    "officer's contact": Shape(ReviewingOfficerContact),
    "health assessment": Shape(HealthAssessment, named={"by": "by_whom"}),
    "dentist": Shape(DentalCheck),
    "immunisations": Shape(ImmunisationStatus),
    "development": Shape(DevelopmentCheck),
    "questionnaire": Shape(StrengthsAndDifficulties),
    "education plan": Shape(PersonalEducationPlan),
    "pathway": Shape(PathwayPlan),
    "care leaver contact": Shape(CareLeaverContact),
    "care leaver doing": Shape(CareLeaverStatus),
}
MEETINGS = Shape(
    PreProceedingsMeeting,
    also={"what_was_agreed": words.AGREED_IN_MEETING},
    belongs={"pre_proceedings_id": "pre-proceedings"},
)
ENDINGS = {
    "referral closed": "referral",
    "early help ends": "early help",
    "child in need plan ends": "child in need plan",
    "protection plan ends": "protection plan",
    "pre-proceedings end": "pre-proceedings",
    "proceedings end": "care proceedings",
    "order ends": "order",
}
