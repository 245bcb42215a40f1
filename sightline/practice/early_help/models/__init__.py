"""Facts of early help."""

from sightline.practice.early_help.models.episodes import EarlyHelpEpisode, EarlyHelpLead
from sightline.practice.early_help.models.handovers import FirstContact, StepAnswer, StepHandover, StepSummary
from sightline.practice.early_help.models.services import Service

__all__ = [
    "EarlyHelpEpisode",
    "EarlyHelpLead",
    "FirstContact",
    "Service",
    "StepAnswer",
    "StepHandover",
    "StepSummary",
]
