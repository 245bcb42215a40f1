"""What every form about one child asks, on which day and codes of that day; and what is asked to put a fact right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.calendar.words import LONDON, in_london
from sightline.foundation.code_sets import code_set
from sightline.foundation.correctable import Correctable
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.facts import Precision
from sightline.foundation.recording import columns
from sightline.ui import forms
from sightline.ui.forms.messages import give_sentences
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


@dataclass(frozen=True)
class Seen:
    """The version of a fact that a page showed."""

    version: int


class PutRightForm(RecordingForm):
    """Why something that was recorded is put right; sent after somebody else did, it shows both texts."""

    put_right_because = forms.LongText(
        "Why is it corrected?",
        called="why it is corrected",
        hint="What was recorded first stays readable, with this reason beside it.",
        rows=3,
        limit=500,
    )

    def __init__(self, request: HttpRequest, *, child: UUID, version: int, **options: Any) -> None:
        super().__init__(request, subjects=[child], changing=Seen(version), **options)


class CorrectFactForm(PutRightForm):
    """What a fact of any kind should have said, and why."""

    form_code = "recording.correct"
    title = "Correction of something recorded"

    def __init__(
        self, request: HttpRequest, *, child: UUID, fact: Any, declared: Correctable, version: int, today: date
    ) -> None:
        self.fact = fact
        asked = dict(columns.questions(fact, declared, today))
        super().__init__(request, child=child, version=version, initial=known(fact, asked))
        for name, question in asked.items():
            give_sentences(question, str(question.label))
            self.fields[name] = question
        self.order_fields(list(asked))  # the reason comes last

    def given(self) -> dict[str, Any]:
        """What is right, by column."""
        said = {name: self.column(name) for name in self.fields if hasattr(self.fact, name)}
        for day in columns.DAYS:
            if day in said:
                said |= self.moment(day, said[day])
        return said

    def column(self, name: str) -> Any:
        """One answer as its column keeps it: text that was left is empty, all else is nothing."""
        answer, column = self.cleaned_data[name], self.fact._meta.get_field(name)
        if answer in (None, ""):
            return None if column.null else column.get_default()
        return column.to_python(answer) if not isinstance(answer, list) else answer

    def moment(self, day: str, on: date | None) -> dict[str, Any]:
        """The time of a day, and how exactly both are known."""
        at: time | None = self.cleaned_data.get(f"{day}_time")
        moment = datetime.combine(on, at, tzinfo=LONDON) if on and at else None
        said: dict[str, Any] = {f"{day}_at": moment} if f"{day}_time" in self.fields else {}
        if day == "ended":
            return said
        before = getattr(self.fact, f"{day}_precision")
        if moment:
            return said | {f"{day}_precision": Precision.INSTANT}
        same = on == getattr(self.fact, day) and before != Precision.INSTANT
        return said | {f"{day}_precision": before if same else Precision.DAY}


def known(fact: Any, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What a fact says now, by question."""
    said = {name: getattr(fact, name) for name in asked if hasattr(fact, name)}
    for day in columns.DAYS:
        moment = getattr(fact, f"{day}_at", None)
        if f"{day}_time" in asked and moment:
            said[f"{day}_time"] = f"{in_london(moment):%H:%M}"
    return said


class WithdrawFactForm(PutRightForm):
    """Why a fact should never have been recorded, and what was recorded with it by the same mistake."""

    form_code = "recording.withdraw"
    title = "Something recorded by mistake"

    together = forms.Choices(
        "This was recorded in the same moment. What of it was recorded by mistake too?",
        called="what was recorded by mistake too",
        optional=True,
        says_optional=False,
    )
    put_right_because = forms.LongText(
        "Why was it recorded by mistake?",
        called="why it was recorded by mistake",
        hint="That it was here, and this reason, stay readable.",
        rows=3,
        limit=500,
    )

    def __init__(self, request: HttpRequest, *, child: UUID, version: int, together: Sequence[tuple[str, str]]) -> None:
        super().__init__(request, child=child, version=version)
        if together:
            self.fields["together"].choices = together  # type: ignore[attr-defined]
        else:
            del self.fields["together"]

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        return {"together": [UUID(key) for key in self.cleaned_data.get("together") or ()]}
