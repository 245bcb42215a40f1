"""The people who work for the authority, their teams, and which of them work with which child."""

from sightline.foundation.workforce.models.involvement import INVOLVEMENT_NEEDS_SOMEBODY, Involvement
from sightline.foundation.workforce.models.moves import Closure, HandedOver, Handover, Transfer, TransferStep
from sightline.foundation.workforce.models.practitioners import (
    WORKFORCE,
    Cover,
    Duty,
    KeptList,
    Post,
    Practitioner,
    PractitionerManager,
    SignInEvent,
    Team,
    WorkforceSpell,
    WorkSession,
)

__all__ = [
    "INVOLVEMENT_NEEDS_SOMEBODY",
    "WORKFORCE",
    "Closure",
    "Cover",
    "Duty",
    "HandedOver",
    "Handover",
    "Involvement",
    "KeptList",
    "Post",
    "Practitioner",
    "PractitionerManager",
    "SignInEvent",
    "Team",
    "Transfer",
    "TransferStep",
    "WorkSession",
    "WorkforceSpell",
]
