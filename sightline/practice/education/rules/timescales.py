"""How long what belongs to the education of a child in care may take (timescales, section 3K)."""

from datetime import date

from sightline.foundation.timescales.rules import (
    GUIDANCE,
    PRACTICE,
    STATUTE,
    UNVERIFIED,
    VERIFIED_SECONDARY,
    AlertClass,
    Confidence,
    Timescale,
    end_of_term,
    school_days,
    working_days,
)

REGULATIONS = date(2011, 4, 1)  # the Care Planning, Placement and Case Review Regulations 2010 in force
PLAN_AGES, SCHOOL_AGES = (4, 17), (5, 15)  # years, both included: by local offer, and statutory school age

PLAN_FIRST = Timescale(
    id="pep_first",
    name="First {personal_education_plan}",
    allows=working_days(10),
    starts="the child moves into the first home",
    stops="the meeting is held",
    tier=STATUTE,
    source="Care Planning Regulations 2010, regs 4, 5; procedure",
    check=VERIFIED_SECONDARY,
    confidence=Confidence.HIGH,
    alert=AlertClass.W10,
    applies="aged 4 to 17; part of the care plan, and there at the latest for the first review, 20 working days on",
    effective_from=REGULATIONS,
)
PLAN_TERMLY = Timescale(
    id="pep_termly",
    name="Review of the {personal_education_plan}",
    allows=end_of_term(),
    starts="the term after the last plan or review begins",
    stops="it is reviewed in that term",
    repeats="each term",
    tier=GUIDANCE,
    source="education guidance 2018",
    check=UNVERIFIED,
    confidence=Confidence.HIGH,
    alert=AlertClass.WIN,
    applies="pupils in care",
)
SCHOOL_PLACE = Timescale(
    id="school_place_20sd",
    name="School place after an emergency move",
    allows=school_days(20),
    starts="the child moves into a home in an emergency, without a school place to keep",
    stops="the child is on the roll of a school",
    repeats="for each emergency move",
    tier=GUIDANCE,
    source="education guidance 2018",
    check=UNVERIFIED,
    confidence=Confidence.HIGH,
    alert=AlertClass.W10,
    applies="statutory school age",
)
PLAN_NEW_SCHOOL = Timescale(
    id="pep_new_school",
    name="{personal_education_plan:capital} at a new school",
    allows=school_days(10),
    starts="the first day at the school",
    stops="the meeting is held",
    repeats="for each school",
    tier=PRACTICE,
    source="practice",
    check=UNVERIFIED,
    confidence=Confidence.MEDIUM,
    alert=AlertClass.W10,
)
