"""What the health of children in care declares to the rest."""

from sightline.foundation.access.rules import Permission
from sightline.foundation.area import Area, Navigation, Reads, RecordSomething, Told
from sightline.foundation.correctable import Correctable
from sightline.practice.care.queries import READS, is_in_care
from sightline.practice.health import models
from sightline.practice.health.presenters import titles
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
        Told(models.HealthAssessment, major=True, title=titles.assessment_title),
        Told(models.DentalCheck, major=False, title=titles.dental_title),
        Told(models.ImmunisationStatus, major=False, title=titles.immunisation_title),
        Told(models.DevelopmentCheck, major=False, title=titles.development_title),
        Told(models.StrengthsAndDifficulties, major=False, title=titles.questionnaire_title),
        Told(models.SubstanceUse, major=True, title=titles.substance_title, detail=titles.substance_detail),
        Told(models.YearlyHealthStatus, major=False, title=titles.yearly_title),
    ],
    correctable=[
        Correctable(
            [
                models.HealthAssessment,
                models.DentalCheck,
                models.ImmunisationStatus,
                models.DevelopmentCheck,
                models.StrengthsAndDifficulties,
                models.SubstanceUse,
                models.YearlyHealthStatus,
            ],
            Permission.RECORD_PRACTICE,
            questions={
                "by": "Who did it?",
                "result": "What came of it?",
                "up_to_date": "Is it up to date?",
                "reason": "Why is there no score?",
                "intervention_received": "Was help received?",
                "intervention_offered": "Was help offered?",
                "item": "What is it about?",
                "value": "Was it so?",
            },
        )
    ],
    navigation=[Navigation(lambda: "Health", "health:overview", Permission.OPEN_RECORD, order=52)],
    records=[
        RecordSomething(
            lambda: "Record a health assessment", "health:assessment", Permission.RECORD_PRACTICE, is_in_care
        ),
        RecordSomething(lambda: "Record a dentist’s check", "health:dental", Permission.RECORD_PRACTICE, is_in_care),
    ],
    urls="sightline.practice.health.urls",
    prefix="health/",
)
