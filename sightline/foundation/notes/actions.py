"""Recording case notes, correcting them, and finishing the steps that follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.documents.actions import filed, passages_of, refuse_passages
from sightline.foundation.documents.receiving import SentFile
from sightline.foundation.documents.rules.passages import WrittenPassage
from sightline.foundation.door import Refusal, Work, action, again, corrects, withdraws
from sightline.foundation.facts import Acting
from sightline.foundation.moments import when_happened
from sightline.foundation.notes import queries, rules
from sightline.foundation.notes.models import CaseNote, NextStep, Noted, StepDone
from sightline.foundation.notes.rules import Step
from sightline.foundation.standing import hold

CORRECTED_BEFORE = "Somebody corrected this before you. Look at what stands now."


class NotTold(Refusal):
    """Something without which a note cannot be understood is missing."""


@action(permission=Permission.RECORD_NOTE, says="recorded a case note")
def record_note(
    *,
    happened_on: date,
    kind: str,
    with_whom: str,
    account: str,
    children: Sequence[UUID],
    happened_at: datetime | None = None,
    step: Step | None = None,
    passages: Sequence[WrittenPassage] = (),
    files: Sequence[SentFile] = (),
    by: Acting,
) -> Work:
    """Record a call, text, email, letter or conversation about one child or several, with files and a next step."""
    refuse_note(kind, account, children)
    refuse_passages(passages, children)
    if step is not None:
        refuse_step(step, happened_on)
    moment = when_happened(happened_on, happened_at)
    note = CaseNote(**moment, children=list(children))
    yield note
    for child in children:
        stored = [filed(each, person_id=child, on=happened_on, received_from=with_whom[:200]) for each in files]
        yield from stored
        said = {"kind": kind, "with_whom": with_whom, "account": account, "files": [each.pk for each in stored]}
        yield Noted(child_id=child, note=note, **moment, **said)
        if step is not None:
            asked = {"what": step.what, "owner_id": step.owner, "by_when": step.by_when}
            yield NextStep(child_id=child, note=note, happened=happened_on, **asked)
    yield from passages_of(note, passages)
    return note


def refuse_note(kind: str, account: str, children: Sequence[UUID]) -> None:
    """Raise unless it is about somebody, of a known kind, and says something."""
    if not children or len(set(children)) < len(children):
        raise NotTold("Say once for each child that the note is about them.")
    if kind not in rules.NoteKind.values:
        raise NotTold("Say what kind of note it is.")
    if not account.strip():
        raise NotTold("Say what was said, or what happened.")


def refuse_step(step: Step, happened_on: date) -> None:
    """Raise unless a next step says what is to be done and comes after the note."""
    if not step.what.strip():
        raise NotTold("Say what is to be done next.")
    if step.by_when < happened_on:
        raise NotTold("The next step must not be due before the note.")


@action(permission=Permission.RECORD_NOTE, says="corrected a case note")
def correct_note(
    *,
    wrong: UUID,
    happened_on: date,
    kind: str,
    with_whom: str,
    account: str,
    why: str,
    happened_at: datetime | None = None,
    by: Acting,
) -> Work:
    """Put right a note for the children whose records are open; its files, passages and next steps stay."""
    note = queries.note_of(wrong)
    if note is None or not note.noted:
        raise Refusal(CORRECTED_BEFORE)
    hold([each.child_id for each in note.noted])
    refuse_note(kind, account, [each.child_id for each in note.noted])
    moment = when_happened(happened_on, happened_at)
    right = moment | {"kind": kind, "with_whom": with_whom, "account": account}
    wrong_ones = [each for each in note.noted if any(getattr(each, name) != value for name, value in right.items())]
    if not wrong_ones:
        raise Refusal("Nothing is different from what is recorded.")
    if any(getattr(note.row, name) != value for name, value in moment.items()):
        yield corrects(note.row, again(note.row, first=note.row.occasion, **moment), reason=why)
    for each in wrong_ones:
        yield corrects(each, again(each, **right), reason=why)
    return note.row


@action(permission=Permission.RECORD_NOTE, says="took a case note out of a record")
def withdraw_note(*, wrong: UUID, child: UUID, why: str, by: Acting) -> Work:
    """Say that a note was recorded about a child by mistake, with its files and next step."""
    hold([child])
    old = queries.noted_in(child, wrong)
    note = queries.note_of(old.note_id) if old else None
    if old is None or note is None or old.superseded_at is not None:
        raise Refusal(CORRECTED_BEFORE)
    alone = [each for each in note.passages_for(child) if each.about == [child]]
    step = note.step_for(child)
    for fact in (old, *alone, *queries.files_with(old), *([step] if step else [])):
        yield withdraws(fact, reason=why)
    return old


@action(permission=Permission.RECORD_NOTE, says="finished a next step")
def finish_step(*, step: NextStep, on: date, became: str, by: Acting) -> Work:
    """Say that a next step is done, or what became of it, for every child of its note whose record is open."""
    note = queries.note_of(step.note_id)
    open_ones = [each for each in note.steps if each.pk not in note.done] if note else []
    if step.pk not in {each.pk for each in open_ones}:
        raise Refusal("This step was finished before you. Look at the note.")
    if on < step.happened:
        raise Refusal("A step cannot be finished before the note it follows from.")
    for each in open_ones:
        yield StepDone(child_id=each.child_id, happened=on, step=each, became=became)
    return step
