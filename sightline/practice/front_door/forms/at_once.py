"""A child who is not safe now: the few answers without which nobody can act; and whoever is being typed in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sightline.foundation.access.request import RecordRequest
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.documents.forms.repeating import Button
from sightline.foundation.recording.forms import choices_of
from sightline.practice.front_door.forms.intake import BY_HAND, LOOK, told
from sightline.practice.front_door.forms.somebody import AdultForm, ChildForm, NamedChildForm, SomebodyForm
from sightline.practice.front_door.rules import Arrival, CameBy, ChildOfContact, ContactKind, Referrer, SafeNow
from sightline.ui import forms

ROWS = re.compile(r"(children|adults)-\d{1,3}")


NOT_KNOWN = "10"  # of the code set of referral sources


class ToldByForm(forms.QuestionForm):
    """Who told us, and how to reach them again; nothing of it holds up a child who is not safe."""

    source = forms.Select("Who got in touch?", called="who got in touch", optional=True)
    name = forms.Text("Their name", optional=True, limit=200, autocomplete="off")
    telephone = forms.Telephone("Telephone", optional=True, limit=30)
    came_by = forms.Choice("How did they get in touch?", choices=BY_HAND, called="how they got in touch", small=True)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("came_by", CameBy.TELEPHONE.value)
        self.fields["source"].choices = choices_of("cin-referral-source", today)  # type: ignore[attr-defined]


class NotSafeForm(RecordingForm):
    """A contact about a child who is not safe now: recorded with the request for a strategy discussion."""

    form_code = "front_door.not_safe"
    title = "A child who is not safe now"
    adults: Sequence[Any] = ()

    what_about = forms.LongText(
        "What is happening?", called="what is happening", hint="In their words.", rows=3, points_out=False
    )
    done_now = forms.Text("What is being done this minute?", limit=500, optional=True)

    def __init__(self, request: RecordRequest, *, known: Sequence[Named] = (), now: datetime, today: date) -> None:
        self.known, self.now, self.today = known, now, today
        super().__init__(request, subjects=[each.key for each in known])
        self.children = self.repeat("children", NamedChildForm, heading="Child", most=12)
        self.add_part("", Button, prefix="look", **LOOK)
        self.who = self.add_part("", ToldByForm, prefix="who", today=today)

    def is_final(self) -> bool:
        """Whether it is to be recorded, every answer can be taken, and somebody is named whom it is about."""
        if not super().is_final():
            return False
        if not self.known and all(row.is_left() for row in self.children):
            self.children[0].add_error("known_as", "Enter a name, or how to tell the child apart")
            return False
        return True

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them: a worry about a child who is not safe, which came now."""
        said, who = self.cleaned_data, dict(self.who.cleaned_data)
        who["source"] = who["source"] or NOT_KNOWN
        arrival = Arrival(
            kind=ContactKind.WORRY,
            came_by=CameBy(who.pop("came_by")),
            safe_now=SafeNow.NO,
            received_on=self.today,
            what_about=said["what_about"],
            done_now=said["done_now"] or "",
        )
        return {
            "arrival": arrival,
            "referrer": Referrer(**who),
            "children": [*(ChildOfContact(child=each.key) for each in self.known), *told(self.children)],
            "received_at": self.now,
            "at_once": True,
        }


def row_typed(sent: Mapping[str, Any], today: date) -> SomebodyForm | None:
    """The child or adult who is being typed in, of those that a form asks about; nothing where none is named."""
    prefix = str(sent.get("row", ""))
    if not ROWS.fullmatch(prefix):
        return None
    return (
        ChildForm(sent, prefix=prefix, today=today) if prefix.startswith("children") else AdultForm(sent, prefix=prefix)
    )
