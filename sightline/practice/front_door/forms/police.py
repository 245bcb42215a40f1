"""What is asked about a file of police notifications, and about each of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.delimited import NotReadable
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.identifiers import new_id
from sightline.foundation.search.presenters import in_one_line
from sightline.foundation.search.queries import Found
from sightline.practice.front_door.queries.police import Notice, file_sent_before
from sightline.practice.front_door.rules import Arrival, CameBy, ChildOfContact, ContactKind, Referrer, SafeNow
from sightline.practice.front_door.rules.police_file import LARGEST, PoliceRow, read
from sightline.ui import forms
from sightline.ui.forms.messages import give_sentences

NEW = "new"
NOBODY, NOBODY_FITS = "Nobody in this list: begin a record", "No record fits: begin one"
POLICE = "6"  # in the census, who referred a child


class PoliceFileForm(forms.QuestionForm):
    """One file of police notifications."""

    file = forms.File("Choose the file", hint="One CSV file, up to 2 MB", called="the file")
    key = forms.Hidden()

    def __init__(self, posted: QueryDict | None, files: Any, *, today: date) -> None:
        super().__init__(posted, files, initial={"key": str(new_id())})
        self.today = today
        self.rows: list[PoliceRow] = []
        self.sha256 = ""

    def clean_file(self) -> UploadedFile:
        """The file, read; raises ValidationError with the sentence why it cannot be taken in."""
        sent: UploadedFile = self.cleaned_data["file"]
        name = sent.name or "file"
        content = sent.read(LARGEST + 1)
        self.sha256 = hashlib.sha256(content).hexdigest()
        if file_sent_before(self.sha256):
            raise ValidationError(f"“{name}” was sent before. What still waits of it is in the list below.")
        try:
            self.rows = read(name, content, self.today)
        except NotReadable as why:
            raise ValidationError(str(why)) from None
        return sent


class TakeInForm(RecordingForm):
    """Who each child of a notification is, and whether they are safe now. Nothing is chosen beforehand."""

    form_code = "front_door.take_in_police"
    title = "Police notification to take in"

    safe_now = forms.Choice(
        "Are the children safe now?",
        choices=SafeNow.choices,
        called="whether the children are safe now",
        reveals={SafeNow.NO: "done_now"},
    )
    done_now = forms.LongText("What was done at once?", called="what was done at once", rows=3, limit=500)

    def __init__(self, request: Any, *, notice: Notice, alike: Sequence[Sequence[Found]], today: date) -> None:
        super().__init__(request)
        self.notice = notice
        for number, (row, found) in enumerate(zip(notice.rows, alike, strict=True)):
            label = f"Who is {called(row)}?"
            known = [(str(each.person_id), in_one_line(each, today)) for each in found]
            answers = [*known, (NEW, NOBODY if known else NOBODY_FITS)]
            question = forms.Choice(label, choices=answers, called=f"who {called(row)} is")
            give_sentences(question, label)
            self.fields[f"who-{number}"] = question
        self.order_fields([name for name in self.fields if name.startswith("who-")])

    def known(self) -> list[UUID]:
        """The children who have a record, as they were chosen."""
        answers = [self.cleaned_data[f"who-{number}"] for number in range(len(self.notice.rows))]
        return [UUID(answer) for answer in answers if answer != NEW]

    def given(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        first, said = self.notice.rows[0], self.cleaned_data
        received = min(line.recorded_at for line in self.notice.lines)  # what happened may lie days back
        return {
            "lines": [line.pk for line in self.notice.lines],
            "arrival": Arrival(
                kind=ContactKind.POLICE,
                came_by=CameBy.POLICE_FILE,
                received_on=london_today(received),
                safe_now=said["safe_now"],
                done_now=said.get("done_now") or "",
                what_about=story(first),
            ),
            "referrer": Referrer(source=POLICE, name=first.officer, organisation="Police", telephone=first.telephone),
            "children": [self.child(number, row) for number, row in enumerate(self.notice.rows)],
            "received_at": received,
        }

    def child(self, number: int, row: PoliceRow) -> ChildOfContact:
        """One child: the record that was chosen, or who they are as the police wrote it."""
        own = story(row) if story(row) != story(self.notice.rows[0]) else ""
        answer = self.cleaned_data[f"who-{number}"]
        if answer != NEW:
            return ChildOfContact(child=UUID(answer), own=own)
        nameless = not (row.given_names or row.family_name)
        return ChildOfContact(
            given_names=row.given_names,
            family_name=row.family_name,
            known_as=f"Child of notification {row.reference}"[:100] if nameless else "",
            birth_date=row.birth_date,
            own=own,
        )


class SetAsideForm(RecordingForm):
    """Why nothing is recorded of a notification."""

    form_code = "front_door.set_aside_police"
    title = "Police notification to set aside"

    why = forms.Text(
        "Why is nothing recorded of it?",
        called="why nothing is recorded of it",
        hint="For example: it is about another authority’s children, and we sent it there.",
        limit=500,
    )


def called(row: PoliceRow) -> str:
    """A child as the police named them."""
    name = " ".join(part for part in (row.given_names, row.family_name) if part)
    return name or f"the child of line {row.line}, whom nobody named"


def story(row: PoliceRow) -> str:
    """What the police wrote, with when and where it was and who else was there."""
    when = format_moment(row.happened_at) if row.happened_at else format_date(row.happened)
    place = ", ".join(part for part in (row.address, row.postcode) if part)
    lines = [
        row.what_happened,
        f"When: {when}",
        f"Where: {place}" if place else "",
        f"Also there: {row.others}" if row.others else "",
    ]
    return "\n".join(line for line in [*lines, f"Police reference: {row.reference}"] if line)
