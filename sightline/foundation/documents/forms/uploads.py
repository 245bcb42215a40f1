"""Questions answered by a file: it is checked and kept as soon as it arrives, and stays when the form has errors."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from sightline.foundation.documents import receiving
from sightline.foundation.documents.receiving import SentFile
from sightline.foundation.documents.rules import LARGEST_FILE, NotAccepted
from sightline.foundation.documents.rules.contents import ACCEPTED
from sightline.ui import forms


class SentFiles(MultiValueDict):
    """The files of a form: those sent with its draft so far, and what is wrong with those that were refused."""

    def __init__(self, kept: dict[str, SentFile], refused: dict[str, str]) -> None:
        super().__init__()
        self.kept, self.refused = kept, refused


class UploadInput(django_forms.FileInput):
    """A file box that stands for the file already sent, too."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The sent file, the sentence why the last one was refused, or nothing."""
        if not isinstance(files, SentFiles):
            return None
        return files.refused.get(name) or files.kept.get(name)


class UploadQuestion(BoundField):
    """A file question that tells which file was sent."""

    def __init__(self, form: Any, field: Any, name: str) -> None:
        super().__init__(form, field, name)
        files = form.files
        found = files.kept.get(self.html_name) if isinstance(files, SentFiles) else None
        if found is not None:
            self.help_text = f"Sent: {found}. {found.said} Choose another file only to replace it.".replace("  ", " ")


class Upload(forms.File):
    """A file to send; its answer is a SentFile, to be recorded with `filed`."""

    widget = UploadInput

    def __init__(self, label: Any, **kwargs: Any) -> None:
        kwargs.setdefault("hint", f"{ACCEPTED}, up to {LARGEST_FILE // 1_000_000} MB")
        super().__init__(label, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file; raises ValidationError with the sentence why it was refused, or where one is missing."""
        if isinstance(data, str):
            raise ValidationError(data, code="refused")
        if data is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return data

    def get_bound_field(self, form: Any, field_name: str) -> UploadQuestion:
        """The question with what was sent so far."""
        return UploadQuestion(form, self, field_name)


def take_in_all(request: HttpRequest, *, draft: UUID, author: UUID, removed: str) -> SentFiles:
    """Take in every file of a request, and take back the one whose removal was asked for."""
    if removed.startswith("file:"):
        for each in receiving.files_of(draft).values():
            if removed == f"file:{each.id}":
                receiving.remove(draft, each.id)
    taken, refused = {}, dict.fromkeys(receiving.too_large(request), receiving.TOO_LARGE)
    uploads: dict[str, Any] = dict(request.FILES.items())
    for question, upload in uploads.items():
        try:
            taken[question] = receiving.take_in(upload, draft=draft, author=author, question=question)
        except NotAccepted as sentence:
            refused[question] = str(sentence)
    return SentFiles(receiving.files_of(draft) | taken, refused)
