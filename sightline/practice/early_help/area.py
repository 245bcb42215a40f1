"""What early help declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Lasting, Navigation, Reads, RecordSomething, Told
from sightline.foundation.correctable import Correctable
from sightline.foundation.visits.models import Seen
from sightline.practice.early_help import queries, rules
from sightline.practice.early_help.models import EarlyHelpAgreement, EarlyHelpEpisode
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
        Told(
            EarlyHelpAgreement,
            major=False,
            title=titles.agreement_title,
            detail=titles.what_they_said,
            label=lambda: said("Answers to offers of {early_help}"),
        ),
    ],
    correctable=[
        Correctable(
            [EarlyHelpEpisode, EarlyHelpAgreement],
            Permission.RECORD_PRACTICE,
            questions={
                "organisation": "Who gives it?",
                "reason": "Why?",
                "answer": "What was answered?",
                "who_answered": "Who answered?",
                "what_they_said": "What did they say?",
            },
        )
    ],
    navigation=[
        Navigation(lambda: said("{early_help:capital}"), "early_help:overview", Permission.OPEN_RECORD, order=41)
    ],
    records=[
        RecordSomething(lambda: said("Record that {early_help} began"), "early_help:begin", Permission.RECORD_PRACTICE),
    ],
    urls="sightline.practice.early_help.urls",
    prefix="early-help/",
)
