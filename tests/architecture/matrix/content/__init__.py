"""What is recorded about children of the access tests: of a whole one a row of each kind, with a token of who it is."""

from collections.abc import Iterator
from typing import Any

from tests.architecture.matrix.cells import Cell, Staff
from tests.architecture.matrix.content import (
    agreements,
    assessment,
    care,
    child_protection,
    details,
    family,
    files,
    finding_out,
    handing_over,
    imports,
    journey,
    meetings,
    notes,
    oversight,
    panels,
    plans,
    visits,
)


def content(cell: Cell, staff: Staff) -> Iterator[Any]:
    """Facts about one child and an adult in their record; the cell keeps the keys that routes need, by name."""
    yield from details.of(cell)
    yield from family.of(cell, staff)
    yield from files.of(cell)
    if not cell.whole:
        return
    yield from notes.of(cell, staff)
    yield from visits.of(cell)
    yield from child_protection.of(cell)
    yield from journey.of(cell)
    yield from agreements.of(cell)
    yield from assessment.of(cell)
    yield from finding_out.of(cell, staff)
    yield from care.of(cell)
    yield from imports.of(cell)
    yield from oversight.of(cell, staff)
    yield from plans.of(cell, staff)
    yield from meetings.of(cell, staff)
    yield from handing_over.of(cell, staff)
    yield from panels.of(cell)
