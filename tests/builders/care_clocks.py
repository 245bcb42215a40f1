"""Visits and further facts of children in care, for clocks.

seen(tia, date(2025, 12, 29))
named(tia, "reviewing_officer", on=date(2025, 12, 24))
"""

from datetime import date
from uuid import UUID

from sightline.foundation.visits.rules import VisitKind
from tests.builders.visits import visit, visited
from tests.builders.workforce import involve, practitioner


def seen(child_id: UUID, on: date) -> None:
    """A visit in which a child in care was seen."""
    visit([child_id], on=on, kind=VisitKind.IN_CARE, said=[visited(child_id, counts_as=(VisitKind.IN_CARE,))])


def not_seen(child_id: UUID, on: date) -> None:
    """A visit in which a child in care was not seen."""
    visit([child_id], on=on, kind=VisitKind.IN_CARE, not_seen={child_id: "At football"})


def named(child_id: UUID, kind: str, on: date) -> None:
    """Somebody gets a part in the work with a child."""
    involve(child_id, kind, practitioner("chair"), on=on)
