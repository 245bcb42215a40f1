"""What law and practice say about legal gateway, pre-proceedings, proceedings and orders that lapse."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import TextChoices


class MeetingKind(TextChoices):
    """Which meeting of pre-proceedings it was."""

    FIRST = "first", "First meeting"
    REVIEW = "review", "Review"


class Step(TextChoices):
    """How far family group decision making has come: an offer, the answer and the meeting are facts of their own."""

    OFFERED = "offered", "Offered"
    ACCEPTED = "accepted", "Accepted"
    REFUSED = "refused", "Refused"
    HELD = "held", "Meeting held"
    AGAINST_BEST_INTERESTS = "against_interests", "Not offered: against the child's best interests"


class HearingKind(TextChoices):
    """What a hearing was for (Family Procedure Rules, Practice Direction 12A)."""

    FIRST = "first", "First hearing"
    CASE_MANAGEMENT = "case_management", "Case management hearing"
    FURTHER_CASE_MANAGEMENT = "further_case_management", "Further case management hearing"
    ISSUES_RESOLUTION = "issues_resolution", "Issues resolution hearing"
    FINAL = "final", "Final hearing"
    OTHER = "other", "Another hearing"


class ProceedingsOutcome(TextChoices):
    """How care proceedings ended."""

    CARE_ORDER = "care_order", "Care order"
    SUPERVISION_ORDER = "supervision_order", "Supervision order"
    PLACEMENT_ORDER = "placement_order", "Care and placement order"
    SPECIAL_GUARDIANSHIP = "special_guardianship", "Special guardianship order"
    CHILD_ARRANGEMENTS = "child_arrangements", "Child arrangements order"
    NO_ORDER = "no_order", "No order"
    WITHDRAWN = "withdrawn", "Withdrawn"


class OrderKind(TextChoices):
    """An order or power that lapses unless something is decided before."""

    POLICE_PROTECTION = "police_protection", "Police protection"
    EMERGENCY_PROTECTION = "epo", "Emergency protection order"
    CHILD_ASSESSMENT = "child_assessment_order", "Child assessment order"
    SECURE_WITHOUT_COURT = "secure_without_court", "Secure accommodation without an order"
    SECURE = "secure_order", "Secure accommodation order"
    SUPERVISION = "supervision_order", "Supervision order"


class OrderEnd(TextChoices):
    """What became of an order or power that lapses."""

    EXPIRED = "expired", "Ended on its day"
    DISCHARGED = "discharged", "Discharged"
    REPLACED = "replaced", "Replaced by another legal basis"
    RENEWED = "renewed", "Renewed or extended"


START_PRE_PROCEEDINGS, ISSUE_PROCEEDINGS = "B", "C"  # outcomes of the legal gateway in the shared dataset
DECIDED_TO_ISSUE = "Decision to Issue Care Proceedings"  # as the shared dataset writes it
COUNTED_IN_DAYS = (OrderKind.EMERGENCY_PROTECTION, OrderKind.CHILD_ASSESSMENT)
WEEKS_OF_AN_EXTENSION = range(1, 9)  # Children Act 1989, section 32(5) to (8)
COMES_AFTER = {Step.ACCEPTED: Step.OFFERED, Step.REFUSED: Step.OFFERED, Step.HELD: Step.ACCEPTED}


def wrong_with_step(step: str, so_far: Sequence[str]) -> str:
    """The sentence for an answer without an offer, or a meeting that nobody accepted; nothing where it can be."""
    needed = COMES_AFTER.get(Step(step))
    if needed is None or needed in so_far:
        return ""
    return f"Record first that it was {str(needed.label).lower()}."
