"""Facts of the front door: who got in touch about a child, what was decided, and referrals."""

from sightline.practice.front_door.models.board import OpenContact
from sightline.practice.front_door.models.contacts import Contact, ContactOutcome
from sightline.practice.front_door.models.decisions import ContactDecision, ContactPassedOn, ContactTakenUp, DutyRung
from sightline.practice.front_door.models.received import ContactReferrer, ReceivedContact
from sightline.practice.front_door.models.referrals import Referral, ReferralDecision, ReferrerTold

__all__ = [
    "Contact",
    "ContactDecision",
    "ContactOutcome",
    "ContactPassedOn",
    "ContactReferrer",
    "ContactTakenUp",
    "DutyRung",
    "OpenContact",
    "ReceivedContact",
    "Referral",
    "ReferralDecision",
    "ReferrerTold",
]
