"""What people record of the health of children in care."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code, refuse_unless_code_or_nothing
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting
from sightline.practice.care.queries import birth_of, period_on
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
from sightline.practice.health.rules.intervals import YEAR_ENDS


class NotThis(Refusal):
    """What is said contradicts itself, or does not fit the child."""


@action(permission=Permission.RECORD_PRACTICE, says="recorded a health assessment")
def record_health_assessment(*, child_id: UUID, on: date, kind: str, by_whom: str, result: str, by: Acting) -> Work:
    """Record a health assessment that was done, planned, refused or cancelled; a refusal stops nothing else."""
    if kind not in rules.AssessmentKind.values:
        raise NotThis("Say whether it was the first health assessment or a review.")
    refuse_unless_code("ssd-health-check-status", result, on, called="what became of it")
    if result == rules.DONE and by_whom not in rules.Clinician.values:
        raise NotThis("Say who did the health assessment.")
    if result == rules.DONE and not rules.may_do(kind, by_whom):
        raise NotThis("A doctor does the first health assessment. Record a nurse’s as a review, or who else was there.")
    assessment = HealthAssessment(child_id=child_id, happened=on, kind=kind, by=by_whom, result=result)
    yield assessment
    return assessment


@action(permission=Permission.RECORD_PRACTICE, says="recorded a dentist's check")
def record_dental_check(*, child_id: UUID, on: date, result: str, by: Acting) -> Work:
    """Record a dentist's check that was done, planned, refused or cancelled."""
    refuse_unless_code("ssd-health-check-status", result, on, called="what became of it")
    check = DentalCheck(child_id=child_id, happened=on, result=result)
    yield check
    return check


@action(permission=Permission.RECORD_PRACTICE, says="recorded whether immunisations are up to date")
def record_immunisation_status(*, child_id: UUID, on: date, up_to_date: bool, by: Acting) -> Work:
    """Record whether a child's immunisations were up to date on a day."""
    status = ImmunisationStatus(child_id=child_id, happened=on, up_to_date=up_to_date)
    yield status
    return status


@action(permission=Permission.RECORD_PRACTICE, says="recorded whether development checks are up to date")
def record_development_check(*, child_id: UUID, on: date, up_to_date: bool, by: Acting) -> Work:
    """Record whether the development checks of a child under five were up to date on a day."""
    born = birth_of(child_id)
    if born is not None and not rules.is_under_five(born, on):
        raise NotThis("Development checks are only for children under 5.")
    check = DevelopmentCheck(child_id=child_id, happened=on, up_to_date=up_to_date)
    yield check
    return check


@action(permission=Permission.RECORD_PRACTICE, says="recorded a strengths and difficulties questionnaire")
def record_strengths_and_difficulties(
    *, child_id: UUID, on: date, score: int | None = None, reason: str = "", by: Acting
) -> Work:
    """Record the carer's score from 0 to 40, or why there is none: one of the two (SSDA903, OC2)."""
    if (score is None) == (not reason):
        raise NotThis("Give the score, or the reason why there is none.")
    if score is not None and not 0 <= score <= rules.HIGHEST_SCORE:
        raise NotThis("A score is a whole number from 0 to 40.")
    refuse_unless_code_or_nothing("ssda903-sdq-reason", reason, on, called="why there is no score")
    questionnaire = StrengthsAndDifficulties(child_id=child_id, happened=on, score=score, reason=reason)
    yield questionnaire
    return questionnaire


@action(permission=Permission.RECORD_PRACTICE, says="recorded a problem with a substance")
def record_substance_use(
    *,
    child_id: UUID,
    on: date,
    substance: str,
    intervention_received: bool | None = None,
    intervention_offered: bool | None = None,
    by: Acting,
) -> Work:
    """Record a problem with a substance, and what help was offered and taken."""
    if not substance.strip():
        raise NotThis("Say which substance it is.")
    if intervention_received and intervention_offered is False:
        raise NotThis("Help that was taken had been offered.")
    use = SubstanceUse(
        child_id=child_id,
        happened=on,
        substance=substance.strip(),
        intervention_received=intervention_received,
        intervention_offered=intervention_offered,
    )
    yield use
    return use


@action(permission=Permission.RECORD_PRACTICE, says="recorded an answer for the yearly return")
def record_yearly_health_status(*, child_id: UUID, year_ends: date, item: str, value: bool, by: Acting) -> Work:
    """Record the answer to one question of the yearly return, for a child who was in care on that 31 March."""
    if item not in rules.YearlyItem.values:
        raise NotThis("Choose the question from the list.")
    if (year_ends.month, year_ends.day) != YEAR_ENDS:
        raise NotThis("The year of the return ends on 31 March.")
    if period_on(child_id, year_ends) is None:
        raise NotThis("The child was not in care on that 31 March.")
    status = YearlyHealthStatus(child_id=child_id, happened=year_ends, item=item, value=value)
    yield status
    return status
