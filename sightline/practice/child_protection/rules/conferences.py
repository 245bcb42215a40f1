"""By when conferences, core groups and their papers are due (timescales, sections 3B and 3D)."""

from datetime import date

from sightline.foundation.timescales.rules import (
    AlertClass,
    Timescale,
    days,
    evidence,
    gestation_week,
    months,
    weeks,
    working_days,
    working_days_before,
)

WORKING_TOGETHER = date(2018, 7, 4)

STRATEGY_DISCUSSION = Timescale(
    id="strategy_discussion",
    name="{strategy_discussion:capital}",
    allows=working_days(1),
    starts="the decision that a child may be suffering significant harm",
    stops="a discussion is held",
    source="Procedures of councils",
    alert=AlertClass.W1,
    **evidence("P/V2/H"),
)

INITIAL_CONFERENCE = Timescale(
    id="s47_to_icpc",
    name="Initial conference",
    allows=working_days(15),
    starts="the discussion that began the enquiries: not a later one, not the referral, not what the enquiries found",
    stops="the conference is held, or a manager agrees that none is required",
    source="Working Together to Safeguard Children; children in need census, InitialCPCtarget",
    alert=AlertClass.W10,
    effective_from=WORKING_TOGETHER,
    **evidence("G/V1/H"),
)

ENQUIRY_OUTCOME = Timescale(
    id="s47_outcome",
    name="Outcome of enquiries",
    allows=working_days(10),
    starts="the discussion that began the enquiries",
    stops="what was found is recorded",
    source="Procedure of a council",
    alert=AlertClass.W10,
    **evidence("P/V2/M"),
)

TRANSFER_IN = Timescale(
    id="cp_transfer_in",
    name="Transfer-in conference",
    allows=working_days(15),
    starts="the notice that the child has moved here for good",
    stops="the conference is held",
    source="Working Together to Safeguard Children; regional procedures",
    alert=AlertClass.W10,
    effective_from=WORKING_TOGETHER,
    **evidence("G/U/M"),
)

REPORT_SHARED = Timescale(
    id="icpc_report_shared",
    name="Report shared before a conference",
    allows=working_days_before(2),
    starts="the conference, counted back",
    stops="the report is shared with the family and the chair",
    source="Standard of a council",
    alert=AlertClass.GATE,
    repeats="five working days before a review",
    **evidence("P/V2/M"),
)

DECISION_LETTER = Timescale(
    id="conference_decision_letter",
    name="Decision of a conference sent",
    allows=working_days(1),
    starts="the conference is held",
    stops="the decision and the outline plan are sent",
    source="Practice of one area",
    alert=AlertClass.W1,
    **evidence("P/V2/M"),
)

MINUTES = Timescale(
    id="conference_minutes",
    name="Minutes of a conference sent",
    allows=working_days(15),
    starts="the conference is held",
    stops="the minutes are sent",
    source="Practice of one area",
    alert=AlertClass.W10,
    **evidence("P/V2/M"),
)

FIRST_REVIEW = Timescale(
    id="rcpc_first",
    name="First review conference",
    allows=months(3),
    starts="the conference that made the plan",
    stops="a review conference is held",
    source="Working Together to Safeguard Children",
    alert=AlertClass.M,
    effective_from=WORKING_TOGETHER,
    **evidence("G/V2/H"),
)

NEXT_REVIEW = Timescale(
    id="rcpc_next",
    name="Next review conference",
    allows=months(6),
    starts="the review conference that was held last",
    stops="a review conference is held",
    source="Working Together to Safeguard Children",
    alert=AlertClass.M,
    effective_from=WORKING_TOGETHER,
    repeats="yes",
    **evidence("G/V2/H"),
)

FIRST_CORE_GROUP = Timescale(
    id="core_group_first",
    name="First {core_group}",
    allows=working_days(10),
    starts="the conference that made the plan",
    stops="{core_group:article} is held",
    source="Working Together to Safeguard Children",
    alert=AlertClass.W10,
    effective_from=WORKING_TOGETHER,
    **evidence("G/V2/H"),
)

NEXT_CORE_GROUP = Timescale(
    id="core_group_next",
    name="Next {core_group}",
    allows=weeks(4),
    starts="the {core_group} that was held last",
    stops="{core_group:article} is held",
    source="Procedures of councils",
    alert=AlertClass.V,
    repeats="yes",
    **evidence("P/V2/H"),
)

PREBIRTH_CONFERENCE = Timescale(
    id="prebirth_icpc",
    name="Conference before birth",
    allows=gestation_week(30),
    starts="the enquiries begin",
    stops="the conference is held, or is not required",
    source="Procedures of councils",
    alert=AlertClass.W10,
    **evidence("P/V2/M"),
)

AFTER_BIRTH = Timescale(
    id="postbirth_core_group",
    name="{core_group:capital} after a birth",
    allows=days(10),
    starts="the birth",
    stops="{core_group:article} or a review conference is held",
    source="Procedures of councils",
    alert=AlertClass.W10,
    **evidence("P/V2/M"),
)

REPORT_BEFORE_A_REVIEW = working_days_before(5)  # timescales, icpc_report_shared
