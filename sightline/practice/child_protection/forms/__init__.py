"""Questions of child protection."""

from sightline.practice.child_protection.forms.corrections import CorrectDetailsForm, CorrectOutcomeForm
from sightline.practice.child_protection.forms.discussions import StrategyDiscussionForm
from sightline.practice.child_protection.forms.enquiries import (
    CorrectEnquiryOutcomeForm,
    EnquiryOutcomeForm,
    WithdrawEnquiryOutcomeForm,
)

__all__ = [
    "CorrectDetailsForm",
    "CorrectEnquiryOutcomeForm",
    "CorrectOutcomeForm",
    "EnquiryOutcomeForm",
    "StrategyDiscussionForm",
    "WithdrawEnquiryOutcomeForm",
]
