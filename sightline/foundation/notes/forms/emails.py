"""A form that an email fills in: it is read as soon as it arrives, and what came with it is filed with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from sightline.foundation.calendar.words import format_time, in_london
from sightline.foundation.documents import receiving, storage
from sightline.foundation.documents.forms import RecordingForm
from sightline.foundation.documents.forms.uploads import SentFiles
from sightline.foundation.documents.receiving import SentFile
from sightline.foundation.documents.rules import NotAccepted
from sightline.foundation.documents.rules.emails import EMAILS, Attached, ReadEmail, read_email
from sightline.foundation.documents.rules.names import NAMELESS, plain
from sightline.foundation.notes.rules import NoteKind
from sightline.ui import forms

MOST_TEXT = 15_000  # characters of an email that go into the note; the whole of it is in the file
GOES_ON = "\n\n(The email goes on. The whole of it is in the file.)"
ATTACHED = "attached"  # begins the questions that stand for what came with an email


class FilledByEmail(RecordingForm):
    """A note whose `file` may be an email: what it says stands in the boxes that are empty, and never over a text.

    `told` says in sentences what became of the email and of what came with it.
    """

    read_from = forms.Hidden()  # the email that was read already

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.told: list[str] = []
        self.answers: dict[str, str] = {}
        super().__init__(*args, **kwargs)
        if self.answers:
            typed: Any = self.data
            data = typed.copy()
            for name, text in self.answers.items():
                if not data.get(name, "").strip():
                    data[name] = text
            data["read_from"] = self.answers["read_from"]
            self.data = data

    def taken_in(self) -> SentFiles:
        """The files sent with the draft, and those that came with an email which is read now."""
        sent = super().taken_in()
        self.told += [sentence for question, sentence in sent.refused.items() if question == "file"]
        file = sent.kept.get("file")
        if file is None or self.kept is None or file.kind not in EMAILS:
            return sent
        if self.request.POST.get("read_from") == str(file.id):
            return sent
        try:
            read = read_email(file.kind, storage.get(file.stored_as, file.sha256))
        except NotAccepted as sentence:
            receiving.remove(self.ticket.draft, file.id)
            self.told.append(str(sentence))
            rest = {question: each for question, each in sent.kept.items() if question != "file"}
            return SentFiles(rest, {**sent.refused, "file": str(sentence)})
        self.answers = {**answers_from(read), "read_from": str(file.id)}
        return SentFiles(sent.kept | dict(self.attachments_of(read)), sent.refused)

    def attachments_of(self, read: ReadEmail) -> Iterator[tuple[str, SentFile]]:
        """What came with an email, each taken in through the one door; what is refused stays in the email."""
        for number, each in enumerate(read.attachments):
            try:
                yield f"{ATTACHED}-{number}", self.take_in(each, f"{ATTACHED}-{number}")
            except NotAccepted as sentence:
                self.told.append(f"“{each.name or 'A file'}” is not filed apart from the email. {sentence}")

    def take_in(self, each: Attached, question: str) -> SentFile:
        """One file that came with an email."""
        upload = SimpleUploadedFile(plain(each.name) or NAMELESS, each.content)
        return receiving.take_in(upload, draft=self.ticket.draft, author=self.ticket.author, question=question)

    def to_file(self) -> list[SentFile]:
        """The file and what came with it, to be filed."""
        kept = self.sent_files.kept
        return [kept[question] for question in sorted(kept) if question == "file" or question.startswith(ATTACHED)]


def answers_from(read: ReadEmail) -> dict[str, str]:
    """What an email says, as the answers to the questions of a note."""
    text = read.text if len(read.text) <= MOST_TEXT else read.text[:MOST_TEXT] + GOES_ON
    answers = {
        "kind": str(NoteKind.EMAIL),
        "with_whom": read.sender[:250],
        "account": "\n\n".join(part for part in (read.subject and f"Subject: {read.subject}", text) if part),
    }
    if read.received is None:
        return answers
    day = in_london(read.received)
    return answers | {
        "happened_on-day": str(day.day),
        "happened_on-month": str(day.month),
        "happened_on-year": str(day.year),
        "happened_at": format_time(read.received),
    }
