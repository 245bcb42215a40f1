"""How the projection is kept equal to the facts: after every write, and again when a rule or a list changes."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction

from sightline.foundation.area import Reads, areas, readers_of
from sightline.foundation.calendar.instants import day_of, london_today
from sightline.foundation.facts import Fact
from sightline.foundation.identifiers import new_id
from sightline.foundation.many_rows import insert_or_replace
from sightline.foundation.timescales import lives
from sightline.foundation.timescales.coverage import Known, coverage_of, within_coverage
from sightline.foundation.timescales.models import ClockReason, ClockRow, Coverage, KeptDates, LocalLimit, Remark
from sightline.foundation.timescales.rules import (
    OFFICIAL,
    Calendars,
    Clock,
    Ending,
    LocalLimits,
    LocalRule,
    State,
    Tier,
)
from sightline.foundation.timescales.rules.clock import CALENDAR_ENDS, Key
from sightline.foundation.timescales.sharing import counting

logger = logging.getLogger(__name__)

DATES = tuple(field.name for field in KeptDates._meta.get_fields())
UPDATED = (*DATES, "child", "subject_kind", "anchor_kind", "owed_by", "read_by", "inputs")
UNIQUE = ("timescale", "subject_id", "anchor_id", "part")
NOBODY = UUID(int=0)  # a clock may be about something else than a child
STEP = 500  # children whose clocks are counted again in one transaction
LOCKED_ONE_BY_ONE = 500  # children; the database has room for a few thousand locks
EVERYBODY = 7_460_520_471  # the number of the lock that stands for all children; any number would do
LOCK_EVERYBODY = "SELECT pg_advisory_xact_lock(%s)"
LOCK_EACH = "SELECT pg_advisory_xact_lock_shared(%s), pg_advisory_xact_lock(one) FROM unnest(%s::bigint[]) AS each(one)"

SAID: ContextVar[set[str]] = ContextVar("timescales of which it was said that a calendar ends before they are due")


class NewRow(SimpleNamespace):
    """A row of the projection before it is written: without a model's weight, since an import makes millions."""

    key: Key


Written = tuple[Any, ClockRow | None]  # a row to write, and the row it replaces


@dataclass(frozen=True)
class Difference:
    """A clock for which the projection is not what the facts say."""

    key: Key
    what: str


@dataclass(frozen=True)
class Settings:
    """What clocks are counted with, besides the facts."""

    calendars: Calendars
    local: LocalLimits
    waived: dict[Key, Ending]
    covered: Known
    lives: dict[UUID, lives.Life]
    today: date  # what ends later is not closed yet


def refresh(children: Iterable[UUID], written: Iterable[type[models.Model]]) -> None:
    """Bring clocks up to date with the facts just written, in as many statements for a thousand children as for one."""
    people, kinds = list(children), set(written)
    readers = all_readers() if kinds & {ClockReason, Coverage} else readers_of(kinds)
    may_end = bool(kinds & set(lives.READS))
    if people and (readers or may_end):
        one_at_a_time(people)
        readers += lives.others(people, readers, all_readers()) if may_end else []
        settings = settings_for(people, readers)
        with counting():
            for reads in readers:
                changed, gone = compared(reads, people, settings)
                say_where_a_calendar_ends(changed)
                store(changed, gone)


def rebuild(children: Iterable[UUID], *, compare: bool = False, calendars: Calendars = OFFICIAL) -> list[Difference]:
    """Count open and changed clocks of these children again; the differences, which `compare` leaves as they are."""
    people = list(children)
    one_at_a_time(people)
    settings = settings_for(people, all_readers(), calendars)
    found: list[Difference] = []
    with counting():
        for reads in all_readers():
            changed, gone = compared(reads, people, settings)
            found += differences(changed, gone)
            if not compare:
                store(changed, gone)
    return found


def rebuild_in_steps(children: Iterable[UUID], *, compare: bool = False) -> list[Difference]:
    """As `rebuild`, for any number of children: some at a time, each time in a transaction of its own."""
    people = list(children)
    found: list[Difference] = []
    for first in range(0, len(people), STEP):
        with transaction.atomic():
            found += rebuild(people[first : first + STEP], compare=compare)
    return found


def one_at_a_time(people: list[UUID]) -> None:
    """Wait, to the end of the transaction, for whoever else is counting clocks of one of these children.

    Two requests that each record something about a child cannot see each other's facts before they commit; the one that
    counts last sees both. Very many children are counted while nobody else counts any.
    """
    each: Any = sorted(lock_of(person) for person in people)
    with connection.cursor() as cursor:
        if len(people) > LOCKED_ONE_BY_ONE:
            cursor.execute(LOCK_EVERYBODY, [EVERYBODY])
        else:
            cursor.execute(LOCK_EACH, [EVERYBODY, each])


def lock_of(person: UUID) -> int:
    """The number of the lock that stands for a child."""
    return person.int & 0x7FFF_FFFF_FFFF_FFFF


def all_readers() -> list[Reads]:
    """Every clock function that an area declares."""
    return [reads for area in areas() for reads in area.clocks]


def settings_for(people: list[UUID], readers: Iterable[Reads], calendars: Calendars = OFFICIAL) -> Settings:
    """Calendars, the authority's own limits, what was waived for these children, and what files could know."""
    limits = LocalLimit.objects.current()
    rules = tuple(LocalRule(limit.timescale, limit.allows, limit.happened) for limit in limits)
    covered = coverage_of(people) if any(reads.stopped_by for reads in readers) else {}
    return Settings(calendars, LocalLimits(rules), waivers(people), covered, lives.lives_of(people), london_today())


def waivers(people: list[UUID]) -> dict[Key, Ending]:
    """The clocks of these children that were waived, also where the fact that started them was corrected since."""
    said = list(ClockReason.objects.current().about(people).filter(remark=Remark.WAIVER))
    kinds = {reason.anchor_kind for reason in said}
    now = {kind: corrections(kind, {reason.anchor_id for reason in said}) for kind in kinds}
    found: dict[Key, Ending] = {}
    for reason in said:
        timescale, subject, (kind, anchor), part = reason.key
        ending = Ending("waived", on=reason.happened, state=State.WAIVED)
        found |= {(timescale, subject, (kind, key), part): ending for key in now[kind][anchor]}
    return found


def corrections(kind: str, anchors: set[UUID]) -> dict[UUID, set[UUID]]:
    """For each of these facts itself and the facts that have stood in its place since, one after another."""
    model = apps.get_model(kind)
    found = {anchor: {anchor} for anchor in anchors}
    origin = {anchor: anchor for anchor in anchors}
    while origin and issubclass(model, Fact):
        newer = model._default_manager.filter(supersedes__in=origin).values_list("supersedes", "pk")
        origin = {new: origin[old] for old, new in newer}
        for new, old in origin.items():
            found[old].add(new)
    return found


def compared(reads: Reads, people: list[UUID], settings: Settings) -> tuple[list[Written], list[ClockRow]]:
    """Rows to write, each with the row it replaces, and rows that no longer have a reason."""
    name = lives.name_of(reads)
    stored = {row.key: row for row in ClockRow.objects.about(people).filter(read_by=name)}
    changed: list[Written] = []
    held = within_coverage(reads.clocks(people), reads.stopped_by, settings.covered)
    for key, clock in by_key(held).items():
        if opens_too_late(clock, settings.calendars):
            continue
        old = stored.pop(key, None)
        lived = lives.within_life(clock, settings.lives.get(clock.child or NOBODY), goes_on=reads.goes_on)
        new = row_of(waived(lived, settings), name, settings)
        if old is None or differs(old, new, settings.today):
            changed.append((new, old))
    return changed, list(stored.values())


def opens_too_late(clock: Clock, calendars: Calendars) -> bool:
    """Whether a clock opens, as on a birthday, when bank holidays are not known yet: a newer list will make it."""
    return clock.start is not None and day_of(clock.start) > calendars.bank_holidays.ends


def by_key(clocks: Iterable[Clock]) -> dict[Key, Clock]:
    """Clocks by what tells them apart; raises ValueError if two cannot be told apart."""
    found: dict[Key, Clock] = {}
    for clock in clocks:
        if clock.key in found:
            raise ValueError(f"Two clocks {clock.key[0]} have the same subject, anchor and part.")
        found[clock.key] = clock
    return found


def waived(clock: Clock, settings: Settings) -> Clock:
    """The clock, ended if it is a local standard that was waived; law and guidance cannot be waived."""
    ending = settings.waived.get(clock.key)
    if ending is None or clock.rule.tier is not Tier.PRACTICE or clock.ended is not None:
        return clock
    return replace(clock, ended=ending)


def row_of(clock: Clock, read_by: str, settings: Settings) -> NewRow:
    """The projection of one clock."""
    dates = clock.dates(settings.calendars, settings.local)
    subject_kind, subject_id = clock.subject_reference
    anchor_kind, anchor_id = clock.anchor_reference
    return NewRow(
        **vars(dates),
        id=new_id(),
        key=clock.key,
        child_id=clock.child,
        subject_kind=subject_kind,
        subject_id=subject_id,
        anchor_kind=anchor_kind,
        anchor_id=anchor_id,
        part=clock.part,
        owed_by=clock.owed_by,
        read_by=read_by,
        inputs=clock.inputs,
    )


@contextmanager
def said_once() -> Iterator[None]:
    """While this lasts, of each timescale it is said only once that a calendar ends: as long as an import takes."""
    token = SAID.set(set())
    try:
        yield
    finally:
        SAID.reset(token)


def say_where_a_calendar_ends(changed: Iterable[Written]) -> None:
    """Say in the log for which timescales no date could be counted, once for all the clocks of each."""
    found = Counter(row.timescale for row, _ in changed if row.missing == CALENDAR_ENDS)
    said = SAID.get(set())
    for timescale in found.keys() - said:
        logger.warning("calendar_ends", extra={"timescale": timescale, "clocks": found[timescale]})
    said |= found.keys()


def differs(old: ClockRow, new: NewRow, today: date) -> bool:
    """Whether a row must be written again: a closed clock only if the facts that closed it have changed (C16)."""
    if old.was_closed_by(today) and old.inputs == new.inputs:
        return False
    return bool(changed_columns(old, new))


def changed_columns(old: ClockRow, new: NewRow) -> list[str]:
    """The columns in which two rows for one clock differ."""
    compared_columns = (*DATES, "child_id", "owed_by", "inputs")
    return [name for name in compared_columns if getattr(old, name) != getattr(new, name)]


def store(changed: list[Written], gone: list[ClockRow]) -> None:
    """Write what changed and take away what no longer has a reason."""
    if changed:
        insert_or_replace(ClockRow, (row for row, _ in changed), UNIQUE, UPDATED)
    if gone:
        ClockRow.objects.filter(pk__in=[row.pk for row in gone]).delete()


def differences(changed: list[Written], gone: list[ClockRow]) -> list[Difference]:
    """What is missing, what differs and what is left over, in words."""
    found = [
        Difference(new.key, f"differs in {', '.join(changed_columns(old, new))}" if old else "missing")
        for new, old in changed
    ]
    return found + [Difference(row.key, "left over") for row in gone]
