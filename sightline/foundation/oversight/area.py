"""What oversight declares to the rest."""

from django.db.models import Q

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import (
    Area,
    AsksToAct,
    Counted,
    Glimpse,
    Mark,
    Navigation,
    Overseen,
    RecordSomething,
    ToDo,
    Told,
)
from sightline.foundation.correctable import Correctable
from sightline.foundation.oversight import presenters, rules
from sightline.foundation.oversight.in_sight import longer_ago
from sightline.foundation.oversight.models import (
    Decision,
    Direction,
    DirectionAnswer,
    ManagersDecision,
    OversightNote,
    Settlement,
    StillToDo,
)
from sightline.foundation.oversight.queries.waiting import asked_to_do, asked_to_sign

AREA = Area(
    name="Managers' words",
    chronology=[
        Told(
            Decision,
            major=True,
            title=presenters.made_title,
            detail=lambda decision: f"{decision.text}\n\n{decision.reasons}",
            page="oversight:decision",
            label=lambda: "Decisions",
        ),
        Told(
            ManagersDecision,
            major=False,
            title=presenters.decision_title,
            detail=lambda decision: decision.reasons,
            label=lambda: "Managers' decisions",
        ),
        Told(
            OversightNote,
            major=False,
            title=presenters.note_title,
            detail=lambda note: note.reasons,
            label=lambda: "Oversight notes",
        ),
        Told(
            Direction,
            major=False,
            title=presenters.direction_title,
            detail=lambda direction: direction.text,
            related=("owner",),
            label=lambda: "Directions",
        ),
        Told(
            Settlement,
            major=False,
            title=presenters.settlement_title,
            detail=lambda settlement: settlement.words,
            label=lambda: "What became of things still to do",
        ),
    ],
    oversight=[
        Overseen(
            Decision,
            decision=lambda decision: decision.kind,
            asks="Do you sign it?",
            permission=Permission.OVERSEE,
            title=presenters.made_title,
            page="oversight:decision",
            label=lambda: "Decision",
            agreed=("kind", "text", "reasons"),
            opens=lambda: "Open the decision",
        )
    ],
    to_do=[
        ToDo(
            Direction,
            answers=DirectionAnswer,
            asked="direction",
            settles=lambda answer: rules.is_settled(answer.answer),
            title=presenters.asked_title,
            page="oversight:answer_direction",
        )
    ],
    asks_to_act=[
        AsksToAct("Asked to sign a decision", asked_to_sign),
        AsksToAct("Asked to do something by a day", asked_to_do),
    ],
    marks=[
        Mark("considered", ManagersDecision, shown=lambda: "Manager's last entry"),
        Mark("considered", OversightNote),
        Mark("considered", Direction),
    ],
    counted=[
        Counted(
            "not_considered",
            label=lambda: f"No entry by a manager for {rules.NO_ENTRY_DAYS} days or more",
            short=lambda: f"No manager's entry for {rules.NO_ENTRY_DAYS} days",
            which=lambda today: longer_ago("considered", today, rules.NO_ENTRY_DAYS),
            mark="considered",
            page="oversight:thread",
        ),
        Counted(
            "directions",
            label=lambda: "With open directions",
            short=lambda: "Open directions",
            which=lambda today: Q(child__in=StillToDo.objects.filter(kind=Direction._meta.label).values("child")),
            mark="considered",
            page="oversight:thread",
        ),
    ],
    glimpses=[
        Glimpse(
            lambda: "Still to do",
            "oversight:thread",
            lambda: "All decisions and directions",
            presenters.to_do_about,
            order=10,
        )
    ],
    correctable=[
        Correctable(
            [Decision],
            Permission.RECORD_DECISION,
            asked=("text", "reasons", "meaning"),
            questions={
                "text": "What was decided?",
                "meaning": "What does the history mean for this decision?",
            },
        ),
        Correctable([ManagersDecision], Permission.OVERSEE, asked=("answer", "reasons"), own=True),
        Correctable(
            [OversightNote], Permission.OVERSEE, questions={"reasons": "What do you think, and why?"}, own=True
        ),
        Correctable(
            [Direction],
            Permission.OVERSEE,
            asked=("text", "why", "by_when"),
            questions={"text": "What is to be done?", "why": "Why?", "by_when": "By which day?"},
        ),
    ],
    navigation=[Navigation(lambda: "Decisions and directions", "oversight:thread", Permission.OPEN_RECORD, order=30)],
    records=[
        RecordSomething(lambda: "Record a decision", "oversight:decide", Permission.RECORD_DECISION),
        RecordSomething(lambda: "Write an oversight note", "oversight:record_note", Permission.OVERSEE),
        RecordSomething(lambda: "Give a direction", "oversight:give_direction", Permission.OVERSEE),
    ],
    urls="sightline.foundation.oversight.urls",
    prefix="oversight/",
)
