"""What an import left with a child: a fact that is contested, and why."""

from collections.abc import Iterator
from typing import Any

from sightline.assurance.returns.models import Batch, Contest, Stage
from sightline.foundation.identifiers import new_id
from sightline.foundation.timescales.models import Coverage
from tests.architecture.matrix.cells import DAY, Cell


def of(cell: Cell) -> Iterator[Any]:
    """One row of each kind."""
    batch = Batch(kind="ssda903", name="episodes.csv", stage=Stage.FINISHED, report={"tables": {}})
    cell.facts["import"] = batch.pk
    yield batch
    about = {"child_id": cell.child}
    why = f"Line 3 says otherwise {cell.token}"
    yield Contest(**about, happened=DAY, kind="care.Home", fact_id=new_id(), why=why, line="episodes.csv, line 7")
    yield Coverage(**about, origin="ssda903", kinds=["care.Home"], held_until=DAY)
