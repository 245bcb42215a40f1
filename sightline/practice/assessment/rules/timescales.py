"""The timescales of assessments, as law and practice give them."""

from __future__ import annotations

from sightline.foundation.timescales.rules import AlertClass, Timescale, evidence, gestation_week, working_days
from sightline.practice.front_door.rules import WORKING_TOGETHER

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
