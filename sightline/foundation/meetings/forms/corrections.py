"""Correcting a meeting."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from sightline.foundation.calendar.words import format_time
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.meetings.forms.arranging import MeetingQuestions
from sightline.foundation.meetings.forms.recording import DETAILS, DecidedForm
from sightline.foundation.meetings.models import Held, Meeting
from sightline.foundation.meetings.rules import ForChild
from sightline.ui import forms

WHY_HINT = "What was recorded first stays readable, with this reason beside it."


class WhyForm(forms.QuestionForm):
    """Why something is corrected."""

    reason = forms.LongText("Why is it changed?", called="why it is changed", hint=WHY_HINT, rows=3, limit=500)


class CorrectMeetingForm(MeetingQuestions):
    """When, where and how a meeting really is or was, for all its children, and why that is changed."""

    form_code = "meetings.correct_meeting"
    title = "Change of a meeting"

    def __init__(self, request: HttpRequest, *, row: Meeting, subjects: list[Any]) -> None:
        time = format_time(row.happened_at) if row.happened_at else ""
        known: dict[str, Any] = {name: getattr(row, name) for name in DETAILS}
        known |= {"happens_on": row.happened, "happened_at": time}
        super().__init__(request, subjects=subjects, initial=known)
        self.why: WhyForm = self.add_part("The change", WhyForm, prefix="correction")

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return self.details() | {"why": self.why.cleaned_data["reason"]}


class CorrectHeldForm(RecordingForm):
    """What a meeting really decided for one child, and why it is corrected."""

    form_code = "meetings.correct_held"
    title = "Correction of a meeting"

    def __init__(self, request: HttpRequest, *, held: Held) -> None:
        super().__init__(request, subjects=[held.child_id])
        self.child = held.child_id
        known = {name: getattr(held, name) for name in ("decided", "reasons", "disagreed")}
        self.decided: DecidedForm = self.add_part("What was decided", DecidedForm, prefix="decided", initial=known)
        self.why: WhyForm = self.add_part("The correction", WhyForm, prefix="correction")

    def right(self) -> ForChild:
        """What was decided for the child, as the action takes it."""
        return ForChild(self.child, **self.decided.cleaned_data)


class WithdrawHeldForm(RecordingForm):
    """Why a meeting was recorded for a child by mistake."""

    form_code = "meetings.withdraw_held"
    title = "A meeting recorded by mistake"

    reason = forms.LongText(
        "Why was it recorded for this child by mistake?",
        called="why it was recorded by mistake",
        hint="That it was here, and this reason, stay in the record. For other children the meeting stands.",
        rows=3,
        limit=500,
    )
