"""What assessment declares to the rest."""

from sightline.foundation.area import Area, Told
from sightline.practice.assessment import presenters
from sightline.practice.assessment.models import Assessment, AssessmentFactor

AREA = Area(
    name="Assessment",
    chronology=[
        Told(
            Assessment,
            major=True,
            title=presenters.assessment_title,
            detail=presenters.outcome,
            label=lambda: "Assessments",
        ),
        Told(
            AssessmentFactor,
            major=False,
            title=presenters.factor_title,
            label=lambda: "Factors found by assessments",
        ),
    ],
)
