"""Questions about legal gateway, pre-proceedings and court."""

from sightline.practice.court.forms.before import (
    AskGatewayForm,
    BeginPreProceedingsForm,
    EndPreProceedingsForm,
    FamilyForm,
    GatewayForm,
    LetterForm,
    MeetingForm,
)
from sightline.practice.court.forms.proceedings import (
    EndOrderForm,
    EndProceedingsForm,
    ExtensionForm,
    HearingForm,
    IssueForm,
    OrderForm,
)

__all__ = [
    "AskGatewayForm",
    "BeginPreProceedingsForm",
    "EndOrderForm",
    "EndPreProceedingsForm",
    "EndProceedingsForm",
    "ExtensionForm",
    "FamilyForm",
    "GatewayForm",
    "HearingForm",
    "IssueForm",
    "LetterForm",
    "MeetingForm",
    "OrderForm",
]
