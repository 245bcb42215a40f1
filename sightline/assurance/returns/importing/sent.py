"""Imports of files that were sent to the page, done in the background."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.db import connection

from sightline.assurance.returns.importing.running import Interrupted, go_on, moved, trial
from sightline.assurance.returns.models import Batch, Progress, Stage
from sightline.assurance.returns.reading import Kind, read
from sightline.foundation.delimited import NotReadable
from sightline.foundation.documents import storage

FORGOTTEN = "The files are no longer here: they are kept for a day. Send them again."
STOPPED = (
    "The import stopped because of a fault in the software, which is in its log. What was written until then adds up"
    " and stays; the same files can be sent again, and nothing is written twice."
)
OVER = (Stage.FINISHED, Stage.FAILED)
TOLD_EVERY = 1.0  # seconds


def take_to_its_end(key: UUID, *, today: date) -> None:
    """Do an import, or go on with one that was interrupted; what cannot be read is said in its report."""
    batch = Batch.objects.get(pk=key)
    if batch.stage in OVER:
        return
    try:
        if batch.stage == Stage.WRITING and not batch.dry_run:
            go_on(batch, None)
        else:
            begin(batch, today)
    except Interrupted:
        return  # another worker goes on with it
    except NotReadable as why:
        fail(key, str(why))
    except Exception:
        fail(key, STOPPED)
        raise


def begin(batch: Batch, today: date) -> None:
    """Read the files that were sent, and try them out or import them; raises NotReadable."""
    with files_of(batch) as paths:
        returned = read(Kind(batch.kind), paths, today=today, year=batch.year)
        if not batch.dry_run:
            go_on(batch, returned)
            return
        batch = moved(batch, Stage.WRITING)
        report = trial(returned, batch.name, batch.year, Telling(batch.pk))
    held = {"held_from": returned.held_from, "held_until": returned.held_until}
    moved(batch, Stage.FINISHED, report=report, **held)


def fail(key: UUID, why: str) -> None:
    """Write down why nothing more will come of an import."""
    moved(Batch.objects.get(pk=key), Stage.FAILED, report={"problem": why})


class Telling:
    """Tells how far a trial has come, whose own transaction is undone in the end: on a connection beside it."""

    def __init__(self, key: UUID) -> None:
        self.key, self.told = key, 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage == "writing" and time.monotonic() - self.told > TOLD_EVERY:
            with ThreadPoolExecutor(1) as beside:
                beside.submit(note, self.key, done, total).result()
            self.told = time.monotonic()


def note(key: UUID, done: int, total: int) -> None:
    """Write down how far an import is; called in a thread of its own, whose connection ends with it."""
    try:
        Progress.objects.filter(batch=key).update(done=done, total=total)
    finally:
        connection.close()


@contextmanager
def files_of(batch: Batch) -> Iterator[list[Path]]:
    """The files that were sent, under their own names, for as long as they are read; raises NotReadable."""
    with TemporaryDirectory(prefix="return-") as folder:
        paths = []
        for number, each in enumerate(batch.uploads):
            path = Path(folder) / str(number) / each["name"]
            path.parent.mkdir()
            try:
                path.write_bytes(storage.get(each["stored_as"], each["sha256"]))
            except storage.Damaged:
                raise NotReadable(FORGOTTEN) from None
            paths.append(path)
        yield paths
