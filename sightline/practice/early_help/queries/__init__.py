"""Named questions about early help, steps up and down, and services."""

from sightline.practice.early_help.queries.episodes import (
    leads_of,
    open_episodes,
    visit_clocks,
)
from sightline.practice.early_help.queries.handovers import (
    answers_to,
    asked_to_answer,
    asked_together,
    first_contact_of,
    handover_clocks,
    handover_of,
    handovers_for,
    ladder_decision,
    look_back,
    open_handover,
    steps_of,
)
from sightline.practice.early_help.queries.services import service_of, services, services_for

__all__ = [
    "answers_to",
    "asked_to_answer",
    "asked_together",
    "first_contact_of",
    "handover_clocks",
    "handover_of",
    "handovers_for",
    "ladder_decision",
    "leads_of",
    "look_back",
    "open_episodes",
    "open_handover",
    "service_of",
    "services",
    "services_for",
    "steps_of",
    "visit_clocks",
]
