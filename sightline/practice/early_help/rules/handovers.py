"""Steps up and down: who may answer what, within how many days the family is met, and when we look back."""

from __future__ import annotations

from django.db.models import TextChoices

from sightline.foundation.timescales.rules import AlertClass, Timescale, evidence, working_days

LOOKED_BACK_AFTER = 6  # months after a step: did it hold? (measure FD12)


class Direction(TextChoices):
    """Which way a child's work goes."""

    UP = "up", "Step up to social care"
    DOWN = "down", "Step down to early help"


class StepOutcome(TextChoices):
    """How a step was settled."""

    ACCEPTED = "accepted", "Accepted"
    WITHDRAWN = "withdrawn", "Withdrawn"


class StepAnswer(TextChoices):
    """What became of a step, one answer after another."""

    ACCEPTED = "accepted", "Accepted"
    SENT_BACK = "sent_back", "Sent back"
    ASKED_AGAIN = "again", "Asked again"
    WITHDRAWN = "withdrawn", "Withdrawn"


STEP_HANDOVER = Timescale(
    id="step_handover",
    name="First meeting with the family after a step up or down",
    allows=working_days(10),
    starts=(
        "both sides decided it: the receiver accepted, or was asked where the risk is immediate; 5 working days for a"
        " step up, 10 for a step down"
    ),
    stops="the receiver met the family, and who leads was named",
    source="Practice",
    alert=AlertClass.W5,
    **evidence("P/U/M"),
)
WITHIN_OF_STEP_UP = working_days(5)


def may_be_sent_back(*, risk_is_immediate: bool, last_answer: str) -> bool:
    """Whether the receiver may send a step back: never where the risk is immediate, and not twice in a row."""
    return not risk_is_immediate and last_answer != StepAnswer.SENT_BACK
