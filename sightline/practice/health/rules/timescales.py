"""How long what keeps a child in care healthy may take (timescales, section 3J)."""

from datetime import date

from sightline.foundation.timescales.rules import (
    GUIDANCE,
    STATUTE,
    VERIFIED,
    VERIFIED_SECONDARY,
    AlertClass,
    Confidence,
    Timescale,
    months,
    the_day_set,
    working_days,
)

REGULATIONS = date(2011, 4, 1)  # the Care Planning, Placement and Case Review Regulations 2010 in force

INITIAL_ASSESSMENT = Timescale(
    id="iha",
    name="First health assessment",
    allows=working_days(20),
    starts="the child becomes looked after",
    stops="a doctor has done it",
    tier=STATUTE,
    source="Care Planning Regulations 2010, reg 7; health guidance 2015; procedures",
    check=VERIFIED_SECONDARY,
    confidence=Confidence.HIGH,
    alert=AlertClass.W10,
    applies="not where one was done in the 3 months before; not short breaks under regulation 48",
    effective_from=REGULATIONS,
)
REVIEW_ASSESSMENT = Timescale(
    id="rha",
    name="Review health assessment",
    allows=months(12),
    starts="the last health assessment: 6 months on for a child under 5 then, otherwise 12 months on",
    stops="it is done, by a nurse or midwife too",
    repeats="from each assessment; offered again 3 months after a refusal",
    unsure="what the fifth birthday changes",
    tier=STATUTE,
    source="Care Planning Regulations 2010, reg 7; procedures",
    check=VERIFIED_SECONDARY,
    confidence=Confidence.HIGH,
    alert=AlertClass.Y,
    effective_from=REGULATIONS,
)
DENTAL_CHECK = Timescale(
    id="dental_check",
    name="Dentist’s check",
    allows=months(12),
    starts="the child becomes looked after, then each check",
    stops="the check was attended",
    repeats="from each check",
    unsure="the 12 months from check to check: the return asks about the year",
    tier=GUIDANCE,
    source="SSDA903, OC2",
    check=VERIFIED,
    confidence=Confidence.HIGH,
    alert=AlertClass.Y,
)
IMMUNISATIONS = Timescale(
    id="immunisations",
    name="Immunisations up to date",
    allows=the_day_set(),
    starts="the child becomes looked after, then the state recorded before",
    stops="the state is recorded, for 31 March",
    repeats="each year",
    tier=GUIDANCE,
    source="SSDA903, OC2",
    check=VERIFIED,
    confidence=Confidence.HIGH,
    alert=AlertClass.Y,
)
QUESTIONNAIRE = Timescale(
    id="sdq",
    name="Strengths and difficulties questionnaire",
    allows=months(12),
    starts="12 months of care without a break, then the last questionnaire",
    stops="the carer’s score, or a reason why there is none",
    repeats="from each questionnaire",
    tier=GUIDANCE,
    source="SSDA903, OC2; dataset text; rules 157, 186, 188, 189",
    check=VERIFIED,
    confidence=Confidence.HIGH,
    alert=AlertClass.Y,
    applies="aged 4 to 16; not short breaks",
)
DEVELOPMENT = Timescale(
    id="u5_development",
    name="Development checks up to date",
    allows=the_day_set(),
    starts="the child becomes looked after, then the state recorded before",
    stops="the state is recorded, for 31 March",
    repeats="each year",
    tier=GUIDANCE,
    source="SSDA903, OC2; rules 545, 546",
    check=VERIFIED,
    confidence=Confidence.HIGH,
    alert=AlertClass.Y,
    applies="under 5 on 31 March",
)
