"""What early help declares to the rest."""

from sightline.foundation.area import Area, Lasting, Reads, Told
from sightline.foundation.visits.models import Seen
from sightline.practice.early_help import presenters, queries, rules
from sightline.practice.early_help.models import EarlyHelpAgreement, EarlyHelpEpisode
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
            title=presenters.episode_title,
            detail=presenters.why,
            label=lambda: said("{early_help:capital}"),
        ),
        Told(
            EarlyHelpAgreement,
            major=False,
            title=presenters.agreement_title,
            detail=presenters.what_they_said,
            label=lambda: said("Answers to offers of {early_help}"),
        ),
    ],
)
