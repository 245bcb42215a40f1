"""Beginning an import, keeping its files, and ending it with its report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sightline.assurance.returns.models import Batch, Progress, SourceFile, Stage
from sightline.assurance.returns.reading import FileRead, Kind
from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Work, action, changes
from sightline.foundation.facts import Acting

NAME_LENGTH = 250


@action(permission=Permission.IMPORT_RETURNS, says="began an import of a return")
def begin_import(
    *,
    kind: Kind,
    name: str,
    year: int | None = None,
    dry_run: bool = False,
    uploads: Sequence[dict[str, str]] = (),
    by: Acting,
) -> Work:
    """Begin an import, or a trial that writes nothing; files sent to the page are named with where they are stored."""
    batch = Batch(kind=kind, name=name[:NAME_LENGTH], year=year, dry_run=dry_run, uploads=list(uploads))
    yield batch
    yield Progress(batch=batch)
    return batch


@action(permission=Permission.IMPORT_RETURNS, says="kept a file of a return")
def keep_file(*, file: FileRead, kind: Kind, rows: int, by: Acting) -> Work:
    """Keep what a file is; its lines are kept beside it."""
    kept = SourceFile(
        sha256=file.sha256,
        name=file.name[:NAME_LENGTH],
        size=file.size,
        kind=kind,
        tables=list(file.tables),
        rows=rows,
    )
    yield kept
    return kept


@action(permission=Permission.IMPORT_RETURNS, says="moved an import on")
def move_on(*, batch: Batch, stage: Stage, by: Acting, **values: Any) -> Work:
    """Take an import to its next stage, with what is known by then."""
    yield changes(batch, version=batch.version, stage=stage, **values)
    return batch
