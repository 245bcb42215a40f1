"""An import from its beginning, or from where it was interrupted, to its report."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from sightline.assurance.returns.actions.imports import begin_import, move_on
from sightline.assurance.returns.importing.chunks import Chunk, acting
from sightline.assurance.returns.importing.loading import count_children, keep_lines, references_after
from sightline.assurance.returns.importing.tally import Tally
from sightline.assurance.returns.models import Batch, Progress, SourceFile, Stage
from sightline.assurance.returns.reading import Kind, ReturnRead, read
from sightline.foundation.delimited import NotReadable
from sightline.foundation.timescales.refresh import said_once

CHILDREN_AT_A_TIME = 500
Say = Callable[[str, int, int], None]  # stage, done, of how many
Report = dict[str, Any]


class Interrupted(Exception):
    """Another process goes on with the same import."""


def silently(stage: str, done: int, total: int) -> None:
    """Say nothing."""


def run(
    kind: Kind,
    paths: Sequence[Path],
    *,
    today: date,
    year: int | None = None,
    dry_run: bool = False,
    say: Say = silently,
) -> Report:
    """Import a return and report; an import of the same files that was interrupted goes on where it was.

    Raises NotReadable for files that are no such return. A trial (`dry_run`) reports the same and writes nothing.
    """
    returned = read(kind, paths, today=today, year=year)
    name = ", ".join(path.name for path in paths)
    if dry_run:
        return trial(returned, name, year, say)
    batch = unfinished(returned, year) or begun(kind, name, year)
    try:
        return go_on(batch, returned, say)
    except NotReadable as why:
        moved(Batch.objects.get(pk=batch.pk), Stage.FAILED, report={"problem": str(why)})
        raise


def trial(returned: ReturnRead, name: str, year: int | None, say: Say = silently) -> Report:
    """The report that an import would give, with everything that led to it undone."""
    with transaction.atomic():
        report = go_on(begun(returned.kind, name, year, dry_run=True), returned, say)
        transaction.set_rollback(True)
    return report


def begun(kind: Kind, name: str, year: int | None, *, dry_run: bool = False) -> Batch:
    """A new import."""
    made = begin_import(kind=kind, name=name, year=year, dry_run=dry_run, by=acting(kind)).made
    return Batch.objects.get(pk=made)


def unfinished(returned: ReturnRead, year: int | None) -> Batch | None:
    """The import of the same files that was interrupted."""
    digests = [each.sha256 for each in returned.files]
    files = sorted(SourceFile.objects.filter(sha256__in=digests).values_list("pk", flat=True))
    started = Batch.objects.filter(kind=returned.kind, stage=Stage.WRITING, year=year, dry_run=False)
    return next((batch for batch in started if len(files) == len(digests) and sorted(batch.files) == files), None)


def go_on(batch: Batch, returned: ReturnRead | None, say: Say = silently) -> Report:
    """Take an import to its end; what was read is needed only until every line is kept."""
    began = time.monotonic()
    if batch.stage != Stage.WRITING:
        assert returned is not None
        batch = keep_files(batch, returned, say)
    files = list(SourceFile.objects.filter(pk__in=batch.files))
    tables = {table for each in files for table in each.tables}
    names = {each.pk: each.name for each in files}
    with said_once(), tidied_between_steps() as tidy:
        while step(batch, Chunk(batch, tables, names)):
            tidy()
            progress = Progress.objects.get(batch=batch)
            say("writing", progress.done, progress.total)
    return finish(batch, tables, time.monotonic() - began)


@contextmanager
def tidied_between_steps() -> Iterator[Callable[[], int]]:
    """While this lasts, memory is tidied when asked and not whenever many things were made: a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield gc.collect
    finally:
        gc.enable()
        gc.unfreeze()


def keep_files(batch: Batch, returned: ReturnRead, say: Say) -> Batch:
    """Keep the files' lines, and note for which period they speak."""
    by = acting(returned.kind)
    batch = moved(batch, Stage.READING)
    files = keep_lines(returned, by, say)
    what = {
        "files": [{"name": each.name, "sha256": each.sha256, "notes": each.notes} for each in returned.files],
        "notes": returned.notes,
        "not_read": returned.refused,
    }
    with transaction.atomic():
        Progress.objects.filter(batch=batch).update(total=count_children(files))
        held = {"held_from": returned.held_from, "held_until": returned.held_until}
        return moved(batch, Stage.WRITING, files=files, read=what, **held)


def moved(batch: Batch, stage: Stage, **values: Any) -> Batch:
    """The batch at its next stage."""
    move_on(batch=batch, stage=stage, by=acting(Kind(batch.kind)), **values)
    return Batch.objects.get(pk=batch.pk)


def step(batch: Batch, chunk: Chunk) -> bool:
    """Take the next children, and how far the import has come with them, in one transaction; False at the end."""
    with transaction.atomic():
        progress = Progress.objects.select_for_update().get(batch=batch)
        references = references_after(batch.files, progress.position, CHILDREN_AT_A_TIME)
        if not references:
            return False
        tally = Tally.of_plain(progress.tally)
        tally.add(chunk.take(references, acting(Kind(batch.kind))))
        moved_on = Progress.objects.filter(batch=batch, position=progress.position).update(
            position=references[-1], done=progress.done + len(references), tally=tally.as_plain()
        )
        if not moved_on:
            raise Interrupted("Another process goes on with this import.")
    return True


def finish(batch: Batch, tables: set[str], seconds: float) -> Report:
    """Write the report down and give it."""
    tally = Tally.of_plain(Progress.objects.get(batch=batch).tally)
    for table in sorted(tables):
        tally.of(table)
    rows = sum(counted.counts["read"] for counted in tally.tables.values())
    report = {
        "kind": batch.kind,
        "import": str(batch.pk),
        "dry_run": batch.dry_run,
        "held_from": batch.held_from and batch.held_from.isoformat(),
        "held_until": batch.held_until and batch.held_until.isoformat(),
        **batch.read,
        **tally.as_plain(),
        "seconds": round(seconds, 2),
        "rows_per_second": round(rows / seconds) if seconds else 0,
    }
    moved(batch, Stage.FINISHED, report=report)
    return report
