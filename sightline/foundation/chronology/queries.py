"""What is told about a child: lines of the chronology, now or as they stood on a day in the past."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from psycopg import sql

from sightline.foundation.area import Lasting, Told, lasting, told
from sightline.foundation.asked_often import asked_often
from sightline.foundation.calendar.instants import end_of_day
from sightline.foundation.chronology.models import FactIndex, RecordedByMistake
from sightline.foundation.facts import Source
from sightline.foundation.gathering import facts_of_kinds
from sightline.foundation.timescales.models import Coverage

LINES = 50
LATE_AFTER = timedelta(hours=24)  # access-and-records, section 6, rule 1


@dataclass(frozen=True)
class Asked:
    """Which part of a chronology somebody asked for; `as_known_on` is the moment before which it must be known."""

    kinds: frozenset[str] = frozenset()
    earliest: date | None = None
    latest: date | None = None
    major_only: bool = False
    as_known_on: datetime | None = None
    older_than: int | None = None  # the number of the last line shown
    everything: bool = False


@dataclass(frozen=True)
class Line:
    """One fact as the chronology tells it; every date about its recording is as known at the moment asked for."""

    number: int
    kind: str
    fact: Any
    told: Told
    corrected: bool = False
    reason: str = ""
    mistake: bool = False
    recorded_late: bool = False
    stands_as: UUID | None = None


@dataclass(frozen=True)
class Chronology:
    """Lines, newest first, and whether there are older ones.

    There is no count: it would tell of facts that join the child to somebody behind a wall.
    """

    lines: list[Line]
    has_older: bool


def chronology(person: UUID, asked: Asked) -> Chronology:
    """The lines of a chronology that were asked for: one query for the lines and one for their facts."""
    if asked == Asked():
        found = newest(person)
    else:
        matching = indexed(person, asked)
        found = list(matching if asked.everything else older(matching, asked.older_than)[: LINES + 1])
    shown = found if asked.everything else found[:LINES]
    return Chronology(lines_of(shown, asked.as_known_on), has_older=len(found) > len(shown))


@asked_often
def newest(person: UUID) -> QuerySet[FactIndex]:
    """The newest rows of the index, as many as a page shows, and one more."""
    return indexed(person, Asked())[: LINES + 1]


def last_told(person: UUID, number: int) -> list[Line]:
    """The newest lines that stand, to point at from what is decided now; two queries."""
    rows = indexed(person, Asked()).filter(superseded_at=None)
    return lines_of(list(rows[:number]), None)


def told_of(person: UUID, facts: Iterable[UUID], moment: datetime) -> list[Line]:
    """The lines of these facts as they stood at a moment, newest first; two queries."""
    keys = list(facts)
    rows = FactIndex.objects.filter(person=person, fact_id__in=keys) if keys else FactIndex.objects.none()
    return lines_of(list(rows.order_by("-happened", "-id")), moment)


def indexed(person: UUID, asked: Asked) -> QuerySet[FactIndex]:
    """The rows of the index that match, newest first."""
    rows = FactIndex.objects.filter(person=person, kind__in=kinds_of(asked))
    if asked.earliest:
        rows = rows.filter(happened__gte=asked.earliest)
    if asked.latest:
        rows = rows.filter(happened__lte=asked.latest)
    if asked.as_known_on:
        rows = rows.filter(known_at(asked.as_known_on))
    return rows.order_by("-happened", "-id")


def known_at(moment: datetime) -> Q:
    """Rows of the index that had been recorded, and not yet corrected, at a moment."""
    return Q(recorded_at__lte=moment) & (Q(superseded_at=None) | Q(superseded_at__gt=moment))


def kinds_of(asked: Asked) -> list[str]:
    """The kinds of fact asked for: all that are told unless some were named."""
    return [
        kind
        for kind, line in told().items()
        if (not asked.kinds or kind in asked.kinds) and (line.major or not asked.major_only)
    ]


def older(rows: QuerySet[FactIndex], last: int | None) -> QuerySet[FactIndex]:
    """The rows after the last one shown; all of them where it is not known."""
    line = FactIndex.objects.filter(pk=last).first() if last else None
    if line is None:
        return rows
    return rows.filter(Q(happened__lt=line.happened) | Q(happened=line.happened, pk__lt=line.pk))


def lines_of(rows: list[FactIndex], moment: datetime | None) -> list[Line]:
    """The lines of these rows, with their facts."""
    facts = facts_by_key(rows)
    corrected = [row.fact_id for row in rows if row.superseded_at and moment is None]
    reasons = mistakes(corrected)
    present = [(row, facts[row.fact_id]) for row in rows if row.fact_id in facts]
    return [line_of(row, fact, moment, reasons) for row, fact in present]


def facts_by_key(rows: Iterable[FactIndex]) -> dict[UUID, Any]:
    """The facts behind rows of the index, in one query."""
    keys: dict[type[Any], list[UUID]] = defaultdict(list)
    related: dict[type[Any], Sequence[str]] = {}
    found = list(rows)
    corrected = {row.kind for row in found if row.superseded_at}
    for row in found:
        line = told()[row.kind]
        keys[line.model].append(row.fact_id)
        newer = ("superseded_by",) if row.kind in corrected else ()
        related[line.model] = ("recorded_by", *newer, *line.related)
    return facts_of_kinds(keys, related)


def mistakes(facts: list[UUID]) -> dict[UUID, str]:
    """Why each of these facts was recorded by mistake, of those that nothing stands in place of."""
    if not facts:
        return {}
    return dict(RecordedByMistake.objects.filter(fact_id__in=facts).values_list("fact_id", "reason"))


def line_of(row: FactIndex, fact: Any, moment: datetime | None, reasons: dict[UUID, str]) -> Line:
    """One line."""
    corrected = row.superseded_at is not None and moment is None
    stands = getattr(fact, "superseded_by", None) if corrected else None
    return Line(
        number=row.pk,
        kind=row.kind,
        fact=as_it_stood(fact, moment) if moment else fact,
        told=told()[row.kind],
        corrected=corrected,
        reason=stands.correction_reason if stands else reasons.get(row.fact_id, ""),
        mistake=row.fact_id in reasons,
        recorded_late=is_late(fact),
        stands_as=stands.pk if stands else None,
    )


def as_it_stood(fact: Any, moment: datetime) -> Any:
    """A copy of a fact as it was known at a moment: an end that was recorded later is not there yet."""
    stood = copy.copy(fact)
    ended_later = getattr(fact, "end_recorded_at", None) is not None and fact.end_recorded_at > moment
    if ended_later:
        for name in ("ended", "ended_at", "end_recorded_at", "end_recorded_by_id", "end_entry_id", *fact.set_at_end):
            field = type(fact)._meta.get_field(name.removesuffix("_id") if name == "end_recorded_by_id" else name)
            setattr(stood, name, field.get_default())
    return stood


def is_late(fact: Any) -> bool:
    """Whether something was recorded more than 24 hours after it happened, or after the day on which it did."""
    moment = getattr(fact, "happened_at", None) or getattr(fact, "began_at", None)
    happened = moment or end_of_day(getattr(fact, "happened", None) or fact.began)
    late: bool = fact.recorded_at - happened > LATE_AFTER
    return late


@dataclass(frozen=True)
class Lasted:
    """Something that lasted for a person: of which declared kind, from when to when, and what it was in words.

    `told_until` is the last day for which a file speaks that alone told of it, and told of no end: what became of it
    after that day is not held.
    """

    kind: Lasting
    began: date
    ended: date | None
    words: str
    told_until: date | None = None

    def not_held_after(self, today: date) -> date | None:
        """The day after which nothing is held of it; nothing where it has ended, or what is held reaches to today."""
        return self.told_until if self.told_until and self.told_until < today else None


ONE_STRIP = sql.SQL(
    "SELECT {number}, began, ended, {code}::text, CASE WHEN ended IS NULL AND source = {imported} THEN"
    " (SELECT max(held_until) FROM {coverage} WHERE child_id = %(person)s AND superseded_at IS NULL AND NOT contested"
    " AND {kind} = ANY (kinds)) END"
    " FROM {table} WHERE {subject} = %(person)s AND superseded_at IS NULL AND NOT contested"
)


def lasted(person: UUID) -> list[Lasted]:
    """Everything that lasted and has a strip of its own, in one query, the earliest of each kind first."""
    declared = lasting()
    if not declared:
        return []
    with connection.cursor() as cursor:
        cursor.execute(strips_asked(), {"person": person})
        rows = cursor.fetchall()
    return [
        Lasted(declared[kind], since, until, declared[kind].words(code), told_until)
        for kind, since, until, code, told_until in rows
    ]


@cache
def strips_asked() -> str:
    """The question for everything that lasted, of every declared kind."""
    asked = [strip_asked(number, kind).as_string() for number, kind in enumerate(lasting())]
    return f"{' UNION ALL '.join(asked)} ORDER BY 1, 2, 3"


def strip_asked(number: int, kind: Lasting) -> sql.Composed:
    """The question for one declared kind: its number, first day, last day and code."""
    meta: Any = kind.model._meta
    subject = meta.get_field(getattr(kind.model, "subject_field"))  # noqa: B009
    code = sql.Identifier(meta.get_field(kind.code).column) if kind.code else sql.Literal("")
    return ONE_STRIP.format(
        number=sql.Literal(number),
        code=code,
        table=sql.Identifier(meta.db_table),
        subject=sql.Identifier(subject.column),
        imported=sql.Literal(Source.IMPORT),
        coverage=sql.Identifier(Coverage._meta.db_table),
        kind=sql.Literal(meta.label),
    )
