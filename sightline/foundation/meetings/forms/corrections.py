"""Correcting a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from sightline.foundation.calendar.words import format_time
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.meetings.forms.arranging import MeetingQuestions
from sightline.foundation.meetings.forms.recording import DETAILS, DecidedForm, PersonForm, QuorumForm
from sightline.foundation.meetings.models import Attendance, Held, Meeting
from sightline.foundation.meetings.rules import ForChild
from sightline.ui import forms

PERSON = ("name", "part", "organisation", "came", "sent_report")
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


@dataclass(frozen=True)
class Seen:
    """The version that a page showed."""

    version: int


class CorrectPeopleForm(RecordingForm):
    """Who really came to a meeting, whether enough people did, when the next one is, and why that is corrected."""

    form_code = "meetings.correct_people"
    title = "Correction of who came to a meeting"

    next_on = forms.Date("When is the next one?", called="the day of the next meeting", optional=True)
    parts_come_first = True

    def __init__(
        self, request: HttpRequest, *, held: Held, people: Sequence[Attendance], subjects: list[Any], version: int
    ) -> None:
        known = {"next_on": held.next_on}
        super().__init__(request, subjects=subjects, changing=Seen(version), initial=known)
        named = [{name: getattr(each, name) for name in PERSON} for each in people]
        self.repeat("people", PersonForm, heading="Person", most=30, initial=named)
        quorum = {"enough": held.enough_came, "went_on_because": held.went_on_because}
        self.quorum: QuorumForm = self.add_part("Enough people", QuorumForm, prefix="quorum", initial=quorum)
        self.why: WhyForm = self.add_part("The correction", WhyForm, prefix="correction")

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return {
            "people": [each for row in self.rows("people") if (each := row.person())],
            "quorum": self.quorum.quorum(),
            "next_on": self.cleaned_data["next_on"],
            "seen": self.seen_version,
            "why": self.why.cleaned_data["reason"],
        }


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
