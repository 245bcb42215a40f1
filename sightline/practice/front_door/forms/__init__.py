"""Questions of the front door."""

from sightline.practice.front_door.forms.contacts import ContactDecisionForm, ContactForm
from sightline.practice.front_door.forms.referrals import (
    CloseReferralForm,
    ReferralDecisionForm,
    ReferralForm,
    ReferrerToldForm,
)

__all__ = [
    "CloseReferralForm",
    "ContactDecisionForm",
    "ContactForm",
    "ReferralDecisionForm",
    "ReferralForm",
    "ReferrerToldForm",
]
