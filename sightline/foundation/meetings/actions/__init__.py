"""What can be done with meetings."""

from sightline.foundation.meetings.actions.attendance import correct_people
from sightline.foundation.meetings.actions.meetings import (
    NotTold,
    arrange_meeting,
    call_off,
    correct_held,
    correct_meeting,
    finish_step,
    record_meeting,
    withdraw_held,
)

__all__ = [
    "NotTold",
    "arrange_meeting",
    "call_off",
    "correct_held",
    "correct_meeting",
    "correct_people",
    "finish_step",
    "record_meeting",
    "withdraw_held",
]
