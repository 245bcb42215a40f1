"""What the area of legal gateway, pre-proceedings and court declares to the rest."""

from sightline.foundation.area import Area, Lasting, Told
from sightline.practice.court import models, presenters

AREA = Area(
    name="Court",
    lasting=[
        Lasting(models.PreProceedings, label=lambda: "Pre-proceedings", now=lambda words: "In pre-proceedings"),
        Lasting(models.CareProceedings, label=lambda: "Care proceedings", now=lambda words: "In care proceedings"),
    ],
    chronology=[
        Told(
            models.LegalGatewayRequest,
            major=False,
            title=presenters.request_title,
            label=lambda: "Requests to the legal gateway",
        ),
        Told(
            models.LegalGateway,
            major=True,
            title=presenters.gateway_title,
            label=lambda: "Decisions of the legal gateway",
        ),
        Told(
            models.PreProceedings,
            major=True,
            title=presenters.pre_proceedings_title,
            detail=presenters.pre_proceedings_outcome,
            label=lambda: "Pre-proceedings",
        ),
        Told(
            models.LetterBeforeProceedings,
            major=True,
            title=presenters.letter_title,
            label=lambda: "Letters before proceedings",
        ),
        Told(
            models.PreProceedingsMeeting,
            major=False,
            title=presenters.meeting_title,
            detail=presenters.what_was_agreed,
            label=lambda: "Meetings in pre-proceedings",
        ),
        Told(
            models.FamilyGroupDecisionMaking,
            major=False,
            title=presenters.family_decision_title,
            detail=presenters.details,
            label=lambda: "Family group decision making",
        ),
        Told(
            models.CareProceedings,
            major=True,
            title=presenters.proceedings_title,
            detail=presenters.proceedings_detail,
            label=lambda: "Care proceedings",
        ),
        Told(
            models.ProceedingsExtension,
            major=False,
            title=presenters.extension_title,
            label=lambda: "Extensions by the court",
        ),
        Told(
            models.Hearing,
            major=False,
            title=presenters.hearing_title,
            detail=presenters.what_was_ordered,
            label=lambda: "Hearings",
        ),
        Told(
            models.EmergencyOrder,
            major=True,
            title=presenters.order_title,
            detail=presenters.order_detail,
            label=lambda: "Orders that lapse",
        ),
    ],
)
