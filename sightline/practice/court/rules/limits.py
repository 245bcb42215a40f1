"""By when pre-proceedings and proceedings move on, and when orders lapse (timescales, sections 3D to 3F)."""

from dataclasses import replace
from datetime import date

from sightline.foundation.timescales.rules import (
    AlertClass,
    Timescale,
    days,
    days_beginning_with,
    evidence,
    gestation_week,
    hours,
    months,
    weeks,
    weeks_beginning_with,
    working_days,
    working_days_beginning_with,
)
from sightline.practice.court.rules.choices import OrderKind

CHILDREN_AND_FAMILIES_ACT = date(2014, 4, 22)  # its section 14, which brought in the 26 weeks, in force

FAMILY_MEETING = Timescale(
    id="family_network_meeting",
    name="{family_network_meeting:capital}",
    allows=working_days(20),
    starts="a plan begins, or the legal gateway is asked; while a plan lasts, then the last meeting",
    stops="the meeting is held, or the family says no",
    source="Procedure of a council",
    alert=AlertClass.V,
    repeats="every 12 weeks while a plan lasts",
    **evidence("P/V2/M"),
)

FAMILY_DECISION = Timescale(
    id="fgdm_meeting",
    name="Family group decision making held",
    allows=working_days(20),
    starts="the family says yes",
    stops="the meeting is held",
    source="No number in the Act; practice",
    alert=AlertClass.W10,
    **evidence("P/U/M"),
)

GATEWAY = Timescale(
    id="legal_gateway_meeting",
    name="Decision of the legal gateway",
    allows=working_days(5),
    starts="{team_manager:article} asks",
    stops="the legal gateway decides",
    source="Practice; no national number",
    alert=AlertClass.W5,
    applies="the same day if it is urgent",
    **evidence("P/U/M"),
)

PREBIRTH_GATEWAY = Timescale(
    id="prebirth_legal_gateway",
    name="Legal gateway before birth",
    allows=gestation_week(24),
    starts="the referral is received",
    stops="the legal gateway decides",
    source="Practice; no national number",
    alert=AlertClass.M,
    **evidence("P/U/M"),
)

LETTER = Timescale(
    id="lbp_sent",
    name="Letter before proceedings sent",
    allows=working_days(5),
    starts="the decision to begin pre-proceedings",
    stops="the letter is sent",
    source="Account of a law firm",
    alert=AlertClass.W5,
    applies="not where proceedings are issued at once",
    **evidence("P/V2/M"),
)

FIRST_MEETING = Timescale(
    id="pp_first_meeting",
    name="First meeting in pre-proceedings",
    allows=working_days(10),
    starts="the letter before proceedings is sent",
    stops="the meeting is held",
    source="Account of a law firm",
    alert=AlertClass.W10,
    **evidence("P/V2/M"),
)

REVIEW = Timescale(
    id="pp_review",
    name="Review of pre-proceedings",
    allows=weeks(6),
    starts="the meeting that was held last",
    stops="a review is held",
    source="Practice; no national number",
    alert=AlertClass.V,
    repeats="yes",
    **evidence("P/U/M"),
)

PANEL = Timescale(
    id="pp_panel",
    name="Panel looks at pre-proceedings",
    allows=weeks(4),
    starts="pre-proceedings begin, then the last panel",
    stops="a panel has looked at them",
    source="Letter of Ofsted to a council, 2021",
    alert=AlertClass.V,
    repeats="yes",
    **evidence("P/U/M"),
)

WHOLE_PERIOD = Timescale(
    id="pp_total",
    name="Pre-proceedings as a whole",
    allows=weeks(16),
    starts="the letter before proceedings is sent",
    stops="stepping down, or issuing",
    source="Practice guide of a court area",
    alert=AlertClass.M,
    **evidence("G/V2/M"),
)

ISSUE = Timescale(
    id="issue_application",
    name="Application issued",
    allows=working_days(5),
    starts="the decision to issue",
    stops="the application is issued",
    source="Standard Safeguarding Dataset, short notice",
    alert=AlertClass.W5,
    **evidence("P/V1/M"),
)

PROCEEDINGS = Timescale(
    id="proceedings_26w",
    name="Care proceedings concluded",
    allows=weeks_beginning_with(26),
    starts="the day they were issued, which is the first",
    stops="the final order, or withdrawal",
    source="Children Act 1989, section 32(1)(a)(ii)",
    alert=AlertClass.M,
    effective_from=CHILDREN_AND_FAMILIES_ACT,
    **evidence("L/V1/H"),
)

EXTENSION = Timescale(
    id="proceedings_extension",
    name="Extended proceedings concluded",
    allows=weeks(8),
    starts="the end of the timetable so far, or the court's order where that is later",
    stops="the final order",
    source="Children Act 1989, section 32(5) to (8)",
    alert=AlertClass.M,
    repeats="only by the court",
    unsure="that it runs from the later of the two days",
    effective_from=CHILDREN_AND_FAMILIES_ACT,
    **evidence("L/V2/H"),
)

CASE_MANAGEMENT = Timescale(
    id="plo_cmh",
    name="Case management hearing",
    allows=working_days_beginning_with(18),
    starts="the day of issue, which is the first",
    stops="the hearing is held",
    source="Family Procedure Rules, Practice Direction 12A",
    alert=AlertClass.W10,
    unsure="that day 18 is the last",
    **evidence("G/V2/M"),
)

ISSUES_RESOLUTION = Timescale(
    id="plo_irh",
    name="Issues resolution hearing",
    allows=weeks(20),
    starts="the day of issue",
    stops="the hearing is held",
    source="An older timetable said week 20; the court sets it",
    alert=AlertClass.M,
    **evidence("G/V2/M"),
)

POLICE_PROTECTION = Timescale(
    id="police_protection",
    name="Police protection lapses",
    allows=hours(72),
    starts="the moment the child is taken into it",
    stops="it ends, or another legal basis is recorded",
    source="Children Act 1989, section 46",
    alert=AlertClass.EXP,
    **evidence("L/V2/H"),
)

EMERGENCY_PROTECTION = Timescale(
    id="epo",
    name="Emergency protection order lapses",
    allows=days_beginning_with(8),
    starts="the order; where police protection came before it, the first day of that",
    stops="it ends, or another legal basis is recorded",
    repeats="one extension of up to 7 days",
    source="Children Act 1989, section 45",
    alert=AlertClass.EXP,
    **evidence("L/U/H"),
)

CHILD_ASSESSMENT = Timescale(
    id="child_assessment_order",
    name="Child assessment order lapses",
    allows=days_beginning_with(7),
    starts="the day named in it, which is the first",
    stops="it ends",
    source="Children Act 1989, section 43(5)",
    alert=AlertClass.EXP,
    **evidence("L/V1/H"),
)

SECURE_WITHOUT_COURT = Timescale(
    id="secure_without_court",
    name="Secure accommodation without an order ends",
    allows=hours(72),
    starts="the first hour",
    stops="it ends, or an order is made",
    source="Secure Accommodation Regulations 1991 (SI 1991/1505); procedures",
    applies="72 hours in total within any 28 days",
    alert=AlertClass.EXP,
    **evidence("L/V2/M"),
)

SECURE = Timescale(
    id="secure_order",
    name="Secure order lapses",
    allows=months(3),
    starts="the order",
    stops="it ends, or is renewed",
    repeats="a renewal lasts up to 6 months",
    source="Children Act 1989, section 25; procedures",
    applies="as ordered, at most 3 months",
    alert=AlertClass.EXP,
    **evidence("L/V2/M"),
)

SUPERVISION = Timescale(
    id="supervision_order",
    name="Supervision order ends",
    allows=months(12),
    starts="the order",
    stops="it ends, or is extended",
    repeats="extended to at most 3 years in all",
    source="Children Act 1989, Schedule 3",
    applies="as ordered, at most 12 months",
    alert=AlertClass.EXP,
    **evidence("L/U/M"),
)

URGENT = days(0)  # the same day
ORDERS = {
    OrderKind.POLICE_PROTECTION: POLICE_PROTECTION,
    OrderKind.EMERGENCY_PROTECTION: EMERGENCY_PROTECTION,
    OrderKind.CHILD_ASSESSMENT: CHILD_ASSESSMENT,
    OrderKind.SECURE_WITHOUT_COURT: SECURE_WITHOUT_COURT,
    OrderKind.SECURE: SECURE,
    OrderKind.SUPERVISION: SUPERVISION,
}

MEETS_AGAIN = weeks(12)  # timescales, family_network_meeting
AGAIN = {  # of an order that renews or extends another of its kind
    OrderKind.EMERGENCY_PROTECTION: replace(EMERGENCY_PROTECTION, allows=days_beginning_with(7)),
    OrderKind.SECURE: replace(SECURE, allows=months(6)),
    OrderKind.SUPERVISION: replace(SUPERVISION, allows=months(36)),  # from the first order
}
SECURE_HOURS, SECURE_WITHIN_DAYS = 72, 28  # timescales, secure_without_court
