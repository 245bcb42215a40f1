"""How facts of early help read in a chronology and in lists, in the authority's own words."""

from sightline.foundation.calendar.words import with_end
from sightline.practice.early_help.models import EarlyHelpAgreement, EarlyHelpEpisode
from sightline.ui.vocabulary import said


def episode_title(episode: EarlyHelpEpisode) -> str:
    """Early help as a line of a child's chronology."""
    led = f" led by {episode.organisation}" if episode.organisation else ""
    return with_end(said("{early_help:capital} began") + led, episode.ended)


def why(episode: EarlyHelpEpisode) -> str:
    """Why early help began, and why it ended."""
    return " ".join(part for part in (episode.reason, episode.end_reason) if part)


def agreement_title(agreement: EarlyHelpAgreement) -> str:
    """What a family answered to an offer of early help."""
    return said("{early_help:capital} offered: ") + agreement.get_answer_display().lower()


def what_they_said(agreement: EarlyHelpAgreement) -> str:
    """What the family said."""
    return agreement.what_they_said
