"""Facts of care: from coming into care to leaving it, where a child lives meanwhile, and what is planned for good."""

from sightline.practice.care.models.homes import Home, HomeArrangement, HomeStep
from sightline.practice.care.models.periods import DeprivationOfLiberty, LegalStatus, PeriodOfCare
from sightline.practice.care.models.permanence import (
    AdoptionDecision,
    AdoptionMatch,
    PermanenceOrder,
    PreviousPermanence,
)
from sightline.practice.care.models.persons import Conviction, Motherhood, SeparatedChild
from sightline.practice.care.models.reviews import CarePlan, CareReview, ReviewingOfficerContact

__all__ = [
    "AdoptionDecision",
    "AdoptionMatch",
    "CarePlan",
    "CareReview",
    "Conviction",
    "DeprivationOfLiberty",
    "Home",
    "HomeArrangement",
    "HomeStep",
    "LegalStatus",
    "Motherhood",
    "PeriodOfCare",
    "PermanenceOrder",
    "PreviousPermanence",
    "ReviewingOfficerContact",
    "SeparatedChild",
]
