"""A visit to a child, what it was for the child, and what the child said."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.documents.models import Passage
from sightline.foundation.visits.models import Seen, Visit
from tests.architecture.matrix.cells import DAY, Cell


def of(cell: Cell) -> Iterator[Any]:
    """One visit."""
    visit = Visit(
        happened=DAY, children=[cell.child], kind="child_protection", who_visited="lead", place="other",
        where=f"Garden {cell.token}", next_on=date(2026, 11, 16),
    )  # fmt: skip
    seen = Seen(
        child_id=cell.child, happened=DAY, visit=visit, seen=True, alone=False, why_not=f"Shy {cell.token}",
        counts_as=["child_protection"], account=f"Played {cell.token}", agreed=f"Promised {cell.token}",
    )  # fmt: skip
    words = Passage(
        occasion_kind=Visit._meta.label, occasion_id=visit.pk, place="said", about=[cell.child], may_know="child",
        text=f"Whispered {cell.token}",
    )  # fmt: skip
    cell.facts["seen"] = seen.pk
    yield from (visit, seen, words)
