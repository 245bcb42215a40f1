"""Forms of plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.plans.presenters import name_of
from sightline.foundation.plans.presenters.pointing import POINTING, while_typing
from sightline.foundation.plans.queries import StepStands
from sightline.foundation.plans.rules import Agency, Moved, NewGoal, NewStep, PlanKind, Result, State
from sightline.ui import forms

GOAL = {
    "worry": forms.LongText(
        "What are we worried about?",
        called="the worry",
        hint="What happened, or would happen to the child if nothing changes.",
        rows=2,
        optional=True,
    ),
    "text": forms.LongText(
        "What will be different in the child's day?",
        called="what will be different",
        hint="In plain words, for example: Kit goes to bed at eight and sleeps in his own bed.",
        rows=3,
    ),
    "how_we_will_know": forms.LongText("How will everybody know?", called="how everybody will know", rows=2),
    "starting_point": forms.LongText("How is it now?", called="how it is now", rows=2, optional=True),
    "if_not": forms.LongText("What happens if it does not work?", called="what happens then", rows=2, optional=True),
    "decide_by": forms.Date("When will we decide?", called="the day on which we decide", optional=True),
}
READ_FROM_WHO = "Choose only where the name does not say it."
HOW_IT_IS = "A number or something seen, for example: he came to 4 of the last 20 breakfasts."
WILL_KNOW = "What is seen, counted or heard, and by whom, for example: the register shows 18 of 20."
SOMEBODY_ELSE = "Leave this empty if it is done by the family or another agency."


class BeginPlanForm(RecordingForm):
    """What kind of plan it is, what it is for, and its first goal."""

    form_code = "plans.begin"
    title = "Begin a plan"

    kind = forms.Choice("What kind of plan is it?", called="the kind of plan")
    began = forms.Date("When was it agreed?", called="the day it was agreed")
    agreed_with = forms.Text("Who agreed to it?", called="who agreed to it", optional=True, limit=500)
    purpose = forms.LongText("What is it for?", called="what it is for", rows=2, optional=True)
    worry, text, how_we_will_know, starting_point, if_not, decide_by = GOAL.values()

    sections = (
        forms.Section("The plan", ["kind", "began", "agreed_with", "purpose"]),
        forms.Section("Its first goal", [*GOAL], "More goals, and the steps, are added on the next page."),
    )

    def __init__(self, request: HttpRequest, *, child: UUID, today: date) -> None:
        asked_for = request.GET.get("kind", "")
        super().__init__(request, subjects=[child], initial={"kind": asked_for if asked_for in PlanKind.values else ""})
        self.fields["kind"].choices = [(kind.value, name_of(kind)) for kind in PlanKind]  # type: ignore[attr-defined]
        self.fields["began"].latest = today  # type: ignore[attr-defined]

    def goal(self) -> NewGoal:
        """The first goal."""
        return NewGoal(**{name: self.cleaned_data[name] for name in GOAL})


class GoalForm(RecordingForm):
    """Another goal of a plan."""

    form_code = "plans.goal"
    title = "Add a goal"

    worry, text, how_we_will_know, starting_point, if_not, decide_by = GOAL.values()

    def goal(self) -> NewGoal:
        """The goal."""
        return NewGoal(**{name: self.cleaned_data[name] for name in GOAL})


class StepForm(RecordingForm):
    """What somebody will do for a goal; what its words leave open is pointed out, and stops nothing."""

    form_code = "plans.step"
    title = "Add a step"
    pointing = POINTING

    text = forms.LongText("What will be done?", called="what will be done", rows=3)
    who = forms.Text("Who will do it?", called="who will do it", hint="Use names, also for the family.", limit=200)
    owner = forms.Select("Is it one of us?", called="which of us", hint=SOMEBODY_ELSE, choices=[], optional=True)
    agency = forms.Select(
        "Who carries it?", hint=READ_FROM_WHO, choices=[("", "As it says above"), *Agency.choices], optional=True
    )
    by_when = forms.Date("By when?", called="the day by which it is done")
    starting_point = forms.LongText("How is it now?", called="how it is now", hint=HOW_IT_IS, rows=2, optional=True)
    how_we_will_know = forms.LongText(
        "How will we know that it worked?", called="how we will know", hint=WILL_KNOW, rows=2, optional=True
    )

    def __init__(self, request: HttpRequest, *, child: UUID, owners: Sequence[tuple[str, str]]) -> None:
        super().__init__(request, subjects=[child])
        self.fields["owner"].choices = [("", "Nobody of us"), *owners]  # type: ignore[attr-defined]

    @classmethod
    def pointed_out_in(cls, typed: Mapping[str, str]) -> dict[str, list[str]]:
        """What the check of a step finds in the words typed so far."""
        return while_typing(typed)

    def step(self) -> NewStep:
        """The step."""
        answers = self.cleaned_data
        owner = UUID(answers["owner"]) if answers["owner"] else None
        asked = {name: answers[name] for name in ("agency", "starting_point", "how_we_will_know")}
        return NewStep(answers["text"], answers["who"], answers["by_when"], owner, **asked)


class StepProgressForm(forms.QuestionForm):
    """How far one step has come; left unanswered, nothing is said of it."""

    state = forms.Choice(
        "How far has it come?",
        choices=State.choices,
        called="how far it has come",
        hint="Leave it open if there is nothing new.",
        optional=True,
        says_optional=False,
    )
    note = forms.Text("In a few words", called="what is said of it", optional=True, limit=1000)
    new_date = forms.Date("A new day for it", called="the new day", optional=True)


class ProgressForm(RecordingForm):
    """Every open step of a plan on one page: how far each has come."""

    form_code = "plans.progress"
    title = "How far a plan has come"

    on = forms.Date("As on which day?", called="the day")

    def __init__(self, request: HttpRequest, *, child: UUID, steps: Sequence[StepStands], today: date) -> None:
        super().__init__(request, subjects=[child], initial={"on": today})
        self.fields["on"].latest = today  # type: ignore[attr-defined]
        self.steps = [
            (each.step.pk, self.add_part(each.step.text, StepProgressForm, prefix=f"step-{each.step.pk}"))
            for each in steps
        ]

    def moved(self) -> list[Moved]:
        """What was said of the steps of which something was said."""
        found = [(key, part.cleaned_data) for key, part in self.steps]
        return [Moved(key, said["state"], said["note"], said["new_date"]) for key, said in found if any(said.values())]


class EndGoalForm(RecordingForm):
    """What became of a goal."""

    form_code = "plans.end_goal"
    title = "End a goal"

    on = forms.Date("When?", called="the day")
    result = forms.Choice("What became of it?", choices=Result.choices, called="what became of it")
    how = forms.LongText("How do we know?", called="how we know", rows=3, limit=500)

    def __init__(self, request: HttpRequest, *, child: UUID, today: date) -> None:
        super().__init__(request, subjects=[child])
        self.fields["on"].latest = today  # type: ignore[attr-defined]


class EndPlanForm(RecordingForm):
    """Why a plan ends."""

    form_code = "plans.end"
    title = "End a plan"

    on = forms.Date("When did it end?", called="the day it ended")
    reason = forms.LongText("Why does it end?", called="why it ends", rows=3, limit=500)

    def __init__(self, request: HttpRequest, *, child: UUID, today: date, **more: Any) -> None:
        super().__init__(request, subjects=[child], **more)
        self.fields["on"].latest = today  # type: ignore[attr-defined]
