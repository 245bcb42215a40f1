"""Facts of assessments."""

from sightline.practice.assessment.models.assessments import Assessment, AssessmentFactor
from sightline.practice.assessment.models.findings import (
    ChildsView,
    NeedForAssessment,
    NeedFound,
    RiskScale,
    SharedWithFamily,
)
from sightline.practice.assessment.models.work import AssessmentSubmitted, AssessmentWork, SectionSaved

__all__ = [
    "Assessment",
    "AssessmentFactor",
    "AssessmentSubmitted",
    "AssessmentWork",
    "ChildsView",
    "NeedForAssessment",
    "NeedFound",
    "RiskScale",
    "SectionSaved",
    "SharedWithFamily",
]
