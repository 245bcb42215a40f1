"""What early help declares to the rest."""

from sightline.foundation.area import Area, Lasting, Told
from sightline.practice.early_help import presenters
from sightline.practice.early_help.models import EarlyHelpAgreement, EarlyHelpEpisode
from sightline.ui.vocabulary import said

AREA = Area(
    name="Early help",
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
