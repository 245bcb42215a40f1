"""Questions about early help, steps up and down, and services."""

from sightline.practice.early_help.forms.episodes import BeginForm, EndForm, LeadForm
from sightline.practice.early_help.forms.handovers import (
    AcceptForm,
    AskAgainForm,
    FirstContactForm,
    PartnerAnswerForm,
    SendBackForm,
    StepDownForm,
    StepUpForm,
    WithdrawForm,
)
from sightline.practice.early_help.forms.services import SearchForm, ServiceForm

__all__ = [
    "AcceptForm",
    "AskAgainForm",
    "BeginForm",
    "EndForm",
    "FirstContactForm",
    "LeadForm",
    "PartnerAnswerForm",
    "SearchForm",
    "SendBackForm",
    "ServiceForm",
    "StepDownForm",
    "StepUpForm",
    "WithdrawForm",
]
