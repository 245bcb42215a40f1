"""What outcomes are refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sightline.foundation.code_sets.refusals import refuse_unless_code
from sightline.foundation.standing import refuse, refuse_without
from sightline.practice.front_door.rules import wrong_with_outcomes


def refuse_outcomes(codes: str, outcomes: Sequence[str], on: date, reasons: str) -> None:
    """Raise unless there are outcomes of the standard that go together, and reasons."""
    for outcome in outcomes:
        refuse_unless_code(codes, outcome, on, called="what was decided")
    refuse(wrong_with_outcomes(outcomes))
    refuse_without(reasons, asks="Say why this was decided.")
