"""Recording a meeting: who came, what was decided for each child and why, and what was agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.calendar.words import format_time
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import PassageForm, RecordingForm
from sightline.foundation.documents.forms.passages import written
from sightline.foundation.meetings.forms.arranging import PART_CHOICES, MeetingQuestions
from sightline.foundation.meetings.models import AgreedStep
from sightline.foundation.meetings.queries import WholeMeeting
from sightline.foundation.meetings.rules import Came, ForChild, NewStep, Quorum, TookPart
from sightline.foundation.plans.presenters.pointing import WORTH_A_LOOK, while_typing
from sightline.ui import forms

Choices = Sequence[tuple[str, str]]
DETAILS = ("kind", "how", "where", "chaired_by", "agenda")
SHARED_HINT = "It stands in the record of each of them. What concerns some of them only is said in a passage above."


class PersonForm(forms.WholeOrNothingForm):
    """Somebody who came, or did not; left empty, there is nobody."""

    name = forms.Text("Who?", hint="The name.", optional=True, says_optional=False, limit=200)
    part = forms.Select("As what?", choices=PART_CHOICES, optional=True, says_optional=False)
    organisation = forms.Text("From which organisation?", optional=True, limit=200)
    came = forms.Choice("Did they come?", choices=Came.choices, optional=True, says_optional=False, small=True)
    sent_report = forms.YesNo("Did they send a report?", optional=True)

    missing = {"name": "Enter who it was", "part": "Select as what they came", "came": "Select whether they came"}

    def person(self) -> TookPart | None:
        """Whether they came; only after `is_valid`."""
        said = {name: self.cleaned_data[name] for name in ("part", "name", "came", "organisation", "sent_report")}
        return TookPart(**said) if said["name"] else None


class QuorumForm(forms.QuestionForm):
    """Whether enough people came to decide."""

    enough = forms.YesNo(
        "Were enough people there to decide?",
        hint="Leave this where the meeting needs no number.",
        optional=True,
        reveals={"no": ["went_on_because"]},
    )
    went_on_because = forms.Text(
        "Why did it go on all the same?", called="why it went on all the same", hint="The chair decides.", limit=500
    )

    def quorum(self) -> Quorum:
        """The answer as the action takes it."""
        return Quorum(self.cleaned_data["enough"], self.cleaned_data["went_on_because"])


class DecidedForm(forms.QuestionForm):
    """What was decided for a child, why, and who saw it otherwise."""

    decided = forms.LongText("What was decided?", called="what was decided", rows=5)
    reasons = forms.LongText("Why?", called="why", rows=4, optional=True)
    disagreed = forms.LongText(
        "Did anybody see it otherwise?", hint="Who, and what they said.", rows=2, optional=True, points_out=False
    )


class AgreedForm(forms.WholeOrNothingForm):
    """Something that was agreed; left empty, there is nothing."""

    text = forms.Text("What will be done?", optional=True, says_optional=False, limit=500)
    who = forms.Text("Who will do it?", hint="The name.", optional=True, says_optional=False, limit=200)
    owner = forms.Select(
        "Is it one of us?", hint="It then waits on their own page until it is done.", optional=True, says_optional=False
    )
    by_when = forms.Date("By when?", called="the day by which it is done", optional=True, says_optional=False)
    goal = forms.Select("Which goal of a plan does it serve?", hint="It becomes a step of that plan.", optional=True)
    about = forms.Choices(
        "About which of the children?", hint="Tick none if it is about all of them.", optional=True, says_optional=False
    )

    pointing = dict.fromkeys(("text", "who"), WORTH_A_LOOK)
    missing = {"text": "Enter what will be done", "who": "Enter who will do it", "by_when": "Enter by when it is done"}

    def __init__(self, *args: Any, owners: Choices, goals: Choices, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {"owner": owners, "goal": goals, "about": people if len(people) > 1 else ()}
        for name, choices in offered.items():
            if choices:
                self.fields[name].choices = list(choices)  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    @classmethod
    def pointed_out_in(cls, typed: Mapping[str, str]) -> dict[str, list[str]]:
        """What the check of a step finds in the words typed so far."""
        return while_typing(typed)

    def step(self) -> NewStep | None:
        """What was agreed; only after `is_valid`."""
        said = self.cleaned_data
        if not said["text"]:
            return None
        owner, goal = (UUID(said[name]) if said.get(name) else None for name in ("owner", "goal"))
        about = tuple(map(UUID, said.get("about") or ()))
        return NewStep(said["text"], said["who"], said["by_when"], owner, goal, about)


class RecordForm(MeetingQuestions):
    """A meeting that took place."""

    form_code = "meetings.record"
    title = "Meeting"

    next_on = forms.Date("When is the next one?", called="the day of the next meeting", optional=True)
    sections = [*MeetingQuestions.sections, forms.Section("Afterwards", ["next_on"])]

    def __init__(
        self,
        request: HttpRequest,
        *,
        children: Sequence[Named],
        owners: Choices,
        goals: Choices,
        now: datetime,
        today: date,
        initial: Mapping[str, Any] | None = None,
        invited: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        self.children = children
        super().__init__(request, subjects=[child.key for child in children], initial=dict(initial or {}))
        self.now = now
        self.fields["happens_on"].latest = today  # type: ignore[attr-defined]
        people = [(child.key, child.name) for child in children]
        self.repeat("people", PersonForm, heading="Person", most=30, initial=invited)
        self.quorum: QuorumForm = self.add_part("Enough people", QuorumForm, prefix="quorum")
        self.repeat("passages", PassageForm, heading="Passage of what was said", most=20, people=people)
        self.each: forms.SameForAll = self.add_part(
            "What was decided",
            forms.SameForAll,
            prefix="each",
            answers=DecidedForm,
            subjects=[(str(key), name) for key, name in people],
            asks="Was it different for any of them?",
        )
        named = [(str(key), name) for key, name in people]
        self.repeat("steps", AgreedForm, heading="Step agreed", most=20, owners=owners, goals=goals, people=named)

    @classmethod
    def pointed_out_in(cls, typed: Mapping[str, str]) -> dict[str, list[str]]:
        """What the check of a step finds in each of the steps agreed."""
        begin = {name.removesuffix("text") for name in typed if name.startswith("steps-") and name.endswith("-text")}
        return {
            f"{prefix}{name}": said
            for prefix in begin
            for name, said in while_typing({each: typed.get(f"{prefix}{each}", "") for each in ("text", "who")}).items()
        }

    def clean(self) -> dict[str, Any]:
        """A time that has come."""
        cleaned = super().clean()
        self.refuse_the_future(self.now)
        return cleaned

    def is_valid(self) -> bool:
        """Whether every answer can be taken, and what comes next comes after the meeting."""
        valid = super().is_valid()
        on, following = self.cleaned_data.get("happens_on"), self.cleaned_data.get("next_on")
        if on and following and following < on:
            self.add_error("next_on", "The next meeting must not be before this one")
        for row in self.rows("steps"):
            by_when = row.cleaned_data.get("by_when")
            if on and by_when and by_when < on:
                row.add_error("by_when", "A step must not be due before the meeting")
                valid = False
        return valid and not self.errors

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        decided = [ForChild(UUID(key), **answers) for key, answers in self.each.for_each().items()]
        return self.details() | {
            "children": decided,
            "people": [each for row in self.rows("people") if (each := row.person())],
            "quorum": self.quorum.quorum(),
            "passages": written(self.rows("passages")),
            "steps": [each for row in self.rows("steps") if (each := row.step())],
            "next_on": self.cleaned_data["next_on"],
        }


class HoldForm(RecordForm):
    """A meeting that was arranged, as it was held."""

    form_code = "meetings.hold"

    def __init__(self, request: HttpRequest, *, meeting: WholeMeeting, **options: Any) -> None:
        invited = {
            (each.part, each.name): {
                "part": each.part,
                "name": each.name,
                "organisation": each.organisation,
                "came": Came.LEFT_OUT.value if each.left_out_because else None,
            }
            for each in meeting.invited
        }
        known = arranged(meeting, options["today"])
        super().__init__(request, initial=known, invited=list(invited.values()), **options)


def arranged(meeting: WholeMeeting, today: date) -> dict[str, Any]:
    """What is known of a meeting already; its day once that has come."""
    row = meeting.row
    time = format_time(row.happened_at) if row.happened_at else ""
    day = {"happens_on": row.happened, "happened_at": time} if row.happened <= today else {}
    return {name: getattr(row, name) for name in DETAILS} | day


class FinishStepForm(RecordingForm):
    """When what was agreed was done, and what became of it."""

    form_code = "meetings.finish_step"
    title = "A step agreed at a meeting"

    finished_on = forms.Date("When was it done?", called="the day it was done")
    became = forms.Text(
        "What became of it?", hint="For example, that it is not needed any more.", optional=True, limit=500
    )

    def __init__(self, request: HttpRequest, *, step: AgreedStep, today: date) -> None:
        super().__init__(request, subjects=[step.child_id])
        asked: Any = self.fields["finished_on"]
        asked.earliest, asked.latest = step.happened, today
