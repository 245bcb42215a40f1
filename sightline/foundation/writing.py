"""How the door writes: corrections and endings first, then new rows kind by kind, then index and clocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import F

from sightline.foundation.audit_trail import recorder
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.catching_up import tell_readers
from sightline.foundation.chronology.models import RecordedByMistake
from sightline.foundation.facts import AboutChild, AboutPerson, Acting, Fact, Recorded
from sightline.foundation.many_rows import insert_many

OF_RECORDING = {field.name for field in Fact._meta.get_fields()} | {"recorded_against"}


class Refusal(Exception):
    """The law, practice or the database says no; the sentence is what the worker reads."""


class Conflict(Refusal):
    """Somebody else changed the same thing first; both texts are kept for the worker to choose from."""

    def __init__(self, theirs: models.Model, yours: dict[str, Any]) -> None:
        super().__init__("Somebody else changed this while you were writing. Choose what to keep.")
        self.theirs, self.yours = theirs, yours


@dataclass(frozen=True)
class Ending:
    """A spell that ends."""

    spell: Any
    on: date
    values: dict[str, Any]


@dataclass(frozen=True)
class Correction:
    """A fact that was wrong, and the fact that stands in its place; `moved` if only what it belongs to was wrong."""

    old: Any
    new: Any
    reason: str
    moved: bool = False


@dataclass(frozen=True)
class Withdrawal:
    """A fact that should never have been recorded, with nothing that stands in its place."""

    old: Any
    reason: str


@dataclass(frozen=True)
class Change:
    """New values for an aggregate, if nobody has changed it since the version the worker saw."""

    aggregate: Any
    version: int
    values: dict[str, Any]


def ends(spell: models.Model, *, on: date, **set_at_end: Any) -> Ending:
    """Say that a spell ended on a day, with whatever its kind records at the end."""
    return Ending(spell, on, set_at_end)


def corrects(old: models.Model, new: models.Model, *, reason: str) -> Correction:
    """Say that `new` stands in place of `old`; the old row stays readable, marked as corrected."""
    return Correction(old, new, reason)


def moves(old: models.Model, new: models.Model, *, reason: str) -> Correction:
    """Say that what a fact belongs to stands in another row now: `new` says the same, and keeps where it came from."""
    return Correction(old, new, reason, moved=True)


def withdraws(fact: models.Model, *, reason: str) -> Withdrawal:
    """Say that a fact was recorded by mistake and nothing stands in its place; it stays readable, marked so."""
    return Withdrawal(fact, reason)


def changes(aggregate: models.Model, *, version: int, **values: Any) -> Change:
    """Say what is new about an aggregate, as seen in this version; a stale version raises Conflict."""
    return Change(aggregate, version, values)


def again(fact: Fact, **values: Any) -> Any:
    """The same fact, not yet recorded, with other values."""
    return like(fact, type(fact), values)


def like(fact: Fact, kind: type[Fact], values: dict[str, Any]) -> Any:
    """A fact of some kind, not yet recorded, that shares what it can with another, such as its child."""
    fields = [each for each in kind._meta.concrete_fields if each.name not in OF_RECORDING and each.name not in values]
    same = {each.attname: getattr(fact, each.attname) for each in fields if hasattr(fact, each.attname)}
    return kind(**same, **values)


@dataclass
class Batch:
    """Everything one action yielded, in the order in which it must be written."""

    by: Acting
    at: datetime
    new: dict[type[models.Model], list[Any]] = field(default_factory=lambda: defaultdict(list))
    endings: list[Ending] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)

    def add(self, yielded: Any) -> None:
        """Take one thing that the action yielded."""
        if isinstance(yielded, Ending):
            self.endings.append(yielded)
        elif isinstance(yielded, Change):
            self.changed.append(yielded)
        elif isinstance(yielded, Correction):
            yielded.new.supersedes = yielded.old
            yielded.new.correction_reason = yielded.reason
            self.corrections.append(yielded)
            self.new[type(yielded.new)].append(yielded.new)
        elif isinstance(yielded, Withdrawal):
            self.withdrawals.append(yielded)
            self.new[RecordedByMistake] += mistakes(yielded, self.at)
        else:
            self.new[type(yielded)].append(yielded)

    def touched(self) -> Iterator[models.Model]:
        """Every row this batch writes or marks."""
        for rows in self.new.values():
            yield from rows
        yield from (ending.spell for ending in self.endings)
        yield from (correction.old for correction in self.corrections)
        yield from (withdrawal.old for withdrawal in self.withdrawals)
        yield from (change.aggregate for change in self.changed)

    def subjects(self) -> set[UUID]:
        """The people whom anything in this batch is about."""
        return {person for row in self.touched() for person in subjects_of(row)}

    def references(self) -> list[list[str]]:
        """Kind and key of every row written or marked."""
        return [[row._meta.label, str(row.pk)] for row in self.touched()]

    def kinds(self) -> set[type[models.Model]]:
        """The kinds of row that this batch writes or marks."""
        return {type(row) for row in self.touched()}


def mistakes(withdrawal: Withdrawal, at: datetime) -> list[RecordedByMistake]:
    """For each person whom a withdrawn fact is about, that it was recorded by mistake, and why."""
    old = withdrawal.old
    return [
        RecordedByMistake(
            person_id=person, happened=london_today(at), kind=old._meta.label, fact_id=old.pk, reason=withdrawal.reason
        )
        for person in subjects_of(old)
    ]


def subjects_of(row: models.Model) -> list[UUID]:
    """The people a row is about: one for most facts, several for an occasion, the row itself for a person."""
    named = getattr(row, "subject_field", "")
    if not named:
        return []
    if named == "self":
        return [row.pk]
    value = getattr(row, f"{named}_id", None) or getattr(row, named)
    return list(value) if isinstance(value, list) else [value]


def write(batch: Batch, entry_id: int) -> None:
    """Write a batch in the caller's transaction, with its change rows told which audit entry they belong to."""
    recorder.work_under(entry_id)
    mark_corrected(batch)
    mark_ended(batch, entry_id)
    apply_changes(batch, entry_id)
    for kind, rows in in_order_of_reference(batch.new):
        insert(kind, rows, batch, entry_id)
    tell_readers(batch)


def mark_corrected(batch: Batch) -> None:
    """Mark the rows that are corrected or withdrawn, before the rows that replace them arrive."""
    wrong = [correction.old for correction in batch.corrections] + [withdrawn.old for withdrawn in batch.withdrawals]
    for old in wrong:
        marked = type(old).objects.filter(pk=old.pk, superseded_at=None).update(superseded_at=batch.at)
        if not marked:
            raise Conflict(old, {})


def mark_ended(batch: Batch, entry_id: int) -> None:
    """Set the ends of spells, each once."""
    for ending in batch.endings:
        unknown = set(ending.values) - set(ending.spell.set_at_end) - {"ended_at"}
        if unknown:
            raise TypeError(f"{type(ending.spell).__name__} does not set {', '.join(unknown)} at its end")
        open_spell = type(ending.spell).objects.filter(pk=ending.spell.pk, ended=None, superseded_at=None)
        marked = open_spell.update(
            ended=ending.on,
            end_recorded_at=batch.at,
            end_recorded_by=batch.by.practitioner_id,
            end_entry_id=entry_id,
            **ending.values,
        )
        if not marked:
            raise Conflict(ending.spell, ending.values)


def apply_changes(batch: Batch, entry_id: int) -> None:
    """Bring aggregates to their next version; the loser of a race is told, and nothing is overwritten."""
    for change in batch.changed:
        same = type(change.aggregate).objects.filter(pk=change.aggregate.pk, version=change.version)
        if not same.update(version=F("version") + 1, entry_id=entry_id, **change.values):
            raise Conflict(type(change.aggregate).objects.get(pk=change.aggregate.pk), change.values)


def in_order_of_reference(
    new: dict[type[models.Model], list[Any]],
) -> Iterable[tuple[type[models.Model], list[Any]]]:
    """The kinds of row, those that others in the batch refer to before those that refer to them."""
    waiting = dict(new)
    while waiting:
        ready = [kind for kind in waiting if not refers_to(kind, waiting.keys() - {kind})]
        for kind in ready or list(waiting)[:1]:
            yield kind, waiting.pop(kind)


def refers_to(kind: type[models.Model], others: Iterable[type[models.Model]]) -> bool:
    """Whether rows of a kind point at rows of any of the others."""
    others = set(others)
    return any(field.related_model in others for field in kind._meta.concrete_fields if field.is_relation)


def insert(kind: type[models.Model], rows: list[Any], batch: Batch, entry_id: int) -> None:
    """Write new rows of one kind, stamped with who recorded them and when."""
    kept = {each.new.pk: each.old.source for each in batch.corrections if each.moved}
    for row in rows:
        if isinstance(row, Recorded):
            row.recorded_at = moment(row.recorded_at, batch)
            row.recorded_by_id = batch.by.practitioner_id
            row.entry_id = entry_id
            row.source = kept.get(row.pk, batch.by.source)
        if isinstance(row, AboutChild | AboutPerson):
            row.recorded_against = subjects_of(row)[0]
        if getattr(row, "ended", None) is not None:
            row.end_recorded_at, row.end_entry_id = moment(row.end_recorded_at, batch), entry_id
            row.end_recorded_by_id = batch.by.practitioner_id
    insert_many(kind, rows)
    if getattr(kind, "subject_field", "") == "self":
        recorder.open_created([row.pk for row in rows])


def moment(told: datetime | None, batch: Batch) -> datetime:
    """When something was recorded: now, or as history of an import or the demonstration says of it, never later."""
    if told is None or not batch.by.tells_history:
        return batch.at
    return min(told, batch.at)
