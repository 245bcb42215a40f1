"""How long the law and local standards give the front door."""

from __future__ import annotations

from datetime import date

from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.timescales.rules import AlertClass, Timescale, evidence, gestation_week, working_days

WORKING_TOGETHER = date(2018, 7, 4)  # the edition from which these limits are known


CONTACT_DECISION = Timescale(
    id="contact_decision",
    name="Decision about a contact",
    allows=working_days(1),
    starts="the contact is received, also out of hours",
    stops="a decision with reasons",
    source="Local standards that echo Working Together to Safeguard Children",
    alert=AlertClass.W1,
    **evidence("P/V2/H"),
)


REFERRAL_DECISION = Timescale(
    id="referral_decision",
    name="Decision about a referral",
    allows=working_days(1),
    starts="the referral is received",
    stops="{social_worker:article} and a manager decide",
    source="Working Together to Safeguard Children, chapter 3",
    alert=AlertClass.W1,
    effective_from=WORKING_TOGETHER,
    **evidence("G/V2/H"),
)


REFERRER_FEEDBACK = Timescale(
    id="referrer_feedback",
    name="Referrer told the outcome",
    allows=working_days(1),
    starts="the referral is received",
    stops="the referrer is told",
    source="Working Together to Safeguard Children, chapter 3",
    alert=AlertClass.W1,
    applies="not where telling would raise the risk: that is recorded",
    effective_from=WORKING_TOGETHER,
    **evidence("G/V2/H"),
)


PREBIRTH_REFERRAL = Timescale(
    id="prebirth_referral",
    name="Referral before birth accepted",
    allows=gestation_week(16),
    starts="the referral is received",
    stops="a decision about the referral",
    source="Procedure of a council",
    alert=AlertClass.M,
    applies="referred by week 16 of the pregnancy",
    **evidence("P/V2/M"),
)


HOLD_CEILING = 3  # working days after the first hold; timescales, contact_hold_review
AT_THE_CEILING = (
    f"This contact has been kept open for {HOLD_CEILING} working days, which is the longest there is. "
    "Is not knowing itself a reason to see the child?"
)

CONTACT_HOLD_REVIEW = Timescale(
    id="contact_hold_review",
    name="Contact kept open: looked at again",
    allows=working_days(1),
    starts="the reason to keep the contact open is recorded",
    stops="a manager keeps it open for another working day, or the contact is decided",
    source="Response to the inspectorate's letter",
    alert=AlertClass.W1,
    repeats=f"each working day, {HOLD_CEILING} at the most",
    applies="lower-risk contacts only, never where harm may be immediate; the decision's own clock runs on",
    **evidence("P/U/M"),
)


def hold_ceiling(first_held_on: date) -> date:
    """The last day on which a contact may still be held."""
    return working_days_after(first_held_on, HOLD_CEILING)


def held_until(on: date, first_held_on: date) -> date:
    """Until when a hold of a day lasts: the next working day, and never beyond the ceiling."""
    return min(working_days_after(on, 1), hold_ceiling(first_held_on))
