"""Correcting a strategy discussion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest

from sightline.foundation.calendar.words import format_time
from sightline.foundation.documents.forms import RecordingForm
from sightline.practice.child_protection.forms.agencies import SCALE_HINT, AgenciesAsked, WhoForm
from sightline.practice.child_protection.forms.discussions import DecisionForm, Held, StrategyDiscussionForm
from sightline.practice.child_protection.queries import Discussion
from sightline.practice.child_protection.rules import SCALE, Agency, Scale
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

WHY_HINT = "What was recorded first stays readable, with this reason beside it."


class ScaleForm(forms.QuestionForm):
    """Where one agency placed the child."""

    number = forms.WholeNumber("From 0 to 10", hint=SCALE_HINT, most=SCALE[-1], optional=True, width=2)
    why = forms.Text("What do they base that on?", optional=True, limit=500)


class WhyForm(forms.QuestionForm):
    """Why something is corrected."""

    reason = forms.LongText("Why is it corrected?", called="why it is corrected", hint=WHY_HINT, rows=3, limit=500)


class CorrectOutcomeForm(RecordingForm):
    """What should have been recorded as decided for one child, and why it is corrected."""

    form_code = "child_protection.correct_outcome"
    title = phrase("Correction of a {strategy_discussion}")

    decision = DecisionForm.base_fields["decision"]
    reasons = DecisionForm.base_fields["reasons"]
    sections = [forms.Section("What was decided", ["decision", "reasons"])]

    def __init__(self, request: HttpRequest, *, discussion: Discussion, child: Any) -> None:
        outcome = discussion.for_child(child.pk)
        assert outcome is not None
        given = {"decision": outcome.decision, "reasons": outcome.reasons}
        super().__init__(request, subjects=[child.pk], initial=given)
        placed = {scale.agency: {"number": scale.number, "why": scale.why} for scale in discussion.scales_for(child.pk)}
        self.scales: dict[str, ScaleForm] = {
            agency: self.add_part(
                f"{Agency(agency).label}: where they place {child}",
                ScaleForm,
                prefix=agency,
                name=Agency(agency).label,
                initial=placed.get(agency),
            )
            for agency in agencies_of(discussion)
        }
        self.why: WhyForm = self.add_part("The correction", WhyForm, prefix="correction")

    def given_scales(self) -> list[Scale]:
        """Where each agency placed the child, of those that said."""
        answers = {agency: form.cleaned_data for agency, form in self.scales.items()}
        return [
            Scale(agency, answer["number"], answer["why"])
            for agency, answer in answers.items()
            if answer["number"] is not None
        ]


def agencies_of(discussion: Discussion) -> list[str]:
    """The agencies that took part in a discussion."""
    return [each["agency"] for each in discussion.row.agencies]


class CorrectDetailsForm(AgenciesAsked, Held, RecordingForm):
    """When and how the discussion was really held and who took part, for all its children, and why it is corrected."""

    form_code = "child_protection.correct_details"
    title = phrase("Correction of a {strategy_discussion}")

    held_on = StrategyDiscussionForm.base_fields["held_on"]
    held_at = StrategyDiscussionForm.base_fields["held_at"]
    held_by = StrategyDiscussionForm.base_fields["held_by"]
    agencies = StrategyDiscussionForm.base_fields["agencies"]
    agreed_beforehand = StrategyDiscussionForm.base_fields["agreed_beforehand"]
    correction_reason = WhyForm.base_fields["reason"]
    sections = [
        *StrategyDiscussionForm.sections,
        forms.Section("The correction", ["correction_reason"]),
    ]

    def __init__(
        self, request: HttpRequest, *, discussion: Discussion, subjects: Sequence[Any], now: datetime, today: date
    ) -> None:
        self.now, row = now, discussion.row
        given = {
            "held_on": row.happened,
            "held_at": format_time(row.happened_at) if row.happened_at else "",
            "held_by": row.held_by,
            "agencies": agencies_of(discussion),
            "agreed_beforehand": row.agreed_beforehand,
        }
        super().__init__(request, subjects=subjects, initial=given)
        self.fields["held_on"].latest = today
        named = {each["agency"]: each["who"] for each in row.agencies}
        data = self.data if self.is_bound else None
        self.ask_agencies(
            {
                agency: WhoForm(data, prefix=agency, restored=self.restored, initial={"who": named.get(agency, "")})
                for agency in Agency.values
            }
        )

    def clean(self) -> dict[str, Any]:
        """A time that has come."""
        cleaned = super().clean()
        self.refuse_the_future(self.now)
        return cleaned

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        return {
            "held_on": answers["held_on"],
            "held_at": self.moment(),
            "held_by": answers["held_by"],
            "agencies": self.took_part(),
            "agreed_beforehand": answers["agreed_beforehand"],
            "why": answers["correction_reason"],
        }
