"""Questions about documents that are filed in a record."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest

from sightline.foundation.documents.forms.recording import RecordingForm
from sightline.foundation.documents.forms.uploads import Upload
from sightline.foundation.documents.models import StoredFile
from sightline.ui import forms

WHAT = {"label": "What is this document?", "hint": "For example, school report for the summer term", "limit": 200}


class AboutDocument(RecordingForm):
    """What a document is, where it came from, and when it was received."""

    about = forms.Text(WHAT["label"], hint=WHAT["hint"], limit=200, called="what this document is")
    received_from = forms.Text("Who is it from?", limit=200, called="who the document is from")
    received_on = forms.Date("When did we receive it?", called="the date we received it")

    def __init__(self, request: HttpRequest, *, today: date, **options: Any) -> None:
        super().__init__(request, **options)
        self["received_on"].field.latest = today  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """The answers as the actions take them; only after `is_valid`."""
        answers = self.cleaned_data
        named = {"title": answers["about"], "received_from": answers["received_from"]}
        return named | {"received_on": answers["received_on"]}


class FileDocument(AboutDocument):
    """A document to file."""

    form_code = "documents.file"
    title = "Document to file"

    document = Upload("Choose the document", called="the document")
    field_order = ["document", "about", "received_from", "received_on"]


class CorrectDocument(AboutDocument):
    """What is said about a document, once more."""

    form_code = "documents.correct"
    title = "Correction of a document"

    reason = forms.Text("Why are you changing this?", limit=500, called="why you are changing this")

    def __init__(self, request: HttpRequest, *, file: StoredFile, **options: Any) -> None:
        known = {"about": file.title, "received_from": file.received_from, "received_on": file.happened}
        super().__init__(request, initial=known, **options)


class WithdrawDocument(RecordingForm):
    """Why a document goes."""

    form_code = "documents.withdraw"
    title = "Document to withdraw"

    reason = forms.Text(
        "Why was this document filed by mistake?",
        hint="That it was here, and this reason, stay in the record. Its content can no longer be opened",
        limit=500,
        called="why the document was filed by mistake",
    )
