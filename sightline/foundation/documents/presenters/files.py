"""What pages about documents show."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment, format_short_date
from sightline.foundation.documents.models import StoredFile
from sightline.foundation.documents.queries.files import Withdrawn
from sightline.foundation.documents.receiving import readable
from sightline.ui.components import Column, EmptyState, Link, Table


def files_table(child: UUID, files: list[StoredFile], *, add: bool) -> Table:
    """The documents of a record."""
    first = Link("File a document", reverse("documents:add", args=[child])) if add else None
    return Table(
        caption="Documents",
        caption_hidden=True,
        columns=["Document", "Received", "From", "Kind", "Filed"],
        rows=[row(child, file) for file in files],
        empty=EmptyState("No documents yet", "Letters, reports and e-mails about this child are filed here.", first),
    )


def row(child: UUID, file: StoredFile) -> list[object]:
    """One document in the list."""
    return [
        Link(file.title or file.name, reverse("documents:document", args=[child, file.pk])),
        format_short_date(file.happened),
        file.received_from or "Not recorded",
        f"{file.get_kind_display()}, {readable(file.size)}",
        filed_by(file),
    ]


def filed_by(file: StoredFile) -> str:
    """Who filed a document, and when."""
    name = file.recorded_by.name if file.recorded_by else "The system"
    return f"{name}, {format_short_date(file.recorded_at.date())}"


def withdrawn_table(files: list[Withdrawn]) -> Table:
    """Documents that were withdrawn, and why."""
    return Table(
        caption="Withdrawn documents",
        columns=[Column("Document"), "Received", "Why it was withdrawn"],
        rows=[
            [each.file.title or each.file.name, format_short_date(each.file.happened), each.reason] for each in files
        ],
    )


def file_facts(file: StoredFile) -> list[dict[str, object]]:
    """Everything known about one document, as rows of a summary list."""
    filed = f"{file.recorded_by.name if file.recorded_by else 'The system'}, {format_moment(file.recorded_at)}"
    known = [
        ("Received", format_date(file.happened)),
        ("From", file.received_from or "Not recorded"),
        ("Name of the file", file.name),
        ("Kind", f"{file.get_kind_display()}, {readable(file.size)}"),
        ("Filed by", filed),
        *([("Corrected because", file.correction_reason)] if file.correction_reason else []),
        ("Fingerprint (SHA-256)", file.sha256),
    ]
    return [{"key": {"text": key}, "value": {"text": text}} for key, text in known]
