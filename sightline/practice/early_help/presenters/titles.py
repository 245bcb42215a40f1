"""How facts of early help read in a chronology and in lists, in the authority's own words."""

from sightline.foundation.calendar.words import with_end
from sightline.practice.early_help.models import (
    EarlyHelpEpisode,
    EarlyHelpLead,
    FirstContact,
    StepAnswer,
    StepHandover,
    StepSummary,
)
from sightline.practice.early_help.presenters.handovers import WAYS, words
from sightline.practice.early_help.rules import Direction
from sightline.practice.early_help.rules import StepAnswer as Answer
from sightline.ui.vocabulary import said


def episode_title(episode: EarlyHelpEpisode) -> str:
    """Early help as a line of a child's chronology."""
    led = f" led by {episode.organisation}" if episode.organisation else ""
    return with_end(said("{early_help:capital} began") + led, episode.ended)


def why(episode: EarlyHelpEpisode) -> str:
    """Why early help began, and why it ended."""
    return " ".join(part for part in (episode.reason, episode.end_reason) if part)


def lead_title(lead: EarlyHelpLead) -> str:
    """Who leads from a day on."""
    of = f", {lead.organisation}," if lead.organisation else ""
    return f"{lead.name}{of} leads the " + said("{early_help}")


def step_title(handover: StepHandover) -> str:
    """A step as a line of a child's chronology."""
    urgent = ", immediate risk" if handover.risk_is_immediate else ""
    return f"{words(handover)} asked for{urgent}"


def answer_title(answer: StepAnswer) -> str:
    """An answer to a step."""
    return f"{WAYS[Direction(answer.handover.direction)]}: {Answer(answer.step).label.lower()}"


def first_contact_title(met: FirstContact) -> str:
    """The first contact after a step."""
    return f"First contact after a step up or down: {met.who_leads} leads"


def summary_title(summary: StepSummary) -> str:
    """A step that waits for a manager's signature."""
    return words(summary.handover)
