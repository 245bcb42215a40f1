"""What law and practice say about legal gateway, pre-proceedings, proceedings and orders that lapse."""

from sightline.practice.court.rules.choices import (
    COMES_AFTER,
    COUNTED_IN_DAYS,
    DECIDED_TO_ISSUE,
    ISSUE_PROCEEDINGS,
    START_PRE_PROCEEDINGS,
    WEEKS_OF_AN_EXTENSION,
    HearingKind,
    MeetingKind,
    OrderEnd,
    OrderKind,
    ProceedingsOutcome,
    Step,
    wrong_with_step,
)

__all__ = [
    "COMES_AFTER",
    "COUNTED_IN_DAYS",
    "DECIDED_TO_ISSUE",
    "ISSUE_PROCEEDINGS",
    "START_PRE_PROCEEDINGS",
    "WEEKS_OF_AN_EXTENSION",
    "HearingKind",
    "MeetingKind",
    "OrderEnd",
    "OrderKind",
    "ProceedingsOutcome",
    "Step",
    "wrong_with_step",
]
