"""What law and practice say about assessments."""

from sightline.practice.assessment.rules.findings import (
    SCALE,
    Asked,
    Checkpoint,
    HowSeen,
    HowShared,
    ViewKind,
    Whether,
    WhyNotAsked,
    criteria,
    wrong_with_need,
    wrong_with_sharing,
    wrong_with_view,
)
from sightline.practice.assessment.rules.kinds import (
    NO_FACTOR,
    NO_FURTHER_ACTION,
    TO_ASSESS,
    Kind,
    wrong_with_factors,
)
from sightline.practice.assessment.rules.sections import (
    Section,
    sections,
    sections_of,
    short_sections,
    still_missing,
)
from sightline.practice.assessment.rules.states import State, state_of
from sightline.practice.assessment.rules.timescales import (
    ALLOCATION,
    ASSESSMENT,
    CHECKPOINT,
    CHILD_SEEN,
    PREBIRTH_END,
    PREBIRTH_START,
    SECOND_CHECKPOINT,
)
from sightline.practice.assessment.rules.written import FoundForChild, Written

__all__ = [
    "ALLOCATION",
    "ASSESSMENT",
    "CHECKPOINT",
    "CHILD_SEEN",
    "NO_FACTOR",
    "NO_FURTHER_ACTION",
    "PREBIRTH_END",
    "PREBIRTH_START",
    "SCALE",
    "SECOND_CHECKPOINT",
    "TO_ASSESS",
    "Asked",
    "Checkpoint",
    "FoundForChild",
    "HowSeen",
    "HowShared",
    "Kind",
    "Section",
    "State",
    "ViewKind",
    "Whether",
    "WhyNotAsked",
    "Written",
    "criteria",
    "sections",
    "sections_of",
    "short_sections",
    "state_of",
    "still_missing",
    "wrong_with_factors",
    "wrong_with_need",
    "wrong_with_sharing",
    "wrong_with_view",
]
