"""What law and practice say about contacts and referrals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import TextChoices

from sightline.foundation.timescales.rules import AlertClass, Timescale, evidence, gestation_week, working_days


class Feedback(TextChoices):
    """How whoever referred a child was answered."""

    IN_WRITING = "in_writing", "In writing"
    SPOKEN = "spoken", "By telephone or in person"
    NOT_TOLD = "not_told", "Not told: it would raise the risk"


WORKING_TOGETHER = date(2018, 7, 4)  # the edition from which these limits are known
NO_FURTHER_ACTION = "NFA_FLAG"  # in every outcome of the shared dataset


def wrong_with_outcomes(outcomes: Sequence[str]) -> str:
    """The sentence for outcomes that are missing or do not go together; nothing where they do."""
    if not outcomes:
        return "Say what was decided."
    if len(set(outcomes)) < len(outcomes):
        return "Name each outcome once."
    if NO_FURTHER_ACTION in outcomes and len(outcomes) > 1:
        return "No further action cannot stand beside another outcome."
    return ""


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
