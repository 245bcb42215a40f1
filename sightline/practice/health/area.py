"""What the health of children in care declares to the rest."""

from sightline.foundation.area import Area, Reads, Told
from sightline.practice.care.queries import READS
from sightline.practice.health import models, presenters
from sightline.practice.health.queries import clocks
from sightline.practice.health.rules import timescales

AREA = Area(
    name="Health",
    clocks=[
        Reads(
            clocks.assessment_clocks,
            [*READS, models.HealthAssessment, models.YearlyHealthStatus],
            timescales=(timescales.INITIAL_ASSESSMENT, timescales.REVIEW_ASSESSMENT),
            stopped_by=[models.HealthAssessment, models.YearlyHealthStatus],
        ),
        Reads(
            clocks.dental_clocks,
            [*READS, models.DentalCheck, models.YearlyHealthStatus],
            timescales=(timescales.DENTAL_CHECK,),
            stopped_by=[models.DentalCheck, models.YearlyHealthStatus],
        ),
        Reads(
            clocks.immunisation_clocks,
            [*READS, models.ImmunisationStatus, models.YearlyHealthStatus],
            timescales=(timescales.IMMUNISATIONS,),
            stopped_by=[models.ImmunisationStatus, models.YearlyHealthStatus],
        ),
        Reads(
            clocks.development_clocks,
            [*READS, models.DevelopmentCheck, models.YearlyHealthStatus],
            timescales=(timescales.DEVELOPMENT,),
            stopped_by=[models.DevelopmentCheck, models.YearlyHealthStatus],
        ),
        Reads(
            clocks.questionnaire_clocks,
            [*READS, models.StrengthsAndDifficulties],
            timescales=(timescales.QUESTIONNAIRE,),
            stopped_by=[models.StrengthsAndDifficulties],
        ),
    ],
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
