"""Arranging a meeting: what it is for, when and where, who is invited, and whom the chair leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest

from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm, When
from sightline.foundation.meetings.presenters.titles import KINDS, PARTS
from sightline.foundation.meetings.rules import Details, How, Invitation, Part
from sightline.ui import forms
from sightline.ui.vocabulary import phrase

PART_CHOICES = [(part.value, phrase(PARTS.get(part, str(part.label)))) for part in Part]
LEFT_OUT_HINT = "Only the chair decides this. The reason stands in the record."


class MeetingQuestions(When, RecordingForm):
    """What a meeting is for, when, where and how people meet, who chairs it, and its agenda."""

    asks_day, asks_time = "happens_on", "happened_at"

    kind = forms.Choice(
        "What kind of meeting is it?",
        choices=[(kind.value, phrase(words)) for kind, words in KINDS.items()],
        called="what kind of meeting it is",
        small=True,
    )
    happens_on = forms.Date("On which day?", called="the day of the meeting")
    happened_at = forms.Time("At what time?", optional=True)
    how = forms.Choice("How do people meet?", choices=How.choices, called="how people meet")
    where = forms.Text("Where?", hint="A place, or how to join.", optional=True, limit=250)
    chaired_by = forms.Text("Who chairs it?", called="who chairs it", limit=200)
    agenda = forms.LongText(
        "What is it about?",
        hint="The agenda, one point a line. What concerns one child only does not belong here.",
        optional=True,
        rows=4,
    )
    sections = [
        forms.Section("The meeting", ["kind", "happens_on", "happened_at", "how", "where", "chaired_by", "agenda"])
    ]

    def details(self) -> dict[str, Any]:
        """When and where, as the actions take it."""
        asked = {name: self.cleaned_data[name] for name in ("kind", "how", "where", "chaired_by", "agenda")}
        return {"details": Details(on=self.cleaned_data["happens_on"], **asked), "at": self.moment()}


class InvitationForm(forms.QuestionForm):
    """Somebody who is invited; left empty, there is nobody."""

    name = forms.Text("Who?", hint="The name.", optional=True, says_optional=False, limit=200)
    part = forms.Select("As what?", choices=PART_CHOICES, optional=True, says_optional=False)
    organisation = forms.Text("From which organisation?", optional=True, limit=200)
    left_out_because = forms.Text("If they are left out: why?", hint=LEFT_OUT_HINT, optional=True, limit=500)

    def clean(self) -> dict[str, Any]:
        """A name with a part, or nothing at all."""
        said = self.cleaned_data
        if any(said.get(name) for name in self.fields) and not said.get("name"):
            self.add_error("name", "Enter who is invited")
        if said.get("name") and not said.get("part"):
            self.add_error("part", "Select as what they are invited")
        return said

    def invitation(self) -> Invitation | None:
        """The invitation; only after `is_valid`."""
        said = {name: self.cleaned_data[name] for name in ("part", "name", "organisation", "left_out_because")}
        return Invitation(**said) if said["name"] else None


class ArrangeForm(MeetingQuestions):
    """A meeting to come."""

    form_code = "meetings.arrange"
    title = "Arrange a meeting"

    def __init__(self, request: HttpRequest, *, children: Sequence[Named], today: date) -> None:
        self.children = children
        super().__init__(request, subjects=[child.key for child in children])
        self.fields["happens_on"].earliest = today  # type: ignore[attr-defined]
        self.repeat("invited", InvitationForm, heading="Person invited", most=25)

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        invited = [each for row in self.rows("invited") if (each := row.invitation())]
        return self.details() | {"children": [child.key for child in self.children], "invited": invited}


class CallOffForm(RecordingForm):
    """Why a meeting did not take place."""

    form_code = "meetings.call_off"
    title = "A meeting that did not take place"

    why = forms.LongText("Why did it not take place?", called="why it did not take place", rows=3, limit=500)
