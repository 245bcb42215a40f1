"""Named questions about assessments, and their clocks."""

from sightline.practice.assessment.queries.clocks import (
    allocation_clocks,
    assessment_clocks,
    before_birth_clocks,
)
from sightline.practice.assessment.queries.standing import (
    assessment_under_way,
    is_under_way,
    why_assessment_bars,
)

__all__ = [
    "allocation_clocks",
    "assessment_clocks",
    "assessment_under_way",
    "before_birth_clocks",
    "is_under_way",
    "why_assessment_bars",
]
