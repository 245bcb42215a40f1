"""Questions about an assessment that begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.documents.forms import RecordingForm
from sightline.practice.assessment.rules import Kind
from sightline.ui import forms


class BeginForm(RecordingForm):
    """An assessment of one child, or of brothers and sisters together, began."""

    form_code = "assessment.begin"
    title = "Begin an assessment"

    on = forms.Date("On which day did it begin?", called="the first day")
    kind = forms.Select("What is it for?", choices=Kind.choices, called="what it is for")
    internal_review_on = forms.Date(
        "By which day should it be looked at again?", called="the day of the review", optional=True
    )

    def __init__(self, request: HttpRequest, *, children: Sequence[UUID], today: date) -> None:
        super().__init__(request, subjects=children)
        self.fields["on"].latest = today  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return {name: self.cleaned_data[name] for name in ("on", "kind", "internal_review_on")}
