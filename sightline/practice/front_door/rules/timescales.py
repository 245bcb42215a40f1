"""How long the law and local standards give the front door."""

from __future__ import annotations

from datetime import date

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
