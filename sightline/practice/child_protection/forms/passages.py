"""What was said about some of the children only: it never stands in what all of them share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.rules import MayKnow
from sightline.practice.child_protection.rules import SaidOfSome
from sightline.ui import forms

HEADING = "Separate passage"
MISSING = {
    "about": "Select who this is about",
    "text": "Enter what was said",
    "may_know": "Select who may know this",
}


class PassageForm(forms.QuestionForm):
    """Something about some of the children only, and who may know it; left empty, there is none."""

    about = forms.Choices(
        "Who is it about?",
        hint="For example, what only one of them said. It stands only in the records of those you tick.",
        optional=True,
        says_optional=False,
        small=True,
    )
    text = forms.LongText("What was said?", rows=4, optional=True, says_optional=False)
    may_know = forms.Choice(
        "Who may know it?",
        choices=MayKnow.choices,
        hint="As long as this is not decided it is left out of every parent's copy.",
        optional=True,
        says_optional=False,
        small=True,
    )

    def __init__(self, *args: Any, children: Sequence[Named], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [(str(child.key), child.name) for child in children]  # type: ignore[attr-defined]

    def is_left(self) -> bool:
        """Whether nothing was answered."""
        return not any(self.cleaned_data.get(name) for name in MISSING)

    def clean(self) -> dict[str, Any]:
        """All three answers, or none."""
        if not self.is_left():
            for name, sentence in MISSING.items():
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return self.cleaned_data


def passages(rows: Sequence[PassageForm]) -> list[SaidOfSome]:
    """The passages that were written."""
    answers = [row.cleaned_data for row in rows if not row.is_left()]
    return [SaidOfSome(tuple(map(UUID, each["about"])), each["text"], each["may_know"]) for each in answers]
