"""Recording a case note: when, what kind and with whom, what was said, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import HttpRequest

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import PassageForm, Upload, When
from sightline.foundation.documents.forms.passages import written
from sightline.foundation.documents.forms.repeating import ButtonInput
from sightline.foundation.notes.forms.emails import FilledByEmail
from sightline.foundation.notes.rules import NoteKind, Step
from sightline.ui import forms

SHARED_HINT = (
    "These words stand in the record of each of them, and nobody else's. "
    "What concerns one of them only belongs in a passage below."
)


class NoteQuestions(forms.QuestionForm):
    """The four fields of a note."""

    happened_on = forms.Date("When was it?", called="the date")
    happened_at = forms.Time("At what time?", optional=True)
    kind = forms.Choice("What kind of note is it?", choices=NoteKind.choices, called="what kind of note it is")
    with_whom = forms.Text("With whom?", hint="Name, and who they are.", called="with whom it was")
    account = forms.LongText("What was said, or what happened?", called="what was said, or what happened", rows=8)


class StepForm(forms.WholeOrNothingForm):
    """What is to be done next, by whom and by when; left empty, there is nothing."""

    what = forms.Text("What is to be done?", optional=True, says_optional=False, limit=500)
    owner = forms.Select("Who does it?", optional=True, says_optional=False)
    by_when = forms.Date("By when?", called="the day by which it is done", optional=True, says_optional=False)

    missing = {"what": "Enter what is to be done", "owner": "Select who does it", "by_when": "Enter by when it is done"}

    def __init__(self, *args: Any, owners: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = list(owners)  # type: ignore[attr-defined]

    def step(self) -> Step | None:
        """The next step; only after `is_valid`."""
        said = self.cleaned_data
        return Step(said["what"], UUID(said["owner"]), said["by_when"]) if said["what"] else None


class ButtonAfterFile(ButtonInput):
    """A button that stands after the question for the file, and not before all questions as what is hidden does."""

    @property
    def is_hidden(self) -> bool:
        """It is shown."""
        return False


class NoteForm(When, FilledByEmail):
    """A note about one child or several; an email fills it in."""

    form_code = "notes.note"
    title = "Case note"

    file = Upload(
        "Is there an email or another file?",
        optional=True,
        hint="An email (.eml or .msg) fills in what is still empty below, and is filed with what came with it.",
    )
    happened_on = NoteQuestions.base_fields["happened_on"]
    happened_at = NoteQuestions.base_fields["happened_at"]
    kind = NoteQuestions.base_fields["kind"]
    with_whom = NoteQuestions.base_fields["with_whom"]
    account = NoteQuestions.base_fields["account"]

    def __init__(
        self,
        request: HttpRequest,
        *,
        children: Sequence[Named],
        owners: Sequence[tuple[str, str]],
        now: datetime,
        today: date,
    ) -> None:
        self.children, self.now = children, now
        super().__init__(request, subjects=[child.key for child in children])
        self.offer_to_fill_in()
        self.fields["happened_on"].latest = today  # type: ignore[attr-defined]
        self.save_on_enter()
        if len(children) > 1:
            self.fields["account"].help_text = SHARED_HINT
            people = [(child.key, child.name) for child in children]
            self.repeat("passages", PassageForm, heading="Passage about some of them only", most=12, people=people)
        self.step: StepForm = self.add_part("Next step, if there is one", StepForm, prefix="step", owners=owners)

    def offer_to_fill_in(self) -> None:
        """A button that reads the email and records nothing, after the question for the file."""
        button = ButtonAfterFile("Fill in from this email", "save_for_later", "email")
        asked = dict(self.fields)
        self.fields = {"file": asked.pop("file"), "fill_in": django_forms.Field(required=False, widget=button), **asked}

    def clean(self) -> dict[str, Any]:
        """A time that has come."""
        cleaned = super().clean()
        self.refuse_the_future(self.now)
        return cleaned

    def is_valid(self) -> bool:
        """Whether every answer can be taken, and the next step comes after the note."""
        valid = super().is_valid()
        happened_on = self.cleaned_data.get("happened_on")
        by_when = self.step.cleaned_data.get("by_when")
        if happened_on and by_when and by_when < happened_on:
            self.step.add_error("by_when", "The next step must not be due before the note")
        return valid and self.step.is_valid()

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        answers = self.cleaned_data
        return {
            **{name: answers[name] for name in ("happened_on", "kind", "with_whom", "account")},
            "happened_at": self.moment(),
            "children": [child.key for child in self.children],
            "step": self.step.step(),
            "passages": written(self.rows("passages")) if len(self.children) > 1 else [],
            "files": self.to_file(),
        }
