"""Correcting a case note, and finishing a next step."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest

from sightline.foundation.calendar.words import format_time
from sightline.foundation.documents.forms import RecordingForm, When
from sightline.foundation.notes.forms.notes import NoteQuestions
from sightline.foundation.notes.models import NextStep, Noted
from sightline.ui import forms

WHY_HINT = "What was recorded first stays readable, with this reason beside it."


class CorrectNoteForm(When, RecordingForm):
    """What a note should have said, for all its children, and why it is corrected."""

    form_code = "notes.correct"
    title = "Correction of a case note"

    happened_on = NoteQuestions.base_fields["happened_on"]
    happened_at = NoteQuestions.base_fields["happened_at"]
    kind = NoteQuestions.base_fields["kind"]
    with_whom = NoteQuestions.base_fields["with_whom"]
    account = NoteQuestions.base_fields["account"]
    reason = forms.LongText("Why is it corrected?", called="why it is corrected", hint=WHY_HINT, rows=3, limit=500)

    def __init__(self, request: HttpRequest, *, noted: Noted, subjects: list[Any], now: datetime, today: date) -> None:
        given: dict[str, Any] = {name: getattr(noted, name) for name in ("kind", "with_whom", "account")}
        given["happened_on"] = noted.happened
        given["happened_at"] = format_time(noted.happened_at) if noted.happened_at else ""
        super().__init__(request, subjects=subjects, initial=given)
        self.now = now
        self.fields["happened_on"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A time that has come."""
        cleaned = super().clean()
        self.refuse_the_future(self.now)
        return cleaned

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        asked = {name: answers[name] for name in ("happened_on", "kind", "with_whom", "account")}
        return asked | {"happened_at": self.moment(), "why": answers["reason"]}


class WithdrawNoteForm(RecordingForm):
    """Why a note was recorded about a child by mistake."""

    form_code = "notes.withdraw"
    title = "A case note recorded by mistake"

    reason = forms.LongText(
        "Why was it recorded about this child by mistake?",
        called="why it was recorded by mistake",
        hint="That it was here, and this reason, stay in the record. About other children the note stands.",
        rows=3,
        limit=500,
    )


class FinishStepForm(RecordingForm):
    """When a next step was finished, and what became of it."""

    form_code = "notes.finish_step"
    title = "A next step that is done"

    finished_on = forms.Date("When was it done?", called="the day it was done")
    became = forms.Text(
        "What became of it?", hint="For example, that it is not needed any more.", optional=True, limit=500
    )

    def __init__(self, request: HttpRequest, *, step: NextStep, today: date) -> None:
        super().__init__(request, subjects=[step.child_id])
        asked: Any = self.fields["finished_on"]
        asked.earliest, asked.latest = step.happened, today
