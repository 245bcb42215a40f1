"""What an import left with a child: a fact that is contested, and why; and somebody the child may be."""

from collections.abc import Iterator
from typing import Any

from sightline.assurance.returns.models import Batch, Contest, Pair, Stage
from sightline.foundation.timescales.models import Coverage
from sightline.practice.care.models import CareReview
from tests.architecture.matrix.cells import DAY, Cell


def of(cell: Cell) -> Iterator[Any]:
    """One row of each kind."""
    batch = Batch(kind="ssda903", name="episodes.csv", stage=Stage.FINISHED, report={"tables": {}})
    cell.facts["import"] = batch.pk
    yield batch
    about = {"child_id": cell.child, "happened": DAY}
    review = CareReview(participation="PN2", contested=True, **about)
    yield review
    why, line = f"Line 3 says otherwise {cell.token}", "reviews.csv, line 7"
    contest = Contest(**about, kind="care.CareReview", fact_id=review.pk, why=why, line=line)
    pair = Pair(batch=batch, one_id=cell.child, other_id=cell.child)
    cell.facts |= {"contest": contest.pk, "pair": pair.pk}
    yield from (contest, pair)
    yield Coverage(child_id=cell.child, origin="ssda903", kinds=["care.Home"], held_until=DAY)
