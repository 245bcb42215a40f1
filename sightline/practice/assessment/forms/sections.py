"""Writing a section of an assessment: its texts, whom each is about, who may know it, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.documents.rules import MayKnow
from sightline.practice.assessment.rules import Section, Written
from sightline.ui import forms
from sightline.ui.forms.messages import give_sentences

ALL = "all"
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Seen:
    """The version of a section that a page showed."""

    version: int


@dataclass(frozen=True)
class People:
    """Whom a text can be about: the children who are assessed, and the adults around them."""

    children: Sequence[tuple[UUID, str]]
    adults: Sequence[tuple[UUID, str]] = ()

    @property
    def only_child(self) -> UUID | None:
        """The one child who is assessed, whom every text is about."""
        return self.children[0][0] if len(self.children) == 1 else None

    def choices(self) -> list[tuple[str, str]]:
        """Everybody who can be ticked."""
        children = [(str(key), name) for key, name in self.children]
        adults = [(str(key), name) for key, name in self.adults]
        return adults if self.only_child else [(ALL, "All of the children"), *children, *adults]

    def about(self, ticked: Sequence[str]) -> tuple[UUID, ...]:
        """Whom a text is about, from what was ticked; the only child always."""
        every = {str(key): key for key, _ in (*self.children, *self.adults)}
        wanted = set(ticked) | {str(key) for key, _ in self.children if ALL in ticked or self.only_child}
        return tuple(key for text, key in every.items() if text in wanted)

    def ticked(self, about: Sequence[UUID]) -> list[str]:
        """What is ticked for a text that is about these people."""
        children = {key for key, _ in self.children}
        if not self.only_child and children <= set(about):
            return [ALL, *(str(key) for key in about if key not in children)]
        return [str(key) for key in about if key != self.only_child]


class TextForm(forms.QuestionForm):
    """One text of a section."""

    about = forms.Choices(
        "Who is it about?",
        hint="Tick everybody it speaks of: it stands only in the documents of those it is about.",
        called="who it is about",
        small=True,
    )
    may_know = forms.Choice(
        "Who may know it?",
        choices=MayKnow.choices,
        called="who may know it",
        hint="Until this is decided it is left out of every parent’s copy and of the child’s own.",
        small=True,
    )

    def __init__(self, *args: Any, section: Section, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section, self.people = section, people
        asked = {each.part: question(each.asks, each.hint, len(section.questions)) for each in section.questions}
        about: Any = self.fields["about"]
        about.choices = people.choices()
        if people.only_child:
            about.label, about.required = "Does it speak of anybody else?", False
        if not about.choices:
            del self.fields["about"]
        self.fields = {**asked, **self.fields}
        for name in asked:
            give_sentences(self.fields[name], self.label_of(name))

    def written(self) -> Written:
        """The text; only after `is_valid`."""
        said = self.cleaned_data
        answers = {each.part: said[each.part] or "" for each in self.section.questions}
        return Written(self.people.about(said.get("about") or ()), answers, said["may_know"])


def question(asks: str, hint: str, number: int) -> forms.LongText:
    """How one question of a section is asked: in a large box where it is the only one."""
    return forms.LongText(asks, hint=hint, rows=8 if number == 1 else 3, called=asks.rstrip("?").lower())


class SectionForm(RecordingForm):
    """One section, with as many texts as needed."""

    form_code = "assessment.section"
    title = "A section of an assessment"

    rested_on = forms.Choices(
        "Which entries of the record belong here?",
        hint="The newest entries. What you tick is shown with the section, as it stands now.",
        optional=True,
        says_optional=False,
        small=True,
    )

    def __init__(
        self,
        request: HttpRequest,
        *,
        section: Section,
        people: People,
        version: int,
        written: Sequence[Written],
        known: str = "",
        lines: Choices = (),
        rested_on: Sequence[UUID] = (),
        subjects: Sequence[UUID] = (),
    ) -> None:
        super().__init__(request, subjects=subjects, changing=Seen(version))
        texts = [{**each.answers, "about": people.ticked(each.about), "may_know": each.may_know} for each in written]
        if not texts and known:
            texts = [{section.questions[0].part: known}]
        self.repeat("texts", TextForm, heading="Text", initial=texts, section=section, people=people)
        entries: Any = self.fields["rested_on"]
        entries.choices, entries.initial = list(lines), [str(key) for key in rested_on]
        if not lines:
            del self.fields["rested_on"]

    def given(self) -> dict[str, Any]:
        """The section as the action takes it."""
        return {
            "seen": self.seen_version,
            "written": [row.written() for row in self.rows("texts")],
            "rested_on": [UUID(key) for key in self.cleaned_data.get("rested_on") or ()],
        }
