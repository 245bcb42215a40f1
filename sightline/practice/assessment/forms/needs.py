"""What a child needs, and what answers it: a service of the directory, a step of the plan, or nothing yet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.practice.assessment.forms.findings import Choices, OfChildren, who_may_know
from sightline.practice.assessment.rules import Answer, AnsweredBy, wrong_with_need
from sightline.ui import forms

IN_PLAN = "It becomes a step of the child’s plan; where there is none yet, of the next one that is agreed."


class NeedForm(OfChildren):
    """What a child needs, and what answers it from a day on, or why nothing does."""

    form_code = "assessment.need"
    title = "A need, and what answers it"

    need = forms.LongText("What does the child need?", called="what the child needs", rows=3)
    heard = forms.Select("From which of the child’s words does it come?", optional=True)
    answered = forms.Choice(
        "What answers it?",
        choices=AnsweredBy.choices,
        called="what answers it",
        hints={AnsweredBy.STEP: IN_PLAN},
        reveals={
            AnsweredBy.SERVICE: ["service", "service_from"],
            AnsweredBy.STEP: ["step", "who", "step_from", "by_when", "how_we_will_know"],
            AnsweredBy.NOTHING: ["why_none"],
        },
    )
    service = forms.Select("Which service?", called="which service", hint="From the directory of services.")
    service_from = forms.Date("From which day on does it help?", called="the day from which it helps")
    step = forms.Text("What will be done?", called="what will be done", limit=500)
    who = forms.Text("Who does it?", called="who does it", hint="Use names, also for the family.", limit=200)
    step_from = forms.Date("From which day on?", called="the day on which it starts")
    by_when = forms.Date("By which day is it done?", called="the day by which it is done")
    how_we_will_know = forms.LongText(
        "How will everybody know that it helped?", called="how everybody will know", rows=2
    )
    why_none = forms.LongText("Why does nothing answer it?", called="why nothing answers it", rows=2)
    may_know = who_may_know()

    def __init__(self, request: HttpRequest, *, services: Choices = (), heard: Choices = (), **options: Any) -> None:
        super().__init__(request, **options)
        offered: Any = self.fields["service"]
        offered.choices = [("", ""), *services]
        words: Any = self.fields["heard"]
        words.choices = [("", ""), *heard]
        if not heard:
            del self.fields["heard"]

    def clean(self) -> dict[str, Any]:
        """A step starts before it is done, and can stand where the family reads it."""
        said = super().clean()
        if not self.errors:
            wrong = wrong_with_need(self.answer(), said.get("may_know") or "")
            if wrong:
                self.add_error("by_when" if "by which day" in wrong else "may_know", wrong)
        return said

    def answer(self) -> Answer:
        """What answers the need."""
        said = self.cleaned_data
        return Answer(
            service=UUID(said["service"]) if said["service"] else None,
            step=said["step"] or "",
            who=said["who"] or "",
            starts_on=said["service_from"] or said["step_from"],
            by_when=said["by_when"],
            how_we_will_know=said["how_we_will_know"] or "",
            why_none=said["why_none"] or "",
        )

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        said = super().given()
        heard = UUID(said["heard"]) if said.get("heard") else None
        plain = {name: said[name] for name in ("children", "on", "need", "may_know")}
        return plain | {"heard": heard, "answer": self.answer()}
