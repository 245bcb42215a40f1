"""That an assessment began, and that a manager authorised it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.code_sets.refusals import refuse_unless_code
from sightline.foundation.door import Work, Yielded, action, ends
from sightline.foundation.facts import Acting
from sightline.foundation.standing import (
    NotNow,
    hold,
    open_spell,
    refuse,
    refuse_before,
    refuse_while,
    refuse_without,
    the_open,
)
from sightline.practice.assessment.models import Assessment, AssessmentFactor
from sightline.practice.assessment.rules import Kind, wrong_with_factors
from sightline.practice.front_door.models import Referral


@action(permission=Permission.RECORD_PRACTICE, says="began an assessment")
def begin_assessment(
    *,
    child_id: UUID,
    on: date,
    kind: str = Kind.CHILD_AND_FAMILY,
    internal_review_on: date | None = None,
    by: Acting,
) -> Work:
    """Record the day on which an assessment began; it belongs to the open referral."""
    hold([child_id])
    assessment = begun(child_id, on, kind, internal_review_on)
    yield assessment
    return assessment


def begun(child_id: UUID, on: date, kind: str, internal_review_on: date | None = None) -> Assessment:
    """An assessment that begins; raises Refusal while another of the child is under way."""
    if kind not in Kind.values:
        raise NotNow("Choose what the assessment is for from the list.")
    refuse_while(open_spell(Assessment, child_id), what="An assessment of this child")
    referral = open_spell(Referral, child_id)
    if referral is not None:
        refuse_before(on, referral.began, what="The referral came")
    if internal_review_on is not None:
        refuse_before(internal_review_on, on, what="The assessment began")
    return Assessment(child_id=child_id, began=on, referral=referral, kind=kind, internal_review_on=internal_review_on)


@action(permission=Permission.OVERSEE, says="authorised an assessment")
def authorise_assessment(
    *,
    child_id: UUID,
    on: date,
    child_seen: bool,
    outcome: str,
    factors: Sequence[str],
    requires_support: bool | None = None,
    why: str = "",
    by: Acting,
) -> Work:
    """Record that a manager authorised the open assessment, with the factors that it found."""
    hold([child_id])
    assessment = the_open(Assessment, child_id, what="open assessment")
    yield from authorised(
        assessment,
        on=on,
        child_seen=child_seen,
        outcome=outcome,
        factors=factors,
        requires_support=requires_support,
        why=why,
    )
    return assessment


def authorised(
    assessment: Assessment,
    *,
    on: date,
    child_seen: bool,
    outcome: str,
    factors: Sequence[str],
    requires_support: bool | None,
    why: str,
) -> Iterator[Yielded]:
    """The end of an assessment and the factors it found; raises Refusal where it could not be authorised so."""
    refuse_before(on, assessment.began, what="The assessment began")
    refuse_findings(on, child_seen=child_seen, outcome=outcome, factors=factors, why=why)
    yield ends(assessment, on=on, child_seen=child_seen, outcome=outcome, requires_support=requires_support, why=why)
    for factor in factors:
        yield AssessmentFactor(child_id=assessment.child_id, assessment=assessment, happened=on, code=factor)


def refuse_findings(on: date, *, child_seen: bool, outcome: str, factors: Sequence[str], why: str) -> None:
    """Raise unless what an assessment found can be authorised on a day."""
    refuse_unless_code("ssd-assessment-outcome", outcome, on, called="what the assessment led to")
    for factor in factors:
        refuse_unless_code("cin-assessment-factors", factor, on, called="each factor")
    refuse(wrong_with_factors(factors, outcome))
    if not child_seen:
        refuse_without(why, asks="An assessment cannot be authorised with a child not seen and no reason. Say why.")
