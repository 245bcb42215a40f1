"""The one door for files: refused or recognised, given a plain name, stored, and noted as sent with a draft."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.utils import timezone

from sightline.foundation.documents import storage
from sightline.foundation.documents.models import DraftFile
from sightline.foundation.documents.rules import LARGEST_FILE, FileKind, NotAccepted
from sightline.foundation.documents.rules.contents import recognise
from sightline.foundation.documents.rules.names import kept_name, what_changed

MOST_FILES = 20  # sent with one draft
TOO_LARGE = f"The file is larger than {LARGEST_FILE // 1_000_000} MB. Make it smaller or send it in parts."
TOO_MANY = f"A form takes {MOST_FILES} files. Record this one, and send the others with another."


@dataclass(frozen=True)
class SentFile:
    """A file that was sent with a draft, checked and stored; `said` is a sentence about its name, if it changed."""

    id: UUID
    question: str
    name: str
    kind: str
    size: int
    sha256: str
    stored_as: str
    said: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({FileKind(self.kind).label}, {readable(self.size)})"


class SkipsLargeFiles(FileUploadHandler):
    """Stops taking in a file that is too large while it arrives, so that it never fills the disk; answers stay."""

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        """Begin to count."""
        super().new_file(field_name, *args, **kwargs)
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Count, and pass on what still fits."""
        self.taken += len(raw_data)
        if self.taken > LARGEST_FILE:
            if self.request is not None:
                self.request.META.setdefault("sightline.too_large", set()).add(self.field_name)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler makes the file."""


def readable(size: int) -> str:
    """A size as people say it."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def take_in(upload: UploadedFile, *, draft: UUID, author: UUID, question: str) -> SentFile:
    """Check and store one file sent in answer to a question; raises NotAccepted with a sentence."""
    if (upload.size or 0) > LARGEST_FILE:
        raise NotAccepted(TOO_LARGE)
    question = question.replace("\x00", "\u2400")[:80]  # no column takes the one, and ours no more
    others = DraftFile.objects.filter(draft_id=draft).exclude(question=question)
    if others.count() >= MOST_FILES:
        raise NotAccepted(TOO_MANY)
    given = upload.name or ""
    found = recognise(upload.read())
    name = kept_name(given, found.kind)
    row = DraftFile(
        author_id=author,
        draft_id=draft,
        question=question,
        name=name,
        kind=found.kind,
        size=len(found.content),
        sha256=hashlib.sha256(found.content).hexdigest(),
        stored_as=storage.put(found.content),
        sent_at=timezone.now(),
    )
    replace(row)
    return sent(row, what_changed(given, name))


def replace(row: DraftFile) -> None:
    """Note a file as the answer to its question, in place of the one sent before."""
    DraftFile.objects.filter(draft_id=row.draft_id, question=row.question).delete()
    row.save(force_insert=True)


def keep_again(files: list[SentFile], *, draft: UUID, author: UUID) -> None:
    """Note files once more after the request that sent them failed; their bytes are stored by now."""
    for each in files:
        values = {
            name: getattr(each, name) for name in ("id", "question", "name", "kind", "size", "sha256", "stored_as")
        }
        replace(DraftFile(author_id=author, draft_id=draft, sent_at=timezone.now(), **values))


def files_of(draft: UUID) -> dict[str, SentFile]:
    """The files sent with a draft, by the code of their question."""
    return {row.question: sent(row) for row in DraftFile.objects.filter(draft_id=draft)}


def remove(draft: UUID, file: UUID) -> None:
    """Take back a file that was sent with a draft."""
    DraftFile.objects.filter(draft_id=draft, pk=file).delete()


def sent(row: DraftFile, said: str = "") -> SentFile:
    """A sent file as forms and actions use it."""
    return SentFile(row.pk, row.question, row.name, row.kind, row.size, row.sha256, row.stored_as, said)


def too_large(request: HttpRequest) -> set[str]:
    """The questions whose file was too large to be taken in."""
    return set(request.META.get("sightline.too_large", ()))
