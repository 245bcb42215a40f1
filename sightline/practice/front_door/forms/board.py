"""How the board of the front door is narrowed, and to whom a contact is given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.queries import Reach
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.workforce.forms import choices
from sightline.foundation.workforce.rules import Priority
from sightline.practice.front_door.queries.board import Asked
from sightline.ui import forms

ORDERS = [("", "Most urgent first"), ("due", "Day it is due"), ("received", "Longest here first")]


class NarrowBoard(forms.QuestionForm):
    """Which contacts, of what kind, in which order."""

    which = forms.Select("Which contacts?", optional=True, says_optional=False)
    kind = forms.Select("What kind?", optional=True, says_optional=False)
    order = forms.Select("In order of", choices=ORDERS, optional=True, says_optional=False)


def narrowing(query: Mapping[str, Any], which: Mapping[str, str], kinds: Mapping[str, str]) -> NarrowBoard:
    """The form with what can be chosen here; a question with one answer is not asked."""
    form = NarrowBoard(query)
    for question, offered in (("which", which), ("kind", kinds)):
        if offered:
            choices.set_choices(form, question, [("", "All"), *offered.items()])
        else:
            del form.fields[question]
    return form


def asked(form: NarrowBoard) -> Asked:
    """What is asked for; whatever cannot be taken is not asked."""
    form.is_valid()
    return Asked(**{name: value for name, value in form.cleaned_data.items() if value})


class GiveContactForm(RecordingForm):
    """Who holds a contact from now on, how soon it must be looked at, and what they need to know."""

    form_code = "front_door.give_contact"
    title = "Give a contact to somebody"

    practitioner = forms.Select("Who is to hold it?", called="a person")
    priority = forms.Choice("How soon must it be looked at?", choices=Priority.choices, called="how soon")
    reason = forms.LongText(
        "What do they need to know?",
        called="what they need to know",
        hint="What was done so far, and what comes next. It is kept with the hand-over.",
        rows=4,
        limit=500,
    )

    def __init__(self, *args: Any, me: UUID | None, reach: Reach, today: date, held: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = held
        choices.set_choices(self, "practitioner", colleagues(me, reach, today))

    def given(self) -> dict[str, Any]:
        """The answers as the actions take them."""
        said = self.cleaned_data
        return {
            "practitioner_id": choices.key(said["practitioner"]),
            "priority": said["priority"],
            "reason": said["reason"] or "",
        }


def colleagues(me: UUID | None, reach: Reach, today: date) -> choices.Choices:
    """Everybody at work who opens records but `me`: those of the reader's own teams first."""
    near = {reach.own_team, *reach.teams_managed, *reach.on_duty} - {None}
    return choices.with_children(today, without=[me], near=near)
