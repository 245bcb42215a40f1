"""Named questions about the files of a record that was opened."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sightline.foundation.chronology.models import RecordedByMistake
from sightline.foundation.documents import storage
from sightline.foundation.documents.models import DraftFile, StoredFile

KIND = "documents.StoredFile"


@dataclass(frozen=True)
class Withdrawn:
    """A document that was taken out of a record."""

    file: StoredFile
    reason: str


def files_in_record(person: UUID) -> list[StoredFile]:
    """The documents of a record, those received last first."""
    rows = StoredFile.objects.current().filter(person=person).select_related("recorded_by")
    return list(rows.order_by("-happened", "-recorded_at"))


def file_in_record(person: UUID, file: UUID) -> StoredFile | None:
    """One document of a record, unless it was withdrawn or corrected since."""
    return StoredFile.objects.current().filter(person=person, pk=file).select_related("recorded_by").first()


def withdrawn_files(person: UUID) -> list[Withdrawn]:
    """Documents that were filed by mistake, with the reasons why they went."""
    reasons = dict(RecordedByMistake.objects.filter(person=person, kind=KIND).values_list("fact_id", "reason"))
    rows = StoredFile.objects.filter(person=person, pk__in=reasons).order_by("-happened") if reasons else []
    return [Withdrawn(row, reasons[row.pk]) for row in rows]


def corrected_to(person: UUID, file: UUID) -> UUID | None:
    """The document that stands in place of a corrected one, however often it was corrected."""
    seen: set[UUID] = set()
    while file not in seen:
        seen.add(file)
        following = StoredFile.objects.filter(person=person, supersedes=file).values_list("pk", flat=True).first()
        if following is None:
            break
        file = following
    return file if len(seen) > 1 else None


def content_of(file: StoredFile) -> bytes:
    """The bytes of a document; raises storage.Damaged where they are not those that were filed."""
    return storage.get(file.stored_as, file.sha256)


def names_in_use(names: list[str]) -> set[str]:
    """Those of these names on disk that a row still names; asked by jobs, which see every row."""
    filed = StoredFile.objects.filter(stored_as__in=names).values_list("stored_as", flat=True)
    sent = DraftFile.objects.filter(stored_as__in=names).values_list("stored_as", flat=True)
    return {*filed, *sent}
