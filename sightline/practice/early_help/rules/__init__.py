"""What practice says about early help, and about steps up and down."""

from sightline.practice.early_help.rules.episodes import EARLY_HELP_VISIT
from sightline.practice.early_help.rules.handovers import (
    LOOKED_BACK_AFTER,
    STEP_HANDOVER,
    WITHIN_OF_STEP_UP,
    Direction,
    StepAnswer,
    StepOutcome,
    may_be_sent_back,
)

__all__ = [
    "EARLY_HELP_VISIT",
    "LOOKED_BACK_AFTER",
    "STEP_HANDOVER",
    "WITHIN_OF_STEP_UP",
    "Direction",
    "StepAnswer",
    "StepOutcome",
    "may_be_sent_back",
]
