"""Questions about meetings."""

from sightline.foundation.meetings.forms.arranging import ArrangeForm, CallOffForm
from sightline.foundation.meetings.forms.corrections import (
    CorrectHeldForm,
    CorrectMeetingForm,
    CorrectPeopleForm,
    WithdrawHeldForm,
)
from sightline.foundation.meetings.forms.recording import FinishStepForm, HoldForm, RecordForm

__all__ = [
    "ArrangeForm",
    "CallOffForm",
    "CorrectHeldForm",
    "CorrectMeetingForm",
    "CorrectPeopleForm",
    "FinishStepForm",
    "HoldForm",
    "RecordForm",
    "WithdrawHeldForm",
]
