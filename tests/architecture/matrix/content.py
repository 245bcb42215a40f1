"""What is recorded about every child of the access tests: rows of each kind, each with the child's token."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.documents.models import Passage
from sightline.practice.child_protection.models import Section47Enquiry, StrategyDiscussion, StrategyOutcome
from tests.architecture.matrix.world import Cell

DAY = date(2026, 11, 2)


def content(cell: Cell) -> Iterator[Any]:
    """Facts about one child, whose keys the cell keeps by name for the routes that need one."""
    discussion = StrategyDiscussion(happened=DAY, children=[cell.child])
    outcome = StrategyOutcome(
        child_id=cell.child,
        discussion=discussion,
        happened=DAY,
        decision="begin_enquiries",
        reasons=f"Why {cell.token}",
    )
    passage = Passage(
        occasion_kind="child_protection.StrategyDiscussion", occasion_id=discussion.pk, place="discussion",
        about=[cell.child], may_know="professionals", text=f"Said {cell.token}",
    )  # fmt: skip
    enquiry = Section47Enquiry(child_id=cell.child, began=DAY)
    cell.facts |= {"discussion": discussion.pk, "outcome": outcome.pk, "enquiry": enquiry.pk}
    yield from (discussion, outcome, passage, enquiry)
