"""What law and practice say about assessments."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import TextChoices

from sightline.foundation.timescales.rules import AlertClass, Timescale, evidence, gestation_week, working_days
from sightline.practice.front_door.rules import WORKING_TOGETHER


class Kind(TextChoices):
    """What an assessment is for."""

    CHILD_AND_FAMILY = "child_and_family", "Child and family"
    PRE_BIRTH = "pre_birth", "Before birth"
    YOUNG_CARER = "young_carer", "Young carer (section 17ZA)"
    PARENT_CARER = "parent_carer", "Parent carer (section 17ZD)"
    DISABLED_CHILD = "disabled_child", "Disabled child and short breaks"
    PRIVATE_FOSTERING = "private_fostering", "Private fostering"
    NO_RECOURSE = "no_recourse", "No recourse to public funds"
    HOMELESS = "homeless", "Homeless at 16 or 17"
    SECTION_7 = "section_7", "Report for a court (section 7)"
    SECTION_37 = "section_37", "Report for a court (section 37)"


NO_FACTOR, NO_FURTHER_ACTION = "21", "NFA_FLAG"
TO_ASSESS = "SINGLE_ASSESSMENT_FLAG"  # the outcome of a referral that leads to an assessment


def wrong_with_factors(factors: Sequence[str], outcome: str) -> str:
    """The sentence for factors that are missing or do not go together (census rules 8869, 8897Q, 8898)."""
    if not factors:
        return "Say which factors the assessment found, or that it found none."
    if len(set(factors)) < len(factors):
        return "Name each factor once."
    if NO_FACTOR in factors and len(factors) > 1:
        return "That no factor was found cannot stand beside a factor."
    if NO_FACTOR in factors and outcome != NO_FURTHER_ACTION:
        return "That no factor was found goes only with no further action."
    return ""


ALLOCATION = Timescale(
    id="allocation",
    name="{social_worker:capital} allocated",
    allows=working_days(1),
    starts="the decision to assess",
    stops="a worker is allocated",
    source="Procedure of a council",
    alert=AlertClass.W1,
    **evidence("P/V2/M"),
)

CHILD_SEEN = Timescale(
    id="child_seen_assessment",
    name="Child seen in an assessment",
    allows=working_days(5),
    starts="the referral",
    stops="a visit at which the child was seen",
    source="Practice; no national number",
    alert=AlertClass.W5,
    **evidence("P/U/M"),
)

CHECKPOINT = Timescale(
    id="assessment_checkpoint",
    name="Manager looks at an assessment",
    allows=working_days(10),
    starts="the referral",
    stops="a manager's entry: carry on, close or {strategy_discussion}",
    source="Local protocols for assessment",
    alert=AlertClass.W5,
    repeats="again by working day 25",
    **evidence("P/V2/H"),
)

ASSESSMENT = Timescale(
    id="assessment_complete",
    name="Assessment authorised",
    allows=working_days(45),
    starts="the referral; for another assessment within it, the decision to assess again",
    stops="a manager authorises it",
    source="Working Together to Safeguard Children; census guide for authorisation",
    alert=AlertClass.W45,
    effective_from=WORKING_TOGETHER,
    **evidence("G/V2/H"),
)

PREBIRTH_START = Timescale(
    id="prebirth_assessment_start",
    name="Assessment before birth begins",
    allows=gestation_week(18),
    starts="the referral is received",
    stops="the assessment begins",
    source="Practice; no national number",
    alert=AlertClass.W5,
    **evidence("P/U/M"),
)

PREBIRTH_END = Timescale(
    id="prebirth_assessment_end",
    name="Assessment before birth authorised",
    allows=gestation_week(28),
    starts="the referral is received",
    stops="a manager authorises the assessment",
    source="Practice; no national number",
    alert=AlertClass.W45,
    **evidence("P/U/M"),
)

SECOND_CHECKPOINT = working_days(25)  # timescales, assessment_checkpoint
