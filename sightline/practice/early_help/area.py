"""What early help declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import (
    Area,
    AsksToAct,
    Lasting,
    Navigation,
    Overseen,
    Place,
    Reads,
    RecordSomething,
    Told,
    WaitsForUs,
)
from sightline.foundation.correctable import Correctable
from sightline.foundation.telling import TellsFamily
from sightline.foundation.visits.models import Seen
from sightline.practice.early_help import presenters, queries, rules
from sightline.practice.early_help.models import (
    EarlyHelpEpisode,
    EarlyHelpLead,
    FirstContact,
    StepAnswer,
    StepHandover,
    StepSummary,
)
from sightline.practice.early_help.presenters import titles
from sightline.ui.vocabulary import said

AREA = Area(
    name="Early help",
    clocks=[
        Reads(
            queries.visit_clocks,
            [EarlyHelpEpisode, Seen],
            timescales=(rules.EARLY_HELP_VISIT,),
            stopped_by=[Seen],
        ),
        Reads(
            queries.handover_clocks,
            [StepHandover, FirstContact],
            timescales=(rules.STEP_HANDOVER,),
            stopped_by=[FirstContact],
        ),
    ],
    lasting=[
        Lasting(
            EarlyHelpEpisode, label=lambda: said("{early_help:capital}"), now=lambda words: said("{early_help:capital}")
        ),
    ],
    chronology=[
        Told(
            EarlyHelpEpisode,
            major=True,
            title=titles.episode_title,
            detail=titles.why,
            label=lambda: said("{early_help:capital}"),
        ),
        Told(EarlyHelpLead, major=False, title=titles.lead_title, label=lambda: said("Who leads {early_help}")),
        Told(
            StepHandover,
            major=True,
            title=titles.step_title,
            related=("to_team",),
            page="early_help:step",
            label=lambda: "Steps up and down",
        ),
        Told(
            StepAnswer,
            major=False,
            title=titles.answer_title,
            detail=lambda answer: answer.reasons,
            related=("handover",),
            label=lambda: "Answers to steps up and down",
        ),
        Told(
            FirstContact,
            major=False,
            title=titles.first_contact_title,
            detail=lambda met: met.account,
            label=lambda: "First contact after a step up or down",
        ),
    ],
    tells_family=[TellsFamily(StepHandover)],
    oversight=[
        Overseen(
            StepSummary,
            decision=queries.ladder_decision,
            asks="Do you agree that the work steps down?",
            permission=Permission.OVERSEE,
            title=titles.summary_title,
            page="early_help:step",
            label=lambda: "Step down",
            agreed=("why", "summary"),
        )
    ],
    asks_to_act=[AsksToAct("Asked to answer a step up or down", queries.asked_to_answer)],
    waits_for_us=[WaitsForUs(lambda: "Steps up and down", presenters.asked_of_us)],
    correctable=[
        Correctable(
            [EarlyHelpEpisode, EarlyHelpLead, FirstContact],
            Permission.RECORD_PRACTICE,
            asked=("organisation", "reason", "end_reason", "name", "why", "with_whom", "who_leads", "account"),
            questions={
                "organisation": "Which organisation leads?",
                "reason": "Why?",
                "name": "Who leads?",
                "why": "Why did it change?",
                "with_whom": "Who was there?",
                "who_leads": "Who leads from then on?",
                "account": "What was said and agreed?",
            },
        )
    ],
    navigation=[
        Navigation(lambda: said("{early_help:capital}"), "early_help:overview", Permission.OPEN_RECORD, order=41)
    ],
    places=[Place(lambda: "Services", "early_help:services", Permission.RECORD_PLAN)],
    records=[
        RecordSomething(lambda: said("Record that {early_help} began"), "early_help:begin", Permission.RECORD_PRACTICE),
        RecordSomething(lambda: "Step up to social care", "early_help:step_up", Permission.HAND_OVER),
        RecordSomething(lambda: said("Step down to {early_help}"), "early_help:step_down", Permission.HAND_OVER),
    ],
    urls="sightline.practice.early_help.urls",
    prefix="early-help/",
)
