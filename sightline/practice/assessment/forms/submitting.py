"""What an assessment found about each child, given to a manager."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.recording.forms import choices_of
from sightline.practice.assessment.rules import NO_FACTOR, FoundForChild
from sightline.ui import forms

WHOLE, SHORT = "whole", "short"


class FoundForm(forms.QuestionForm):
    """What was found about one child, or about all of them."""

    child_seen = forms.YesNo("Was the child seen?", called="whether the child was seen", reveals={"no": ["why"]})
    why = forms.LongText("Why was the child not seen?", called="why the child was not seen", rows=3, limit=500)
    factors = forms.Choices("Which factors did it find?", called="which factors it found", small=True)
    outcome = forms.Choice("What did it lead to?", called="what it led to")
    requires_support = forms.YesNo("Does the child need support?", optional=True)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        factors: Any = self.fields["factors"]
        outcome: Any = self.fields["outcome"]
        found = choices_of("cin-assessment-factors", today)
        factors.choices = sorted(found, key=lambda answer: answer[0] == NO_FACTOR)
        factors.divider = NO_FACTOR
        outcome.choices = choices_of("ssd-assessment-outcome", today)


def as_found(submitted: Any) -> dict[str, Any]:
    """What was submitted about one child, as answers to its questions."""
    asked = ("child_seen", "why", "factors", "outcome", "requires_support")
    return {name: getattr(submitted, name) for name in asked}


class SubmitForm(RecordingForm):
    """An assessment is given to a manager to be signed."""

    form_code = "assessment.submit"
    title = "Submit the assessment"

    ends = forms.Choice(
        "Is it whole, or does it end here?",
        choices=[
            (WHOLE, "The whole assessment"),
            (SHORT, "It ends here: what we asked, what we found, why we stop"),
        ],
        called="whether it is whole or ends here",
    )

    def __init__(
        self, request: HttpRequest, *, children: Sequence[Named], today: date, before: Mapping[UUID, Any] | None = None
    ) -> None:
        """`before` is what was submitted about each child and sent back: nobody answers it a second time."""
        before = before or {}
        short = {SHORT if each.short else WHOLE for each in before.values()}
        initial = {"ends": short.pop()} if len(short) == 1 else {}
        super().__init__(request, subjects=[each.key for each in children], initial=initial)
        self.found: forms.SameForAll = self.add_part(
            "What it found",
            forms.SameForAll,
            prefix="found",
            answers=FoundForm,
            form_options={"today": today},
            subjects=[(str(child.key), child.name) for child in children],
            given={str(key): as_found(each) for key, each in before.items()},
            asks="Is it different for any of them?",
        )

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        found = [
            FoundForChild(
                child=UUID(key),
                child_seen=said["child_seen"],
                outcome=said["outcome"],
                factors=tuple(said["factors"]),
                requires_support=said["requires_support"],
                why=said["why"] or "",
            )
            for key, said in self.found.for_each().items()
        ]
        return {"found": found, "short": self.cleaned_data["ends"] == SHORT}
