"""Case notes about a child, something said, a file, a step that is done and one that is not."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.documents.models import Passage
from sightline.foundation.notes.models import CaseNote, NextStep, Noted, StepDone
from tests.architecture.matrix.cells import DAY, Cell, Staff


def of(cell: Cell, staff: Staff) -> Iterator[Any]:
    """One note."""
    note = CaseNote(happened=DAY, children=[cell.child])
    about = {"child_id": cell.child, "happened": DAY}
    noted = Noted(
        note=note, kind="call", with_whom=f"Neighbour {cell.token}", account=f"Rang {cell.token}",
        files=[cell.facts["file"]], **about,
    )  # fmt: skip
    step = {"note": note, "owner": staff.asked_about(cell), "by_when": date(2026, 12, 1), **about}
    waits, done = NextStep(what=f"Ring {cell.token}", **step), NextStep(what=f"Write {cell.token}", **step)
    said = Passage(
        occasion_kind=CaseNote._meta.label, occasion_id=note.pk, place="said", about=[cell.child], may_know="child",
        text=f"Murmured {cell.token}",
    )  # fmt: skip
    cell.facts |= {"noted": noted.pk, "next_step": waits.pk}
    yield from (note, noted, waits, done, StepDone(step=done, became=f"Sent {cell.token}", **about), said)
