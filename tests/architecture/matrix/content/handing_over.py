"""That another team was asked to take a child over and refused, and that work was closed once before."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.oversight.models import Settlement
from sightline.foundation.workforce.models import Closure, Handover, Transfer, TransferStep
from tests.architecture.matrix.cells import DAY, Cell, Staff


def of(cell: Cell, staff: Staff) -> Iterator[Any]:
    """A request that waits for a service manager, and an earlier closure with what became of something to do."""
    about, token = {"child_id": cell.child, "happened": DAY}, cell.token
    transfer = Transfer(
        child_id=cell.child, began=DAY, from_team=staff.teams["third"], to_team=staff.teams["other"],
        joint_visit_on=date(2026, 12, 1), together=cell.child,
    )  # fmt: skip
    told = Handover(
        transfer=transfer, why=f"Long-term {token}", summary=f"Stands {token}", family_told=True,
        family_words=f"Agrees {token}", partners=f"School {token}", **about,
    )  # fmt: skip
    refused = TransferStep(transfer=transfer, step="refused", reasons=f"Full {token}", **about)
    closure = Closure(
        reason="RC7", what_changed=f"Changed {token}", what_remains=f"Remains {token}", goodbye=f"Cake {token}",
        who_to_call=f"Duty {token}", family_told=False, family_words=f"Unsafe {token}", **about,
    )  # fmt: skip
    settled = Settlement(
        asked_kind="oversight.Direction", asked_id=cell.facts["note"], how="settled", words=f"Done {token}", **about
    )
    cell.facts |= {"transfer": transfer.pk, "closure": closure.pk}
    yield from (transfer, told, refused, closure, settled)
