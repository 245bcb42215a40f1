"""Imports of files that were sent to the page, done in the background."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sightline.assurance.returns.importing.running import go_on, moved, trial
from sightline.assurance.returns.models import Batch, Stage
from sightline.assurance.returns.reading import Kind, NotReadable, read
from sightline.foundation.documents import storage

FORGOTTEN = "The files are no longer here: they are kept for a day. Send them again."
OVER = (Stage.FINISHED, Stage.FAILED)


def take_to_its_end(key: UUID, *, today: date) -> None:
    """Do an import, or go on with one that was interrupted; what cannot be read is said in its report."""
    batch = Batch.objects.get(pk=key)
    if batch.stage in OVER:
        return
    if batch.stage == Stage.WRITING:
        go_on(batch, None)
        return
    try:
        with files_of(batch) as paths:
            returned = read(Kind(batch.kind), paths, today=today, year=batch.year)
            if batch.dry_run:
                moved(batch, Stage.FINISHED, report=trial(returned, batch.name, batch.year))
            else:
                go_on(batch, returned)
    except NotReadable as why:
        moved(batch, Stage.FAILED, report={"problem": str(why)})


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
