"""Background work on returns: imports of files that were sent to the page."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from sightline.assurance.returns.importing.joining import join
from sightline.assurance.returns.importing.sent import take_to_its_end
from sightline.foundation.calendar.instants import london_today


@app.task(name="returns.import")
def import_sent(batch: str) -> None:
    """Do an import; one that was interrupted goes on where it was."""
    take_to_its_end(UUID(batch), today=london_today())


@app.task(name="returns.join")
def join_children(pair: str) -> None:
    """Bring together what returns said of a child under two numbers, after a person said that it is one child."""
    join(UUID(pair))
