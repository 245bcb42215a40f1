"""How a draft is kept: what was typed is saved before anything is done with it, and never over another text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import DatabaseError, OperationalError, connection, transaction
from django.http import QueryDict
from django.utils import timezone

from sightline.foundation.documents.models import Draft, DraftFile, FinishedDraft
from sightline.foundation.documents.tickets import Ticket
from sightline.foundation.identifiers import new_id

Answers = dict[str, list[str]]

BUTTONS = frozenset({"add_another", "remove_one", "save_for_later"})
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "draft", "draft_version"}) | BUTTONS
MOST_CHARACTERS = 1_000_000  # one draft; about 400 pages
MOST_ANSWERS = 4_000
TOO_LONG = (
    f"This form holds more than can be kept, which is {MOST_CHARACTERS:,} characters. "
    "Copy the longest text into a document and send it as a file instead."
)


class Outcome(StrEnum):
    """What became of an attempt to save a draft."""

    SAVED = "saved"
    CONFLICT = "conflict"  # another page saved a different text: this one is kept beside it, as a copy
    RECORDED_BEFORE = "recorded_before"  # the same answers were recorded already
    BEGUN_AGAIN = "begun_again"  # recorded or discarded already, and these answers differ: kept as a new draft
    TOO_LONG = "too_long"  # nothing was saved


@dataclass(frozen=True)
class Kept:
    """The outcome of saving, the ticket and version to go on with, and both texts where they differ."""

    outcome: Outcome
    ticket: Ticket
    version: int = 0
    saved_at: datetime | None = None
    went_to: str = ""
    yours: Answers = field(default_factory=dict)
    theirs: Answers = field(default_factory=dict)


def answers_of(post: QueryDict) -> Answers:
    """A raw post as it is kept: every answer as typed, without buttons and tokens."""
    return {
        code.replace("\x00", "\u2400"): [text.replace("\x00", "\u2400") for text in post.getlist(code)]
        for code in post
        if code not in NOT_KEPT
    }


def version_seen(post: QueryDict) -> int:
    """The version of the draft that the page showed or saved last."""
    text = post.get("draft_version", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def as_post(answers: Mapping[str, list[str]]) -> QueryDict:
    """Kept answers as the form receives them."""
    post = QueryDict(mutable=True)
    for code, texts in answers.items():
        post.setlist(code, list(texts))
    return post


def is_too_long(answers: Answers) -> bool:
    """Whether answers are more than a draft holds."""
    characters = sum(len(code) + len(text) for code, texts in answers.items() for text in texts)
    return characters > MOST_CHARACTERS or sum(map(len, answers.values())) > MOST_ANSWERS


def digest(answers: Answers) -> str:
    """A fingerprint of answers, by which the same request is known when it comes again."""
    return hashlib.sha256(json.dumps(answers, sort_keys=True).encode()).hexdigest()


def keep(ticket: Ticket, answers: Answers, seen: int, now: datetime | None = None) -> Kept:
    """Save answers into a draft last seen in version `seen`; the caller's transaction names the author as its actor."""
    now = now or timezone.now()
    if is_too_long(answers):
        return Kept(Outcome.TOO_LONG, ticket, version=seen)
    row = Draft.objects.select_for_update().filter(pk=ticket.draft).first()
    if row is None:
        finished = FinishedDraft.objects.filter(pk=ticket.draft).first()
        if finished is not None:
            return keep_after_end(ticket, finished, answers, now)
        row = insert(ticket, answers, seen, now)
        if row is None:
            return keep(replace(ticket, draft=new_id()), answers, 0, now)
    if row.data == answers:
        return saved(ticket, row)
    if seen != row.version and row.page != ticket.page:
        return keep_beside(ticket, row, answers, now)
    return saved(ticket, overwrite(ticket, row, answers, now))


def insert(ticket: Ticket, answers: Answers, seen: int, now: datetime, copy_of: UUID | None = None) -> Draft | None:
    """Save a draft for the first time; nothing where its key belongs to somebody else."""
    row = Draft(
        id=ticket.draft,
        author_id=ticket.author,
        form=ticket.form,
        form_version=ticket.form_version,
        title=ticket.title,
        address=ticket.address,
        subjects=list(ticket.subjects),
        data=answers,
        page=ticket.page,
        copy_of=copy_of,
        version=seen + 1,
        started_at=now,
        saved_at=now,
    )
    Draft.objects.bulk_create([row], ignore_conflicts=True)  # another page, or a second copy, may be a moment earlier
    return Draft.objects.select_for_update().filter(pk=ticket.draft).first()


def overwrite(ticket: Ticket, row: Draft, answers: Answers, now: datetime) -> Draft:
    """Save over what the same page, or nobody since, has saved; answers that are no longer asked stay beside it."""
    if row.page != ticket.page:
        Draft.objects.filter(pk=ticket.as_copy().draft).delete()  # this page had lost, and has chosen since
    gone = {code: texts for code, texts in row.data.items() if code not in answers and any(map(str.strip, texts))}
    row.left_over = {code: texts for code, texts in {**row.left_over, **gone}.items() if code not in answers}
    row.data, row.page, row.saved_at, row.version = answers, ticket.page, now, row.version + 1
    row.form_version = ticket.form_version
    row.save(update_fields=["data", "left_over", "page", "saved_at", "version", "form_version"])
    return row


def saved(ticket: Ticket, row: Draft) -> Kept:
    """That a draft is saved."""
    return Kept(Outcome.SAVED, ticket, version=row.version, saved_at=row.saved_at)


def keep_beside(ticket: Ticket, row: Draft, answers: Answers, now: datetime) -> Kept:
    """Keep the text of the page that lost as a draft of its own, and tell both texts."""
    copy = ticket.as_copy()
    found = insert(copy, answers, 0, now, copy_of=row.pk)
    if found is not None and found.data != answers:
        Draft.objects.filter(pk=copy.draft).update(data=answers, saved_at=now, version=found.version + 1)
    return Kept(Outcome.CONFLICT, ticket, row.version, row.saved_at, yours=answers, theirs=row.data)


def keep_after_end(ticket: Ticket, finished: FinishedDraft, answers: Answers, now: datetime) -> Kept:
    """The same request again is told what became of it; other answers begin a new draft."""
    if finished.digest == digest(answers):
        return Kept(Outcome.RECORDED_BEFORE, ticket, went_to=finished.went_to)
    again = ticket.as_copy()
    row = insert(again, answers, 0, now)
    if row is None or FinishedDraft.objects.filter(pk=again.draft).exists():
        again = replace(ticket, draft=new_id())
        row = insert(again, answers, 0, now)
    if row is not None and row.data != answers:
        row = overwrite(again, row, answers, now)
    return Kept(Outcome.BEGUN_AGAIN, again, row.version if row else 1, now)


def finish(ticket: Ticket, answers: Answers) -> None:
    """Remove a draft because it was recorded, in the transaction of the action; its fingerprint stays for a while."""
    end(ticket.draft, ticket.author, digest(answers))


def end(draft: UUID, author: UUID, fingerprint: str) -> None:
    """Remove a draft, its copies and the files sent with it that nothing else holds by now."""
    FinishedDraft.objects.bulk_create(
        [FinishedDraft(id=draft, author_id=author, digest=fingerprint, finished_at=timezone.now())],
        ignore_conflicts=True,
    )
    DraftFile.objects.filter(draft_id=draft).delete()
    Draft.objects.filter(pk=draft).delete()


def went_to(draft: UUID, address: str) -> None:
    """Note where the recorded form led, so that the same request, sent again, gets the same answer."""
    FinishedDraft.objects.filter(pk=draft).update(went_to=address[:500])


def led_to(draft: UUID, answers: Answers) -> str:
    """Where the form led that was recorded with these answers; nothing where none was."""
    found = FinishedDraft.objects.filter(pk=draft, digest=digest(answers)).values_list("went_to", flat=True)
    return found.first() or ""


@contextmanager
def in_turn(draft: UUID) -> Iterator[None]:
    """Let nobody else answer a copy of this form meanwhile; who waits as long as for any lock goes on all the same."""
    held = is_held(draft)
    try:
        yield
    finally:
        if held:
            let_go(draft)


def is_held(draft: UUID) -> bool:
    """Whether the lock of a form could be taken in time."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [str(draft)])
    except OperationalError:
        return False
    return True


def let_go(draft: UUID) -> None:
    """Give the lock of a form back; a connection that cannot say so is closed, which gives it back as well."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [str(draft)])
    except DatabaseError:
        connection.close()


def load(draft: UUID, form: str) -> Draft | None:
    """The author's draft of this form; nothing for anybody else."""
    return Draft.objects.filter(pk=draft, form=form).first()


def settle(original: UUID, copy: UUID, chosen: Answers) -> None:
    """Bring two texts together: the answers chosen from the copy go into the original, and the copy is gone."""
    row = Draft.objects.select_for_update().get(pk=original)
    row.data = {**row.data, **chosen}
    row.version, row.saved_at = row.version + 1, timezone.now()
    row.page = ""
    row.save(update_fields=["data", "version", "saved_at", "page"])
    Draft.objects.filter(pk=copy).delete()
