"""Facts of the front door: who got in touch about a child, what was decided, and referrals."""

from sightline.practice.front_door.models.board import OpenContact
from sightline.practice.front_door.models.contacts import Contact, ContactOutcome
from sightline.practice.front_door.models.referrals import Referral, ReferralDecision, ReferrerTold

__all__ = ["Contact", "ContactOutcome", "OpenContact", "Referral", "ReferralDecision", "ReferrerTold"]
