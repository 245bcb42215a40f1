"""What stands about the assessments of a child."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.models import Child
from sightline.foundation.standing import open_spell
from sightline.practice.assessment import rules
from sightline.practice.assessment.models import Assessment, NeedForAssessment
from sightline.practice.assessment.queries.work import work_under_way


def why_assessment_bars(child: UUID, on: date) -> str:
    """Why a referral is not closed while an assessment is under way; nothing where none is."""
    assessment = open_spell(Assessment, child)
    if assessment is None or has_stopped(assessment.child):
        return ""
    return f"The assessment that began on {format_date(assessment.began)} is not authorised yet. Close that first."


def has_stopped(child: Child) -> bool:
    """Whether nobody asks for an assessment of a child any more: who died, or whose mother's pregnancy ended, unsigned.

    One that was signed before stays signed.
    """
    return child.person.died_on is not None and open_spell(Assessment, child.pk) is not None


def assessment_under_way(child: UUID) -> Assessment | None:
    """The assessment of a child that is not authorised yet."""
    return open_spell(Assessment, child)


def is_under_way(child: UUID) -> bool:
    """Whether an assessment of a child is not authorised yet."""
    return assessment_under_way(child) is not None


def is_written(child: UUID) -> bool:
    """Whether an assessment of a child is being written."""
    return work_under_way(child) is not None


def goes_to_a_manager(need: NeedForAssessment) -> bool:
    """Whether a manager is asked: the child is not to be assessed. A family's refusal asks a manager by itself."""
    return need.decision != rules.Whether.ASSESS
