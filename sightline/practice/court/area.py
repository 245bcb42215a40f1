"""What the area of legal gateway, pre-proceedings and court declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Lasting, Navigation, Reads, RecordSomething, Told
from sightline.foundation.children.models import Person
from sightline.foundation.correctable import Correctable
from sightline.foundation.panels.models import Recommendation
from sightline.practice.child_in_need.models import ChildInNeedPlan
from sightline.practice.child_protection.models import ProtectionPlan
from sightline.practice.court import models, queries
from sightline.practice.court.presenters import titles
from sightline.practice.court.rules import limits
from sightline.practice.front_door.models import Referral

AREA = Area(
    name="Court",
    clocks=[
        Reads(
            queries.gateway_clocks,
            [models.LegalGatewayRequest, models.LegalGateway, models.CareProceedings],
            timescales=(limits.GATEWAY, limits.ISSUE),
            stopped_by=[models.LegalGateway, models.CareProceedings],
        ),
        Reads(
            queries.before_birth_clocks,
            [Referral, models.LegalGateway, Person],
            timescales=(limits.PREBIRTH_GATEWAY,),
            stopped_by=[models.LegalGateway],
        ),
        Reads(
            queries.pre_proceedings_clocks,
            [models.PreProceedings, models.LetterBeforeProceedings, models.PreProceedingsMeeting, Recommendation],
            timescales=(limits.LETTER, limits.FIRST_MEETING, limits.REVIEW, limits.PANEL, limits.WHOLE_PERIOD),
            stopped_by=[models.LetterBeforeProceedings, models.PreProceedingsMeeting, Recommendation],
        ),
        Reads(
            queries.family_clocks,
            [ChildInNeedPlan, ProtectionPlan, models.LegalGatewayRequest, models.FamilyGroupDecisionMaking],
            timescales=(limits.FAMILY_MEETING, limits.FAMILY_DECISION),
            stopped_by=[models.FamilyGroupDecisionMaking],
        ),
        Reads(
            queries.proceedings_clocks,
            [models.CareProceedings, models.ProceedingsExtension, models.Hearing],
            timescales=(limits.PROCEEDINGS, limits.EXTENSION, limits.CASE_MANAGEMENT, limits.ISSUES_RESOLUTION),
            stopped_by=[models.Hearing],
        ),
        Reads(queries.order_clocks, [models.EmergencyOrder], timescales=tuple(limits.ORDERS.values())),
    ],
    lasting=[
        Lasting(
            models.PreProceedings,
            label=lambda: "Pre-proceedings",
            now=lambda words: "In pre-proceedings",
            holds_open=True,
        ),
        Lasting(
            models.CareProceedings,
            label=lambda: "Care proceedings",
            now=lambda words: "In care proceedings",
            holds_open=True,
        ),
    ],
    chronology=[
        Told(
            models.LegalGatewayRequest,
            major=False,
            title=titles.request_title,
            label=lambda: "Requests to the legal gateway",
        ),
        Told(
            models.LegalGateway,
            major=True,
            title=titles.gateway_title,
            label=lambda: "Decisions of the legal gateway",
        ),
        Told(
            models.PreProceedings,
            major=True,
            title=titles.pre_proceedings_title,
            detail=titles.pre_proceedings_outcome,
            label=lambda: "Pre-proceedings",
        ),
        Told(
            models.LetterBeforeProceedings,
            major=True,
            title=titles.letter_title,
            label=lambda: "Letters before proceedings",
        ),
        Told(
            models.PreProceedingsMeeting,
            major=False,
            title=titles.meeting_title,
            detail=titles.what_was_agreed,
            label=lambda: "Meetings in pre-proceedings",
        ),
        Told(
            models.FamilyGroupDecisionMaking,
            major=False,
            title=titles.family_decision_title,
            detail=titles.details,
            label=lambda: "Family group decision making",
        ),
        Told(
            models.CareProceedings,
            major=True,
            title=titles.proceedings_title,
            detail=titles.proceedings_detail,
            label=lambda: "Care proceedings",
        ),
        Told(
            models.ProceedingsExtension,
            major=False,
            title=titles.extension_title,
            label=lambda: "Extensions by the court",
        ),
        Told(
            models.Hearing,
            major=False,
            title=titles.hearing_title,
            detail=titles.what_was_ordered,
            label=lambda: "Hearings",
        ),
        Told(
            models.EmergencyOrder,
            major=True,
            title=titles.order_title,
            detail=titles.order_detail,
            label=lambda: "Orders that lapse",
        ),
    ],
    correctable=[
        Correctable([models.LegalGatewayRequest], Permission.OVERSEE, questions={"urgent": "Is it urgent?"}),
        Correctable(
            [
                models.LegalGateway,
                models.PreProceedings,
                models.LetterBeforeProceedings,
                models.PreProceedingsMeeting,
                models.FamilyGroupDecisionMaking,
                models.CareProceedings,
                models.ProceedingsExtension,
                models.Hearing,
                models.EmergencyOrder,
            ],
            Permission.RECORD_PRACTICE,
            questions=titles.QUESTIONS,
        ),
    ],
    navigation=[Navigation(lambda: "Court", "court:overview", Permission.OPEN_RECORD, order=46)],
    records=[
        RecordSomething(lambda: "Record what the legal gateway decided", "court:gateway", Permission.RECORD_PRACTICE),
        RecordSomething(
            lambda: "Record a step of family group decision making", "court:family", Permission.RECORD_PRACTICE
        ),
        RecordSomething(lambda: "Record a hearing", "court:hearing", Permission.RECORD_PRACTICE, queries.is_in_court),
        RecordSomething(lambda: "Record an order or power that lapses", "court:order", Permission.RECORD_PRACTICE),
    ],
    urls="sightline.practice.court.urls",
    prefix="court/",
)
