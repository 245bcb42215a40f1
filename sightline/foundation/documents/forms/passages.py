"""A passage as a part of a form: the text, whom it is about, and who may know it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sightline.foundation.documents.rules import MayKnow
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.ui import forms


class PassageForm(forms.WholeOrNothingForm):
    """One passage: `form.repeat("passages", PassageForm, heading="Passage", people=[(key, name), ...])`.

    Left empty, there is none. Nothing is chosen beforehand: who may know it must be answered, if by "not decided".
    Where there is one person only, it is about that person.
    """

    text = forms.LongText("What was said or seen?", rows=6, optional=True, says_optional=False)
    about = forms.Choices(
        "Who is it about?",
        hint="Tick every child and adult it is about. It stands only in their records.",
        optional=True,
        says_optional=False,
    )
    may_know = forms.Choice(
        "Who may know it?",
        choices=MayKnow.choices,
        hint="As long as this is not decided, it is left out of every parent’s copy and of the child’s own.",
        optional=True,
        says_optional=False,
    )

    missing = {
        "text": "Enter what was said or seen",
        "about": "Select who it is about",
        "may_know": "Select who may know it",
    }

    def __init__(self, *args: Any, people: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        if len(people) == 1:
            del self.fields["about"]
            self.missing = {name: sentence for name, sentence in self.missing.items() if name != "about"}
        else:
            self.fields["about"].choices = [(str(key), name) for key, name in people]  # type: ignore[attr-defined]

    def is_left(self) -> bool:
        """Whether nothing was answered."""
        return not any(self.cleaned_data.get(name) for name in self.missing)

    def written(self) -> WrittenPassage:
        """The passage; only after `is_valid`."""
        said = self.cleaned_data
        about = said["about"] if "about" in self.fields else [str(key) for key, _ in self.people]
        return WrittenPassage(tuple(map(UUID, about)), said["text"], said["may_know"])


def written(rows: Sequence[PassageForm]) -> list[WrittenPassage]:
    """The passages that were written; only after `is_valid`."""
    return [row.written() for row in rows if not row.is_left()]
