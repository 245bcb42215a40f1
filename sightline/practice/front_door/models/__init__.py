"""Facts of the front door: who got in touch about a child, what was decided, and referrals."""

from sightline.practice.front_door.models.afterwards import DecidedContact
from sightline.practice.front_door.models.board import OpenContact
from sightline.practice.front_door.models.checks import (
    AgencyCheck,
    BasisForChecks,
    CheckAnswer,
    ReplyLink,
    VerifiedAddress,
)
from sightline.practice.front_door.models.contacts import Contact, ContactOutcome
from sightline.practice.front_door.models.decisions import ContactDecision, ContactPassedOn, ContactTakenUp, DutyRung
from sightline.practice.front_door.models.need_to_know import ConcernOfContact, ContactHold, NeedToKnow
from sightline.practice.front_door.models.night import NightAccepted, NightAction, NightRequest, NightWork
from sightline.practice.front_door.models.police import PoliceFile, PoliceLine
from sightline.practice.front_door.models.put_to_managers import DecisionPutToManager
from sightline.practice.front_door.models.received import ContactReferrer, ReceivedContact
from sightline.practice.front_door.models.received_by_form import ReceivedByForm, SettledForm
from sightline.practice.front_door.models.referrals import Referral, ReferralDecision, ReferrerTold

__all__ = [
    "AgencyCheck",
    "BasisForChecks",
    "CheckAnswer",
    "ConcernOfContact",
    "Contact",
    "ContactDecision",
    "ContactHold",
    "ContactOutcome",
    "ContactPassedOn",
    "ContactReferrer",
    "ContactTakenUp",
    "DecidedContact",
    "DecisionPutToManager",
    "DutyRung",
    "NeedToKnow",
    "NightAccepted",
    "NightAction",
    "NightRequest",
    "NightWork",
    "OpenContact",
    "PoliceFile",
    "PoliceLine",
    "ReceivedByForm",
    "ReceivedContact",
    "Referral",
    "ReferralDecision",
    "ReferrerTold",
    "ReplyLink",
    "SettledForm",
    "VerifiedAddress",
]
