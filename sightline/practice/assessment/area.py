"""What assessment declares to the rest."""

from sightline.foundation.area import Area, Bars, Told
from sightline.practice.assessment import presenters, queries
from sightline.practice.assessment.models import Assessment, AssessmentFactor
from sightline.practice.front_door.models import Referral

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
    bars=[Bars(queries.why_assessment_bars, ending=[Referral])],
)
