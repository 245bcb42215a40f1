"""Named questions about drafts; each is answered only for the draft's author."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse

from sightline.foundation.documents.models import Draft
from sightline.foundation.documents.tickets import with_draft


@dataclass(frozen=True)
class DraftLine:
    """A draft as its author's list shows it."""

    id: UUID
    form: str
    title: str
    link: str
    subjects: tuple[UUID, ...]
    started_at: datetime
    saved_at: datetime
    is_copy: bool


@dataclass(frozen=True)
class DraftText(DraftLine):
    """A draft with what was typed."""

    data: dict[str, list[str]]
    copy_of: UUID | None


SHOWN = ("id", "form", "title", "address", "subjects", "started_at", "saved_at", "copy_of")


def drafts_of(practitioner: UUID) -> list[DraftLine]:
    """What somebody has begun and not finished, the latest first; the texts themselves are not read."""
    rows = Draft.objects.filter(author=practitioner).only(*SHOWN).order_by("-saved_at")
    return [DraftLine(**line_of(row)) for row in rows]


def draft_of(draft: UUID) -> DraftText | None:
    """One of the signed-in practitioner's own drafts."""
    row = Draft.objects.filter(pk=draft).first()
    return DraftText(**line_of(row), data=row.data, copy_of=row.copy_of) if row else None


def original_of(copy: UUID) -> DraftText | None:
    """The draft from which a copy differs, if it is still there."""
    found = draft_of(copy)
    return draft_of(found.copy_of) if found and found.copy_of else None


def line_of(row: Draft) -> dict[str, Any]:
    """What the list shows of a draft."""
    copy = row.copy_of is not None
    link = reverse("documents:choose", args=[row.pk]) if copy else with_draft(row.address, row.pk)
    return {
        "id": row.pk,
        "form": row.form,
        "title": row.title,
        "link": link,
        "subjects": tuple(row.subjects),
        "started_at": row.started_at,
        "saved_at": row.saved_at,
        "is_copy": copy,
    }


@dataclass(frozen=True)
class DraftOfReport:
    """That somebody has begun something and not finished it: its title and its age, never its text."""

    author: UUID
    title: str
    started_at: datetime
    saved_at: datetime


def drafts_of_reports() -> list[DraftOfReport]:
    """Unfinished drafts of those whom the signed-in practitioner manages, the oldest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT author_id, title, started_at, saved_at FROM drafts_of_reports()")
        return [DraftOfReport(*row) for row in cursor.fetchall()]
