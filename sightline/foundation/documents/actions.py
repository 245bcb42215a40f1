"""What is done with files of a record; drafts are no facts and are kept in drafts.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.documents.models import Passage, StoredFile
from sightline.foundation.documents.receiving import SentFile
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.door import Refusal, Work, action, corrects, withdraws
from sightline.foundation.facts import Acting, Occasion


class AlreadyWithdrawn(Refusal):
    """The file is no longer part of the record."""


class NotAboutAnybody(Refusal):
    """A passage that names nobody, or somebody whom the occasion was not about."""


def passages_of(occasion: Occasion, passages: Sequence[WrittenPassage], *, place: str = "said") -> Iterator[Passage]:
    """What was written of an occasion about some of its people only, in order, for actions of any area to yield."""
    for position, passage in enumerate(passages):
        yield Passage(
            occasion_kind=occasion._meta.label,
            occasion_id=occasion.pk,
            place=place,
            position=position,
            about=list(passage.about),
            may_know=passage.may_know,
            text=passage.text,
        )


def refuse_passages(passages: Sequence[WrittenPassage], children: Sequence[UUID]) -> None:
    """Raise unless each passage names children of the occasion."""
    if any(not passage.about or set(passage.about) - set(children) for passage in passages):
        raise NotAboutAnybody("Say which of the children each passage is about.")


def filed(sent: SentFile, *, person_id: UUID, on: date, received_from: str = "", title: str = "") -> StoredFile:
    """A sent file as a fact of a person's record, for actions of any area to yield."""
    return StoredFile(
        person_id=person_id,
        happened=on,
        title=title,
        name=sent.name,
        kind=sent.kind,
        size=sent.size,
        sha256=sent.sha256,
        stored_as=sent.stored_as,
        received_from=received_from,
    )


@action(permission=Permission.RECORD_FILE, says="filed a document")
def file_document(
    *, person_id: UUID, sent: SentFile, title: str, received_on: date, received_from: str, by: Acting
) -> Work:
    """File a document in a person's record, with where it came from and when it was received."""
    fact = filed(sent, person_id=person_id, on=received_on, received_from=received_from, title=title)
    yield fact
    return fact


@action(permission=Permission.RECORD_FILE, says="corrected what is said about a document")
def correct_document(
    *, file: StoredFile, title: str, received_on: date, received_from: str, reason: str, by: Acting
) -> Work:
    """Say differently what a document is and where it came from; its bytes stay the same."""
    refuse_if_withdrawn(file)
    new = StoredFile(
        person_id=file.person_id,
        happened=received_on,
        title=title,
        received_from=received_from,
        name=file.name,
        kind=file.kind,
        size=file.size,
        sha256=file.sha256,
        stored_as=file.stored_as,
    )
    yield corrects(file, new, reason=reason)
    return new


@action(permission=Permission.RECORD_FILE, says="withdrew a document filed by mistake")
def withdraw_document(*, file: StoredFile, reason: str, by: Acting) -> Work:
    """Take a document out of the record; that it was there, and why it went, stays."""
    refuse_if_withdrawn(file)
    yield withdraws(file, reason=reason)
    return file


def refuse_if_withdrawn(file: StoredFile) -> None:
    """Raise where somebody else withdrew or corrected the document first."""
    if file.superseded_at is not None:
        raise AlreadyWithdrawn("This document was withdrawn or corrected while you were writing. Open the list again.")
