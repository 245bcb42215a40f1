"""What is asked where a person settles what an import could not."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from sightline.foundation.documents.forms import RecordingForm
from sightline.ui import forms

IMPORTED, STANDING = "imported", "standing"
SAME, TWO = "same", "two"


class SettleForm(RecordingForm):
    """Which of two versions is right, and how we know."""

    form_code = "returns.settle"
    title = "Contested row of a return"

    right = forms.Choice("Which is right?", choices=[], called="which is right")
    reason = forms.LongText(
        "How do you know?", hint="For example, the order in the file, or what the worker says", rows=3, limit=400
    )

    def __init__(self, request: HttpRequest, *, replaces: bool, **options: Any) -> None:
        super().__init__(request, **options)
        take = "The row of the file: it takes the place of what stands" if replaces else "The row of the file is right"
        leave = "What stands: the row of the file is wrong" if replaces else "The row of the file is wrong"
        self.fields["right"].choices = [(STANDING, leave), (IMPORTED, take)]  # type: ignore[attr-defined]


class PairForm(RecordingForm):
    """Whether two records are about one child, and how we know."""

    form_code = "returns.pair"
    title = "Two children who may be one"

    answer = forms.Choice(
        "Is this one child?",
        choices=[(SAME, "Yes, both are the same child"), (TWO, "No, they are two children")],
        called="whether this is one child",
    )
    reason = forms.LongText("How do you know?", rows=3, limit=400, called="how you know")

    def __init__(self, request: HttpRequest, *, own: bool, **options: Any) -> None:
        super().__init__(request, **options)
        if own:  # somebody else confirms; whoever said so can only take it back
            self.fields["answer"].choices = [(TWO, "No, after all they are two children")]  # type: ignore[attr-defined]
