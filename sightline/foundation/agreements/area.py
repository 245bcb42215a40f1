"""What agreement, and telling families, declare to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.agreements import presenters
from sightline.foundation.agreements.models import Agreement, FamilyTold
from sightline.foundation.area import Area, Glimpse, Navigation, Overseen, RecordSomething, Told
from sightline.foundation.correctable import Correctable

AREA = Area(
    name="Agreement and what the family was told",
    chronology=[
        Told(
            Agreement,
            major=False,
            title=presenters.agreement_title,
            detail=presenters.agreement_detail,
            related=("person",),
            label=lambda: "Agreement",
        ),
        Told(
            FamilyTold,
            major=False,
            title=presenters.told_title,
            detail=presenters.told_detail,
            related=("person",),
            label=lambda: "What the family was told",
        ),
    ],
    oversight=[
        Overseen(
            Agreement,
            decision=presenters.ladder_decision,
            asks="Does this change the risk? Enquire, stop, or offer again.",
            permission=Permission.OVERSEE,
            title=lambda agreement: "Somebody of the family does not agree",
            page="recording:fact",
            label=lambda: "Agreement that was refused",
            agreed=("to", "answer", "what_they_said"),
        )
    ],
    correctable=[
        Correctable(
            [Agreement, FamilyTold],
            Permission.RECORD_NOTE,
            asked=(
                "to", "answer", "what_they_said", "how", "language", "interpreter",
                "told_by", "their_reply", "told_how_to_complain", "why_not_safe",
            ),
            questions={
                "to": "What were they asked to agree to?",
                "answer": "What did they answer?",
                "what_they_said": "What did they say?",
                "language": "In which language?",
                "interpreter": "Who interpreted?",
                "told_by": "Who told them?",
                "their_reply": "What did they say?",
                "told_how_to_complain": "Were they told how to complain?",
                "why_not_safe": "Why was it not safe to tell them?",
            },
        )
    ],
    due_too=[
        Glimpse(
            lambda: "Decisions to tell the family of",
            "agreements:overview",
            lambda: "Agreed and told: record who was told",
            presenters.still_to_tell,
        )
    ],
    navigation=[Navigation(lambda: "Agreed and told", "agreements:overview", Permission.OPEN_RECORD, order=32)],
    records=[
        RecordSomething(lambda: "Record that somebody was asked to agree", "agreements:ask", Permission.RECORD_NOTE)
    ],
    urls="sightline.foundation.agreements.urls",
    prefix="agreements/",
)  # fmt: skip
