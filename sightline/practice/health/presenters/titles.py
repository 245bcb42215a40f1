"""How facts of health read in a chronology and in lists."""

from __future__ import annotations

from sightline.foundation.code_sets.fields import label_of
from sightline.practice.health import rules
from sightline.practice.health.models import (
    DentalCheck,
    DevelopmentCheck,
    HealthAssessment,
    ImmunisationStatus,
    StrengthsAndDifficulties,
    SubstanceUse,
    YearlyHealthStatus,
)


def assessment_title(assessment: HealthAssessment) -> str:
    """A health assessment as a line of a child's chronology."""
    known = assessment.kind in rules.AssessmentKind.values
    kind = str(rules.AssessmentKind(assessment.kind).label) if known else "Health assessment"
    return kind + came_of(assessment)


def dental_title(check: DentalCheck) -> str:
    """A dentist's check as a line of a child's chronology."""
    return "Dentist’s check" + came_of(check)


def came_of(fact: HealthAssessment | DentalCheck) -> str:
    """What became of a check, unless it was simply done."""
    return "" if fact.result == rules.DONE else f": {label_of(fact, 'result').lower()}"


def immunisation_title(status: ImmunisationStatus) -> str:
    """The state of immunisations as a line of a child's chronology."""
    return "Immunisations up to date" if status.up_to_date else "Immunisations not up to date"


def development_title(check: DevelopmentCheck) -> str:
    """The state of development checks as a line of a child's chronology."""
    return "Development checks up to date" if check.up_to_date else "Development checks not up to date"


def questionnaire_title(questionnaire: StrengthsAndDifficulties) -> str:
    """A questionnaire as a line of a child's chronology."""
    scored = f"score {questionnaire.score}" if questionnaire.score is not None else label_of(questionnaire, "reason")
    return f"Strengths and difficulties questionnaire: {scored or 'no score'}"


def substance_title(use: SubstanceUse) -> str:
    """A problem with a substance as a line of a child's chronology."""
    return f"Problem with a substance: {use.substance}" if use.substance else "Problem with a substance"


def substance_detail(use: SubstanceUse) -> str:
    """What help was offered and taken."""
    if use.intervention_received:
        return "Took help"
    return {True: "Offered help, not taken", False: "No help offered", None: ""}[use.intervention_offered]


def yearly_title(status: YearlyHealthStatus) -> str:
    """An answer of the yearly return as a line of a child's chronology."""
    return f"In the year’s return: {rules.YearlyItem(status.item).label}: {'yes' if status.value else 'no'}"
