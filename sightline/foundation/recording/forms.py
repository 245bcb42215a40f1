"""What every form about one child asks: on which day, and codes from the lists of that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.code_sets import code_set
from sightline.foundation.documents.forms import RecordingForm
from sightline.ui import forms
from sightline.ui.vocabulary import in_own_words

WORDS = (forms.Text, forms.Choice, forms.Select)


class AboutOneChild(RecordingForm):
    """A form about one child; `codes` names the code set of each question that has one, as it stands today.

    `alone` names the answer, of a question with several, beside which no other can stand: it comes last, after "or".
    """

    codes: ClassVar[Mapping[str, str]] = {}
    alone: ClassVar[Mapping[str, str]] = {}
    past: ClassVar[tuple[str, ...]] = ("on",)  # days that cannot lie ahead

    def __init__(self, request: HttpRequest, *, child: UUID, today: date, **options: Any) -> None:
        super().__init__(request, subjects=[child], **options)
        for name in self.past:
            self.fields[name].latest = today  # type: ignore[attr-defined]
        for name, codes in self.codes.items():
            self.offer(self.fields[name], choices_of(codes, today), self.alone.get(name, ""))

    def offer(self, question: Any, answers: list[tuple[str, str]], alone: str) -> None:
        """Offer these answers, the one that stands alone last."""
        question.choices = sorted(answers, key=lambda answer: answer[0] == alone)
        if alone:
            question.divider = alone

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them; a question that was left and asks for words is answered by none."""
        return {name: self.answered(name) for name in self.fields if name in self.cleaned_data}

    def answered(self, name: str) -> Any:
        """One answer."""
        field, said = self.fields[name], self.cleaned_data[name]
        asks_words = isinstance(field, WORDS) and not isinstance(field, forms.YesNo | forms.Time)
        return "" if said is None and asks_words else said


def choices_of(codes: str, on: date) -> list[tuple[str, str]]:
    """The codes of a set that may be used on a day, in the authority's own words."""
    return [(code, in_own_words(label)) for code, label in code_set(codes).choices(on)]
