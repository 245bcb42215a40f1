"""Decision-makers in pictures and tables: named to themselves and to their own manager only."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

SOMEBODY = "A decision-maker"
OF_DECISION_MAKERS = ("decision-makers", "how many contacts somebody decided")  # who stands in a funnel, by what size


def called(practitioner: UUID | None, name: str, reports: Collection[UUID], me: UUID) -> str:
    """Who it is, for themselves and for their manager; for everybody else somebody."""
    if practitioner == me:
        return "You"
    return name if practitioner in reports else SOMEBODY
