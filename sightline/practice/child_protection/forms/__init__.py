"""Questions of child protection."""

from sightline.practice.child_protection.forms.conferences import (
    ConferenceForm,
    DecideConferenceForm,
    PaperForm,
    ReviewConferenceForm,
    TransferInForm,
)
from sightline.practice.child_protection.forms.corrections import CorrectDetailsForm, CorrectOutcomeForm
from sightline.practice.child_protection.forms.discussions import StrategyDiscussionForm
from sightline.practice.child_protection.forms.enquiries import (
    CorrectEnquiryOutcomeForm,
    EnquiryOutcomeForm,
    WithdrawEnquiryOutcomeForm,
)
from sightline.practice.child_protection.forms.plans import EndPlanForm

__all__ = [
    "ConferenceForm",
    "CorrectDetailsForm",
    "CorrectEnquiryOutcomeForm",
    "CorrectOutcomeForm",
    "DecideConferenceForm",
    "EndPlanForm",
    "EnquiryOutcomeForm",
    "PaperForm",
    "ReviewConferenceForm",
    "StrategyDiscussionForm",
    "TransferInForm",
    "WithdrawEnquiryOutcomeForm",
]
