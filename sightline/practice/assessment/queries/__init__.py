"""Named questions about assessments, and their clocks."""

from sightline.practice.assessment.queries.clocks import (
    allocation_clocks,
    assessment_clocks,
    before_birth_clocks,
)
from sightline.practice.assessment.queries.standing import why_assessment_bars

__all__ = ["allocation_clocks", "assessment_clocks", "before_birth_clocks", "why_assessment_bars"]
