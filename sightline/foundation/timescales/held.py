"""What imported files could tell of a child, until when, and of which kinds of fact none of them could."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from sightline.foundation.area import areas, spoken, told
from sightline.foundation.gathering import from_json
from sightline.foundation.timescales.models import Coverage

COLUMNS = ("origin", "kinds", "held_from", "held_until")


@dataclass(frozen=True)
class FilesOfOneKind:
    """What the files of one kind could tell of a child: from when, until when, and the names of the kinds of fact."""

    name: str  # "SSDA903 return"
    held_from: date | None
    held_until: date
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Held:
    """What is held about a child from files, the latest first; `not_held` names what none of them could carry."""

    files: tuple[FilesOfOneKind, ...] = ()
    not_held: tuple[str, ...] = ()


def held_about(child: UUID) -> Held:
    """What files held about one child: nothing at all where no file was imported; one question."""
    return held_in(list(Coverage.objects.current().filter(child=child).order_by("-held_until")))


def coverage_beside(child: OuterRef) -> ArraySubquery:
    """The coverage of a child as a column of another question, for `held_in` to read with `coverage_from`."""
    rows = Coverage.objects.current().filter(child=child).order_by("-held_until")
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in COLUMNS})))


def coverage_from(rows: Iterable[Mapping[str, Any]]) -> list[Coverage]:
    """Rows of `coverage_beside` as coverage."""
    fields = {name: Coverage._meta.get_field(name) for name in COLUMNS}
    return [Coverage(**{name: from_json(fields[name], row[name]) for name in COLUMNS}) for row in rows]


def held_in(rows: Sequence[Coverage]) -> Held:
    """What files with this coverage held about one child, the latest first."""
    if not rows:
        return Held()
    carried = {kind for row in rows for kind in row.kinds}
    origins = dict.fromkeys(row.origin for row in rows)
    files = tuple(of_one_kind([row for row in rows if row.origin == origin]) for origin in origins)
    return Held(files, names_of(set(told()) & of_returns() - carried))


def of_one_kind(rows: list[Coverage]) -> FilesOfOneKind:
    """The coverage of all files of one kind together."""
    since = [row.held_from for row in rows]
    first = None if None in since else min(day for day in since if day)
    kinds = {kind for row in rows for kind in row.kinds}
    return FilesOfOneKind(name_of_file(rows[0].origin), first, rows[0].held_until, names_of(kinds & set(told())))


def name_of_file(origin: str) -> str:
    """What a kind of file is called."""
    return next((area.files[origin] for area in areas() if origin in area.files), origin)


@cache
def of_returns() -> frozenset[str]:
    """The kinds of fact that some file or other can carry: others are not missed."""
    return frozenset(kind for area in areas() for kind in area.carried())


def names_of(kinds: set[str]) -> tuple[str, ...]:
    """What kinds of fact are called, in the order of the alphabet, each name once."""
    lines = told()
    return tuple(sorted({lines[kind].name if kind in lines else spoken(apps.get_model(kind)) for kind in kinds}))
