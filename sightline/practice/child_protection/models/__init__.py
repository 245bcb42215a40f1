"""Facts of child protection."""

from sightline.practice.child_protection.models.conferences import (
    ConferencePaper,
    InitialConference,
    TransferInNotice,
)
from sightline.practice.child_protection.models.discussions import AgencyScale, StrategyDiscussion, StrategyOutcome
from sightline.practice.child_protection.models.enquiries import ConferenceDecision, EnquiryOutcome, Section47Enquiry
from sightline.practice.child_protection.models.plans import (
    CoreGroup,
    ProtectionPlan,
    ProtectionPlanCategory,
    ReviewConference,
)

__all__ = [
    "AgencyScale",
    "ConferenceDecision",
    "ConferencePaper",
    "CoreGroup",
    "EnquiryOutcome",
    "InitialConference",
    "ProtectionPlan",
    "ProtectionPlanCategory",
    "ReviewConference",
    "Section47Enquiry",
    "StrategyDiscussion",
    "StrategyOutcome",
    "TransferInNotice",
]
