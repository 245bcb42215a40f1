"""What managers are asked, and what they ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.oversight.queries import WaitingItem
from sightline.foundation.oversight.rules import Answer, Answered, DirectionAnswer, Stance, reasons_needed
from sightline.ui import forms


class AnswerForm(forms.QuestionForm):
    """A manager's answer about one child, or about all of them."""

    answer = forms.Choice("Do you agree?", choices=Answer.choices, called="your answer", inline=True)
    reasons = forms.LongText(
        "What do you base that on?", hint="Needed when you send it back: say what has to change.", optional=True, rows=4
    )

    def clean(self) -> dict[str, Any]:
        """Sending back says why."""
        cleaned = self.cleaned_data
        if cleaned.get("answer") and reasons_needed(cleaned["answer"]) and not cleaned.get("reasons"):
            self.add_error("reasons", "Say why you are sending it back")
        return cleaned


class AnswerDecisionsForm(RecordingForm):
    """One answer to what was recorded in one go about one child or several."""

    form_code = "oversight.answer"
    title = "Answer to a decision"

    def __init__(self, request: HttpRequest, *, item: WaitingItem) -> None:
        self.item = item
        children = [child for child, _ in item.facts]
        super().__init__(request, subjects=children)
        self.same: forms.SameForAll = self.add_part(
            "",
            forms.SameForAll,
            prefix="answer",
            answers=AnswerForm,
            subjects=[(str(child), name) for child, name in zip(children, item.children, strict=True)],
            asks="Is your answer different for any of them?",
        )

    def answers(self) -> list[Answered]:
        """The answer to each decision."""
        given = self.same.for_each()
        return [
            Answered(self.item.kind, fact, child, given[str(child)]["answer"], given[str(child)]["reasons"])
            for child, fact in self.item.facts
        ]


class ReplyForm(RecordingForm):
    """What is said to a manager who sent a decision back."""

    form_code = "oversight.reply"
    title = "Reply to a manager"

    text = forms.LongText("What do you say to the manager?", called="your reply")


class NoteForm(RecordingForm):
    """That a manager considered a child's situation, and what they thought."""

    form_code = "oversight.note"
    title = "Oversight note"

    stance = forms.Choice("What do you say?", choices=Stance.choices, called="what you say")
    reasons = forms.LongText("Why?", called="why")


class DirectionForm(RecordingForm):
    """What a manager asks somebody to do."""

    form_code = "oversight.direction"
    title = "Direction"

    owner = forms.Select("Who should do it?", called="who should do it")
    text = forms.LongText("What should be done?", called="what should be done", rows=3)
    why = forms.LongText("Why?", called="why", rows=3)
    by_when = forms.Date("By when?", called="the day by which it should be done")

    def __init__(self, request: HttpRequest, *, child: UUID, owners: Sequence[tuple[str, str]], today: date) -> None:
        super().__init__(request, subjects=[child])
        self.fields["owner"].choices = list(owners)  # type: ignore[attr-defined]
        self.fields["by_when"].earliest = today  # type: ignore[attr-defined]


class AnswerDirectionForm(RecordingForm):
    """What the owner of a direction answers."""

    form_code = "oversight.answer_direction"
    title = "Answer to a direction"

    answer = forms.Choice(
        "What do you answer?",
        choices=DirectionAnswer.choices,
        called="your answer",
        reveals={DirectionAnswer.CANNOT: ["because"], DirectionAnswer.NEW_DATE: ["new_date", "why_later"]},
    )
    because = forms.LongText("It cannot be done because…", called="why it cannot be done", rows=3)
    new_date = forms.Date("By which day can it be done?", called="the new date")
    why_later = forms.LongText("Why then?", called="why then", rows=3)

    def __init__(self, request: HttpRequest, *, child: UUID, today: date) -> None:
        super().__init__(request, subjects=[child])
        self.fields["new_date"].earliest = today  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """The answer as the action takes it."""
        answers = self.cleaned_data
        because = answers["because"] or answers["why_later"] or ""
        return {"answer": answers["answer"], "because": because, "new_date": answers["new_date"]}
