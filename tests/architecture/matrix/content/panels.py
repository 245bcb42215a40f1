"""What a panel was asked about a child, what it recommended, and what was decided."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from sightline.foundation.oversight.models import Decision
from sightline.foundation.panels.models import PanelCase, PanelDecision, PanelReferral, Recommendation
from tests.architecture.matrix.cells import DAY, Cell

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def of(cell: Cell) -> Iterator[Any]:
    """One of each, and a referral that waits for a sitting."""
    about, token = {"child_id": cell.child, "happened": DAY}, cell.token
    waits = PanelReferral(panel="exploitation", urgent=True, **about)
    heard = PanelReferral(panel="resources", **about)
    cases = [
        PanelCase(
            referral=each, asks=f"Asks {token}", need=f"Needs {token}", funding=f"Costs {token}",
            done_already=f"Did {token}", **about,
        )
        for each in (waits, heard)
    ]  # fmt: skip
    recommended = Recommendation(
        referral=heard, answer="with_conditions", text=f"Yes {token}", reasons=f"Because {token}",
        conditions=f"If {token}", return_on=date(2026, 12, 1), members=[f"Ann {token}"], interests=f"Bob {token}",
        enough_came=False, went_on_because=f"Urgent {token}", **about,
    )  # fmt: skip
    words = Decision(kind="funding", text=f"Pay {token}", reasons=f"Need {token}", known_at=NOON, **about)
    decided = PanelDecision(
        referral=heard, recommendation=recommended, decision=words, answer="yes", conditions=f"Only {token}", **about
    )
    cell.facts["panel_referral"] = waits.pk
    yield from (waits, heard, *cases, recommended, words, decided)
