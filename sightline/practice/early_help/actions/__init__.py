"""What is done in early help: episodes, their lead workers, steps up and down, and the directory of services."""

from sightline.practice.early_help.actions.episodes import begin_early_help, change_lead, end_early_help
from sightline.practice.early_help.actions.handovers import (
    accept_step,
    ask_step,
    ask_step_again,
    record_first_contact,
    record_partner_answer,
    send_step_back,
    withdraw_step,
)
from sightline.practice.early_help.actions.services import add_service, change_service
from sightline.practice.early_help.actions.together import accept_steps, ask_steps, send_steps_back

__all__ = [
    "accept_step",
    "accept_steps",
    "add_service",
    "ask_step",
    "ask_step_again",
    "ask_steps",
    "begin_early_help",
    "change_lead",
    "change_service",
    "end_early_help",
    "record_first_contact",
    "record_partner_answer",
    "send_step_back",
    "send_steps_back",
    "withdraw_step",
]
