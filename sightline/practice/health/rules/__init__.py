"""Rules of the health of children in care: choices, intervals and timescales."""

from datetime import date

from django.db.models import TextChoices

from sightline.foundation.calendar.ages import birthday_for_entitlement
from sightline.practice.health.rules.intervals import YOUNG

DONE, REFUSED = "Completed", "Refused"  # of ssd-health-check-status
HIGHEST_SCORE = 40  # of the strengths and difficulties questionnaire (SSDA903, SDQ_SCORE)


class AssessmentKind(TextChoices):
    """Which health assessment it was; an old file does not always say."""

    INITIAL = "initial", "First health assessment"
    REVIEW = "review", "Review health assessment"


class Clinician(TextChoices):
    """Who did a health assessment: the first is a doctor's (Care Planning Regulations 2010, reg 7)."""

    DOCTOR = "doctor", "A doctor"
    NURSE = "nurse", "A nurse or midwife"


class YearlyItem(TextChoices):
    """The yes-or-no questions of the yearly return about children in care for a year (SSDA903, OC2)."""

    CONVICTED = "convicted", "Convicted in the year"
    DEVELOPMENT = "health_check", "Development checks up to date"
    IMMUNISATIONS = "immunisations", "Immunisations up to date"
    TEETH = "teeth_check", "Teeth checked in the year"
    HEALTH_ASSESSMENT = "health_assessment", "Health assessment in the year"
    SUBSTANCE = "substance_misuse", "Problem with a substance in the year"
    INTERVENTION_RECEIVED = "intervention_received", "Took help with a substance"
    INTERVENTION_OFFERED = "intervention_offered", "Was offered help with a substance"


TOLD_YEARLY = {  # kinds of fact and the question of the return that tells of them without a day
    "DentalCheck": YearlyItem.TEETH,
    "DevelopmentCheck": YearlyItem.DEVELOPMENT,
    "HealthAssessment": YearlyItem.HEALTH_ASSESSMENT,
    "ImmunisationStatus": YearlyItem.IMMUNISATIONS,
}
STATES = (YearlyItem.DEVELOPMENT, YearlyItem.IMMUNISATIONS)  # looked at, whatever was found


def may_do(kind: str, clinician: str) -> bool:
    """Whether a clinician may do a kind of health assessment: the first is a doctor's (Care Planning Regs, reg 7)."""
    return kind != AssessmentKind.INITIAL or clinician == Clinician.DOCTOR


def is_under_five(born: date, on: date) -> bool:
    """Whether a child is under five on a day."""
    return on < birthday_for_entitlement(born, YOUNG)
