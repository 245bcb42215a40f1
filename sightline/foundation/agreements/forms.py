"""What is asked when somebody was asked to agree, and when a family was told of a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.agreements.queries import Whom
from sightline.foundation.agreements.rules import Answer, Asking, How, Interpreter, Telling, To
from sightline.foundation.documents.forms import RecordingForm
from sightline.ui import forms
from sightline.ui.vocabulary import in_own_words

SOMEBODY_ELSE = "else"
INTERPRETERS = "Independent: never the child, a relative or a friend."
TOLD, NOT_YET, UNSAFE = "told", "not_yet", "unsafe"


class SaidHow(forms.Questions):
    """How something was said, in which language, and who interpreted; mix it in before a form class."""

    cleaned_data: dict[str, Any]

    def spoken(self) -> dict[str, Any]:
        """The answers."""
        return {name: self.cleaned_data[name] or "" for name in ("how", "language", "interpreter")}


class AgreementForm(SaidHow, RecordingForm):
    """Who was asked, to what, and what they answered."""

    form_code = "agreements.asked"
    title = "Asked to agree, and what was answered"

    whom = forms.Choice("Who was asked?", called="who was asked", reveals={SOMEBODY_ELSE: ["who"]})
    who = forms.Text("Who?", called="who was asked", hint="Their name, and who they are to the child.", limit=200)
    to = forms.Choice("To what?", called="to what they were asked to agree")
    on = forms.Date("On which day?", called="the day")
    answer = forms.Choice("What did they answer?", choices=Answer.choices, called="what they answered")
    what_they_said = forms.LongText(
        "What did they say?",
        called="what they said",
        hint="In their words. Where they do not agree: what worries them, and what they would accept.",
        rows=4,
        optional=True,
        points_out=False,
    )
    how = forms.Choice("How were they asked?", choices=How.choices, called="how they were asked")
    language = forms.Text("In which language?", called="the language", width=20, limit=60)
    interpreter = forms.Choice(
        "Who interpreted?", hint=INTERPRETERS, choices=Interpreter.choices, called="who interpreted"
    )

    def __init__(self, request: HttpRequest, *, child: UUID, whom: Sequence[Whom], today: date) -> None:
        super().__init__(request, subjects=[child], initial={"on": today})
        known = [(str(each.person), f"{each.name}: {each.because.lower()}") for each in whom if each.person]
        self.fields["whom"].choices = [*known, (SOMEBODY_ELSE, "Somebody else")]  # type: ignore[attr-defined]
        self.fields["to"].choices = [(key, in_own_words(label)) for key, label in To.choices]  # type: ignore[attr-defined]
        self.fields["on"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Words where somebody does not agree: a manager asks whether risk changes."""
        said = super().clean()
        if said.get("answer") == Answer.NOT_AGREED and not said.get("what_they_said"):
            self.add_error("what_they_said", "Enter what they said")
        return said

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = self.cleaned_data
        person = None if said["whom"] == SOMEBODY_ELSE else UUID(said["whom"])
        asked = Asking(person=person, who=said["who"] or "", what_they_said=said["what_they_said"], **self.spoken())
        return {"on": said["on"], "to": said["to"], "answer": said["answer"], "asked": asked}


class TellingForm(SaidHow, forms.QuestionForm):
    """Whether one person was told, how, and what they replied; or why it was not safe."""

    told = forms.Choice(
        "Were they told?",
        choices=[(TOLD, "Yes"), (NOT_YET, "Not yet"), (UNSAFE, "No, it is not safe to tell them")],
        called="whether they were told",
        reveals={
            TOLD: ["on", "told_by", "how", "language", "interpreter", "their_reply", "told_how_to_complain"],
            UNSAFE: ["why_not_safe"],
        },
    )
    on = forms.Date("On which day?", called="the day")
    told_by = forms.Text("Who told them?", called="who told them", limit=200)
    how = forms.Choice("How?", choices=How.choices, called="how they were told")
    language = forms.Text("In which language?", called="the language", width=20, limit=60)
    interpreter = forms.Choice(
        "Who interpreted?", hint=INTERPRETERS, choices=Interpreter.choices, called="who interpreted"
    )
    their_reply = forms.LongText(
        "What did they say?",
        called="what they said",
        hint="In their words. If they said nothing, say so.",
        rows=3,
        points_out=False,
    )
    told_how_to_complain = forms.YesNo(
        "Were they told how to complain?", called="whether they were told how to complain"
    )
    why_not_safe = forms.LongText("Why is it not safe?", called="why it is not safe", rows=3)

    def __init__(self, *args: Any, today: date, earliest: date, **options: Any) -> None:
        super().__init__(*args, **options)
        day: Any = self.fields["on"]
        day.earliest, day.latest = earliest, today

    def telling(self, whom: Whom, today: date) -> Telling | None:
        """What was said of one person, as the action takes it; nothing where they were not told yet."""
        said = self.cleaned_data
        if said["told"] == NOT_YET:
            return None
        named = Telling(person=whom.person, who="" if whom.person else whom.name)
        if said["told"] == UNSAFE:
            return replace(named, on=today, why_not_safe=said["why_not_safe"])
        words: dict[str, Any] = {name: said[name] or "" for name in ("told_by", "their_reply")}
        return replace(
            named, on=said["on"], told_how_to_complain=said["told_how_to_complain"], **words, **self.spoken()
        )


class FamilyToldForm(RecordingForm):
    """Who was told of a decision, and what they said: a part for each person."""

    form_code = "agreements.told"
    title = "Who was told, and what they said"

    def __init__(
        self, request: HttpRequest, *, child: UUID, whom: Sequence[Whom], today: date, decided_on: date
    ) -> None:
        super().__init__(request, subjects=[child])
        self.today = today
        self.people = [(each, self.part_for(each, place, decided_on)) for place, each in enumerate(whom)]

    def part_for(self, whom: Whom, place: int, decided_on: date) -> TellingForm:
        """The questions about one person; whoever fills in the form is taken to have told them, today."""
        known = {"told_by": self.acting.name, "on": self.today}
        days = {"today": self.today, "earliest": min(decided_on, self.today)}
        part: TellingForm = self.add_part(
            heading(whom), TellingForm, prefix=prefix(whom, place), name=whom.name, initial=known, **days
        )
        return part

    def given(self) -> list[Telling]:
        """What was said of everybody of whom something was said."""
        found = [part.telling(whom, self.today) for whom, part in self.people]
        return [each for each in found if each is not None]


def heading(whom: Whom) -> str:
    """Over the questions about one person."""
    return f"{whom.name}: {whom.because.lower()}"


def prefix(whom: Whom, place: int) -> str:
    """Under which the answers about one person are sent."""
    return f"of-{whom.person or place}"
