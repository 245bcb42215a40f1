"""Every line of every file, kept as it was given before anything is made of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from sightline.assurance.returns.actions.imports import keep_file
from sightline.assurance.returns.mapping import Row
from sightline.assurance.returns.models import REFERENCE_LENGTH, SourceFile, SourceRow
from sightline.assurance.returns.reading import FileRead, Kind, Line, ReturnRead
from sightline.foundation.facts import Acting

AT_A_TIME = 5_000  # rows of one statement
INSERT = (
    'INSERT INTO returns_sourcerow (file_id, "table", number, reference, values) SELECT %s, line.*'
    ' FROM jsonb_to_recordset(%s::jsonb) AS line("table" text, number int, reference text, "values" jsonb)'
)
NOTHING = "\\u0000"  # as the document writes it
Say = Callable[[str, int, int], None]


def keep_lines(returned: ReturnRead, by: Acting, say: Say) -> list[UUID]:
    """Keep every file that is not kept already, each whole or not at all; the keys of all of them."""
    kept = []
    for number, file in enumerate(returned.files):
        say("reading", number, len(returned.files))
        known = SourceFile.objects.filter(sha256=file.sha256).values_list("pk", flat=True).first()
        kept.append(known or keep(file, returned.kind, by))
    return kept


def keep(file: FileRead, kind: Kind, by: Acting) -> UUID:
    """Keep one file and its lines."""
    with transaction.atomic():
        made = keep_file(file=file, kind=kind, rows=sum(1 for _ in file.lines()), by=by).made
        with connection.cursor() as cursor:
            for some in in_parts(file.lines()):
                cursor.execute(INSERT, [made, as_one(some)])
    return made


def in_parts(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """The lines, some thousands at a time."""
    while some := list(islice(lines, AT_A_TIME)):
        yield some


def as_one(lines: list[Line]) -> str:
    """The lines as one document, without the character that the database cannot keep."""
    text = json.dumps([plain(line, line.values) for line in lines], ensure_ascii=False)
    if NOTHING not in text:
        return text
    return json.dumps([plain(line, {k: v.replace("\x00", "") for k, v in line.values.items()}) for line in lines])


def plain(line: Line, values: dict[str, str]) -> dict[str, Any]:
    """A line as the columns of its row."""
    return {"table": line.table, "number": line.number, "reference": fitting(line.reference), "values": values}


def fitting(reference: str) -> str:
    """A child's number as far as there is room for it."""
    return reference.replace("\x00", "")[:REFERENCE_LENGTH]


def count_children(files: Iterable[UUID]) -> int:
    """How many children the files speak of, lines that name none counted as one."""
    return SourceRow.objects.filter(file__in=list(files)).values("reference").distinct().count()


def references_after(files: list[UUID], position: str | None, how_many: int) -> list[str]:
    """The next children of the files, in the order in which they are taken."""
    rows = SourceRow.objects.filter(file__in=files).order_by("reference")
    if position is not None:
        rows = rows.filter(reference__gt=position)
    return list(rows.values_list("reference", flat=True).distinct()[:how_many])


def rows_about(files: list[UUID], references: Iterable[str]) -> dict[str, list[Row]]:
    """The lines about some children, in the order of the files."""
    place = {file: number for number, file in enumerate(files)}
    lines = SourceRow.objects.filter(file__in=files, reference__in=list(references))
    found: dict[str, list[tuple[int, Row]]] = {}
    for line in lines.values_list("file_id", "number", "table", "values", "reference"):
        row = Row(line[0], line[1], line[2], line[3])
        found.setdefault(line[4], []).append((place[line[0]], row))
    return {
        reference: [row for _, row in sorted(each, key=lambda pair: (pair[0], pair[1].number, pair[1].table))]
        for reference, each in found.items()
    }
