"""Recording what section 47 enquiries found, and correcting it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm
from sightline.practice.child_protection.forms.corrections import WHY_HINT
from sightline.practice.child_protection.rules import Found, Outcome
from sightline.ui import forms
from sightline.ui.vocabulary import phrase


class FoundForm(forms.QuestionForm):
    """What enquiries found about one child, or about all of them, and what it rests on."""

    outcome = forms.Choice("What did they find?", choices=Outcome.choices, called="what the enquiries found")
    reasons = forms.LongText("What does this rest on?", called="what this rests on", rows=6)


class EnquiryOutcomeForm(RecordingForm):
    """What enquiries about one child or several found; on that day they end."""

    form_code = "child_protection.enquiry_outcome"
    title = phrase("What {section_47_enquiry:plural} found")

    ended_on = forms.Date("On which day did they end?", called="the day they ended")

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], today: date) -> None:
        super().__init__(request, subjects=[child.key for child in children])
        self.fields["ended_on"].latest = today  # type: ignore[attr-defined]
        self.found: forms.SameForAll = self.add_part(
            "What was found",
            forms.SameForAll,
            prefix="found",
            answers=FoundForm,
            subjects=[(str(child.key), child.name) for child in children],
            asks="Was something different found about any of them?",
        )

    def outcomes(self) -> list[Found]:
        """What was found about each child."""
        answers = self.found.for_each()
        return [Found(UUID(key), each["outcome"], each["reasons"]) for key, each in answers.items()]


class CorrectEnquiryOutcomeForm(RecordingForm):
    """What should have been recorded, and why it is corrected."""

    form_code = "child_protection.correct_enquiry_outcome"
    title = phrase("Correction of what {section_47_enquiry:plural} found")

    ended_on = forms.Date("On which day did they end?", called="the day they ended")
    outcome = FoundForm.base_fields["outcome"]
    reasons = FoundForm.base_fields["reasons"]
    correction_reason = forms.LongText(
        "Why is it corrected?", called="why it is corrected", hint=WHY_HINT, rows=3, limit=500
    )

    def __init__(self, request: HttpRequest, *, ending: Any, today: date) -> None:
        given = {"ended_on": ending.happened, "outcome": ending.outcome, "reasons": ending.reasons}
        super().__init__(request, subjects=[ending.child_id], initial=given)
        self.fields["ended_on"].latest = today  # type: ignore[attr-defined]


class WithdrawEnquiryOutcomeForm(RecordingForm):
    """Why the end of enquiries was recorded by mistake."""

    form_code = "child_protection.withdraw_enquiry_outcome"
    title = phrase("{section_47_enquiry:plural,capital} have not ended")

    correction_reason = forms.LongText(
        "How did it come to be recorded?", called="how it came to be recorded", hint=WHY_HINT, rows=3, limit=500
    )
