"""Correcting a visit."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest

from sightline.foundation.calendar.words import format_time
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.visits.forms.seen import NONE, AccountForm, SeenForm
from sightline.foundation.visits.forms.visits import VisitQuestions
from sightline.foundation.visits.models import Seen
from sightline.foundation.visits.queries import WholeVisit
from sightline.foundation.visits.rules import ChildVisited
from sightline.ui import forms

WHY_HINT = "What was recorded first stays readable, with this reason beside it."


class WhyForm(forms.QuestionForm):
    """Why something is corrected."""

    reason = forms.LongText("Why is it corrected?", called="why it is corrected", hint=WHY_HINT, rows=3, limit=500)


class CorrectVisitForm(VisitQuestions):
    """When, where and by whom a visit was really made, for all its children, and why it is corrected."""

    form_code = "visits.correct_visit"
    title = "Correction of a visit"

    def __init__(
        self, request: HttpRequest, *, visit: WholeVisit, subjects: list[Any], now: datetime, today: date
    ) -> None:
        row = visit.row
        given: dict[str, Any] = {name: getattr(row, name) for name in ("kind", "who_visited", "place", "where")}
        time = format_time(row.happened_at) if row.happened_at else ""
        given |= {"visited_on": row.happened, "visited_at": time}
        super().__init__(request, now=now, today=today, subjects=subjects, initial=given)
        self.why: WhyForm = self.add_part("The correction", WhyForm, prefix="correction")

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return self.details() | {"why": self.why.cleaned_data["reason"]}


class CorrectSeenForm(RecordingForm):
    """What a visit really was for one child, and why it is corrected."""

    form_code = "visits.correct_seen"
    title = "Correction of a visit"

    def __init__(self, request: HttpRequest, *, seen: Seen) -> None:
        super().__init__(request, subjects=[seen.child_id])
        self.child = seen.child_id
        asked = (*SeenForm.base_fields, *AccountForm.base_fields)
        given = {name: getattr(seen, name) for name in asked if hasattr(seen, name)}
        given |= {"why_not_seen": seen.why_not, "why_not_alone": seen.why_not}
        given["counts_as"] = seen.counts_as or ([NONE] if seen.seen else [])
        self.seen: SeenForm = self.add_part("Seen, and safe", SeenForm, prefix="seen", initial=given)
        self.account: AccountForm = self.add_part(
            "What you saw and heard", AccountForm, prefix="account", initial=given
        )
        del self.account.fields["next_on"]
        self.why: WhyForm = self.add_part("The correction", WhyForm, prefix="correction")

    def visited(self) -> ChildVisited:
        """What the visit was for the child, as the action takes it."""
        return self.seen.visited(self.child, self.seen.cleaned_data, **self.account.cleaned_data)


class WithdrawSeenForm(RecordingForm):
    """Why a visit was recorded for a child by mistake."""

    form_code = "visits.withdraw_seen"
    title = "A visit recorded by mistake"

    reason = forms.LongText(
        "Why was it recorded for this child by mistake?",
        called="why it was recorded by mistake",
        hint="That it was here, and this reason, stay in the record. For other children the visit stands.",
        rows=3,
        limit=500,
    )
