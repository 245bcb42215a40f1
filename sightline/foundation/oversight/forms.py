"""What managers are asked, and what they ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.area import overseen
from sightline.foundation.calendar.words import LONDON
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.oversight.queries import WaitingItem
from sightline.foundation.oversight.rules import Answer, Answered, DirectionAnswer, Stance, reasons_needed
from sightline.ui import forms

Choices = Sequence[tuple[str, str]]


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


class AnswerWithReasonForm(AnswerForm):
    """A manager's answer where agreeing takes a reason of their own, and a day on which it is looked at again."""

    follow_up_on = forms.Date(
        "If you agree: on which day is it looked at again?",
        called="the day on which it is looked at again",
        optional=True,
        says_optional=False,
    )
    field_order = ("answer", "reasons", "follow_up_on")

    def __init__(self, *args: Any, asks: str, **options: Any) -> None:
        super().__init__(*args, **options)
        reasons: Any = self.fields["reasons"]
        reasons.label, reasons.says_optional = asks, False
        reasons.help_text = "In your own words. Where you send it back: say what has to change."

    def clean(self) -> dict[str, Any]:
        """Agreeing says why, and when it is looked at again."""
        cleaned = super().clean()
        if cleaned.get("answer") == Answer.AGREE:
            if not cleaned.get("reasons"):
                self.add_error("reasons", "Enter your own reason")
            if not cleaned.get("follow_up_on") and not self.has_error("follow_up_on"):
                self.add_error("follow_up_on", "Enter the day on which it is looked at again")
        return cleaned


class AnswerDecisionsForm(RecordingForm):
    """One answer to what was recorded in one go about one child or several."""

    form_code = "oversight.answer"
    title = "Answer to a decision"

    def __init__(self, request: HttpRequest, *, item: WaitingItem) -> None:
        self.item = item
        children = [child for child, _ in item.facts]
        super().__init__(request, subjects=children)
        asks = overseen()[item.kind].own_reason
        self.same: forms.SameForAll = self.add_part(
            "",
            forms.SameForAll,
            prefix="answer",
            answers=AnswerWithReasonForm if asks else AnswerForm,
            subjects=[(str(child), name) for child, name in zip(children, item.children, strict=True)],
            asks="Is your answer different for any of them?",
            form_options={"asks": asks} if asks else {},
        )

    def answers(self) -> list[Answered]:
        """The answer to each decision."""
        given = self.same.for_each()
        return [
            Answered(
                self.item.kind,
                fact,
                child,
                given[str(child)]["answer"],
                given[str(child)]["reasons"],
                given[str(child)].get("follow_up_on"),
            )
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


class DecisionForm(RecordingForm):
    """What is decided, why, and what it rests on."""

    form_code = "oversight.decision"
    title = "Decision"

    kind = forms.Select("Which decision is it?", called="which decision it is", hint="With who signs it.")
    decided_on = forms.Date("When was it decided?", called="the day of the decision")
    text = forms.LongText("What is decided?", called="what is decided", rows=3)
    reasons = forms.LongText("Why?", called="why", rows=5)
    rested_on = forms.Choices(
        "What does it rest on?",
        hint="The last entries of the record. Tick those it rests on. The whole record as it is now is kept with it.",
        optional=True,
        says_optional=False,
        small=True,
    )
    meaning = forms.LongText(
        "What does the history mean for this decision?", hint="One line is enough.", optional=True, rows=2
    )
    agreed_with = forms.Text(
        "Who agreed to it by telephone, if anybody?",
        hint="Nothing that protects a child waits for a signature: act, and say here who agreed.",
        optional=True,
        limit=200,
    )
    agreed_at = forms.Time("At what time?", optional=True)

    def __init__(
        self, request: HttpRequest, *, children: Sequence[UUID], kinds: Choices, lines: Choices, today: date
    ) -> None:
        super().__init__(request, subjects=children)
        self.fields["kind"].choices = list(kinds)  # type: ignore[attr-defined]
        self.fields["decided_on"].latest = today  # type: ignore[attr-defined]
        if lines:
            self.fields["rested_on"].choices = list(lines)  # type: ignore[attr-defined]
        else:
            del self.fields["rested_on"]

    def clean(self) -> dict[str, Any]:
        """A time is of somebody who agreed."""
        cleaned = super().clean()
        if cleaned.get("agreed_at") and not cleaned.get("agreed_with"):
            self.add_error("agreed_with", "Enter who agreed")
        return cleaned

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        at = datetime.combine(said["decided_on"], said["agreed_at"], tzinfo=LONDON) if said["agreed_at"] else None
        asked = {name: said[name] for name in ("kind", "text", "reasons", "meaning", "agreed_with")}
        rested: dict[UUID, list[UUID]] = {}
        for answer in said.get("rested_on") or ():
            child, _, fact = answer.partition(":")
            rested.setdefault(UUID(child), []).append(UUID(fact))
        return asked | {"on": said["decided_on"], "agreed_at": at, "rested_on": rested}


class DelegationForm(RecordingForm):
    """Who signs which decision for a while."""

    form_code = "oversight.delegation"
    title = "Delegation"

    decision = forms.Select("Which decision?", called="which decision")
    given_to = forms.Select("Who may sign it?", called="who may sign it")
    began = forms.Date("From which day?", called="the first day")
    until_day = forms.Date("To which day?", called="the last day", hint="At most 90 days.")
    why = forms.Text("Why?", called="why", limit=500)

    def __init__(self, request: HttpRequest, *, decisions: Choices, people: Choices, today: date) -> None:
        super().__init__(request)
        self.fields["decision"].choices = list(decisions)  # type: ignore[attr-defined]
        self.fields["given_to"].choices = list(people)  # type: ignore[attr-defined]
        self.fields["began"].earliest = today  # type: ignore[attr-defined]
        self.fields["until_day"].earliest = today  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        return {
            **{name: said[name] for name in ("decision", "began", "why")},
            "given_to": UUID(said["given_to"]),
            "until": said["until_day"],
        }


class EndDelegationForm(RecordingForm):
    """Whether a delegation is really taken back."""

    form_code = "oversight.end_delegation"
    title = "The end of a delegation"

    sure = forms.Confirm("Yes, this delegation ends today")
