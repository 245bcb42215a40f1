"""By when children with a protection plan are seen, and how long a plan may last unlooked at (timescales, 3B)."""

from sightline.foundation.timescales.rules import (
    AlertClass,
    Timescale,
    before_the_act,
    evidence,
    gestation_week,
    months,
    weeks,
    working_days,
)

SEEN_IN_ENQUIRY = Timescale(
    id="child_seen_s47",
    name="Child seen in enquiries",
    allows=working_days(1),
    starts="the enquiries begin",
    stops="a visit at which the child was seen",
    source="Standard of a council",
    alert=AlertClass.W1,
    applies="not before birth",
    **evidence("P/V2/M"),
)

VISIT = Timescale(
    id="cp_visit",
    name="Visit",
    allows=working_days(10),
    starts="the plan begins, then the last visit at which the child was seen",
    stops="a visit at which the child is seen",
    source="Procedures of councils",
    alert=AlertClass.V,
    repeats="yes, or as often as the conference set",
    **evidence("P/V2/H"),
)

SEEN_ALONE = Timescale(
    id="cp_seen_alone",
    name="Child spoken to alone",
    allows=working_days(20),
    starts="the plan begins, then the last time the child was seen alone",
    stops="the child is seen alone",
    source="Procedures of councils",
    alert=AlertClass.V,
    repeats="yes: two visits in a row are missed",
    applies="from the age of four",
    **evidence("P/V2/M"),
)

SLEEPING_PLACE = Timescale(
    id="cp_bedroom_seen",
    name="Where the child sleeps seen",
    allows=working_days(20),
    starts="the plan begins, then the last time it was seen",
    stops="where the child sleeps is seen",
    source="Procedures of councils",
    alert=AlertClass.V,
    repeats="yes: every other visit",
    **evidence("P/V2/M"),
)

NOT_SEEN = Timescale(
    id="cp_not_seen_escalate",
    name="Child not seen by anyone",
    allows=weeks(4),
    starts="the plan begins, then the last time anybody saw the child",
    stops="the child is seen",
    source="Procedure of a council",
    alert=AlertClass.V,
    repeats="yes",
    **evidence("P/V2/M"),
)

LONG_PLAN = Timescale(
    id="cp_plan_long",
    name="Senior manager looks at a long plan",
    allows=months(9),
    starts="the plan begins",
    stops="a manager's entry",
    source="Practice; no national number",
    alert=AlertClass.M,
    repeats="again at 12, 15, 18 and 24 months",
    **evidence("P/U/M"),
)

REFRESH = Timescale(
    id="assessment_refresh",
    name="Up-to-date assessment",
    allows=months(12),
    starts="the last assessment was authorised",
    stops="a new one is authorised",
    source="Standard of a council",
    alert=AlertClass.Y,
    repeats="yes",
    applies="while a plan is open",
    **evidence("P/V2/M"),
)

FIRST_MEETING = Timescale(
    id="cin_first_meeting",
    name="First meeting of {child_in_need_plan:article}",
    allows=working_days(10),
    starts="the assessment that found need is authorised, or the protection plan ends",
    stops="the plan is agreed",
    source="Procedure of a council",
    alert=AlertClass.W10,
    **evidence("P/V2/M"),
)

AFTER_PROTECTION = Timescale(
    id="cin_after_cp",
    name="Stay on {child_in_need_plan:article} after protection",
    allows=before_the_act(),
    starts="the protection plan ends",
    stops="three months have passed",
    source="Procedure of a council",
    alert=AlertClass.GATE,
    applies="exceptions need a reason",
    **evidence("P/V2/M"),
)

LATE_PREGNANCY = Timescale(
    id="late_concealed_pregnancy",
    name="Plan for a pregnancy found late",
    allows=working_days(10),
    starts="a referral after week 28 of the pregnancy",
    stops="a plan begins",
    source="Practice; no national number",
    alert=AlertClass.W1,
    applies="a strategy discussion is considered on the same day",
    **evidence("P/U/M"),
)

LATE_FROM = gestation_week(28)
SHORTEST_AFTER_PROTECTION = months(3)  # timescales, cin_after_cp
LOOKS = {f"{number} months": months(number) for number in (9, 12, 15, 18, 24)}
ALONE_FROM = 4  # years; younger children take no part in a review either (SSDA903, PN0)
