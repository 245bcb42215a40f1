"""What law and practice say about plans for children in need."""

from __future__ import annotations

from django.db.models import TextChoices

from sightline.foundation.timescales.rules import AlertClass, Timescale, evidence, months, weeks, working_days

PLAN_EXPECTED_DAYS = 14  # our default: a child in need for longer, and not under assessment, should have a plan


class EndReason(TextChoices):
    """Why a plan for a child in need ended."""

    NEEDS_MET = "needs_met", "What was agreed has been reached"
    STEP_DOWN = "step_down", "Step down to early help or universal services"
    STEP_UP = "step_up", "A child protection plan began"
    CARE = "care", "The child came into care"
    AGREEMENT_WITHDRAWN = "withdrawn", "The family no longer agrees, and the risk allows it"
    MOVED = "moved", "Moved to another authority"
    EIGHTEEN = "eighteen", "Turned 18"
    DIED = "died", "Died"
    OTHER = "other", "Another reason"


REVIEW = Timescale(
    id="cin_review",
    name="Review of the plan",
    allows=weeks(6),
    starts="the plan begins, then the last review",
    stops="a review is held",
    source="Procedures of councils",
    alert=AlertClass.V,
    repeats="yes",
    **evidence("P/V2/H"),
)

VISIT = Timescale(
    id="cin_visit",
    name="Visit",
    allows=working_days(20),
    starts="the plan begins, then the last visit at which the child was seen",
    stops="a visit at which the child is seen",
    source="Standard of a council",
    alert=AlertClass.V,
    repeats="yes",
    **evidence("P/V2/M"),
)

DURATION = Timescale(
    id="cin_duration",
    name="Is the plan still right?",
    allows=weeks(12),
    starts="the plan begins",
    stops="a manager's entry: step up, step down, close or carry on",
    source="Twelve-week model of a council",
    alert=AlertClass.M,
    repeats="again at 6, 9 and 12 months",
    **evidence("P/V2/M"),
)

LOOKS = {"12 weeks": weeks(12), "6 months": months(6), "9 months": months(9), "12 months": months(12)}
