"""Questions of the front door."""

from sightline.practice.front_door.forms.at_once import NotSafeForm, row_typed
from sightline.practice.front_door.forms.checks import (
    AddressForm,
    AnswerForm,
    AskForm,
    BasisForm,
    RenewLinkForm,
    RevokeLinkForm,
    TakeInForm,
)
from sightline.practice.front_door.forms.deciding import AtOnceForm, DecideForm, RingForm, TakeUpForm
from sightline.practice.front_door.forms.from_partner import RECEIVED, begin_intake
from sightline.practice.front_door.forms.intake import IntakeForm
from sightline.practice.front_door.forms.need_to_know import ConcernsForm, HoldForm, KnownForm
from sightline.practice.front_door.forms.public import (
    ADD_CHILD,
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
    "ADD_CHILD",
    "LONGEST",
    "PAGE_LIVES",
    "RECEIVED",
    "AddressForm",
    "AnswerForm",
    "AskForm",
    "AtOnceForm",
    "BasisForm",
    "CloseReferralForm",
    "CodeForm",
    "ConcernsForm",
    "DecideForm",
    "HoldForm",
    "IntakeForm",
    "KnownForm",
    "NotSafeForm",
    "ReferralDecisionForm",
    "ReferralForm",
    "ReferrerToldForm",
    "RenewLinkForm",
    "ReplyForm",
    "RequestForm",
    "RevokeLinkForm",
    "RingForm",
    "SetAsideForm",
    "TakeInForm",
    "TakeUpForm",
    "begin_intake",
    "reference_of",
    "row_typed",
]
