"""Questions of the front door."""

from sightline.practice.front_door.forms.checks import (
    AddressForm,
    AnswerForm,
    AskForm,
    BasisForm,
    RenewLinkForm,
    RevokeLinkForm,
    TakeInForm,
)
from sightline.practice.front_door.forms.contacts import ContactDecisionForm, ContactForm
from sightline.practice.front_door.forms.need_to_know import ConcernsForm, HoldForm, KnownForm
from sightline.practice.front_door.forms.public import (
    LONGEST,
    PAGE_LIVES,
    CodeForm,
    ReplyForm,
    RequestForm,
    SetAsideForm,
    reference_of,
)
from sightline.practice.front_door.forms.referrals import (
    CloseReferralForm,
    ReferralDecisionForm,
    ReferralForm,
    ReferrerToldForm,
)

__all__ = [
    "LONGEST",
    "PAGE_LIVES",
    "AddressForm",
    "AnswerForm",
    "AskForm",
    "BasisForm",
    "CloseReferralForm",
    "CodeForm",
    "ConcernsForm",
    "ContactDecisionForm",
    "ContactForm",
    "HoldForm",
    "KnownForm",
    "ReferralDecisionForm",
    "ReferralForm",
    "ReferrerToldForm",
    "RenewLinkForm",
    "ReplyForm",
    "RequestForm",
    "RevokeLinkForm",
    "SetAsideForm",
    "TakeInForm",
    "reference_of",
]
