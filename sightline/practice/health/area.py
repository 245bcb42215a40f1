"""What the health of children in care declares to the rest."""

from sightline.foundation.area import Area, Told
from sightline.practice.health import models, presenters

AREA = Area(
    name="Health",
    chronology=[
        Told(models.HealthAssessment, major=True, title=presenters.assessment_title),
        Told(models.DentalCheck, major=False, title=presenters.dental_title),
        Told(models.ImmunisationStatus, major=False, title=presenters.immunisation_title),
        Told(models.DevelopmentCheck, major=False, title=presenters.development_title),
        Told(models.StrengthsAndDifficulties, major=False, title=presenters.questionnaire_title),
        Told(models.SubstanceUse, major=True, title=presenters.substance_title, detail=presenters.substance_detail),
        Told(models.YearlyHealthStatus, major=False, title=presenters.yearly_title),
    ],
)
