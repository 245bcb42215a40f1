"""That another team was asked to take a child over and refused, steps up and down, and an earlier closure."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.oversight.models import Settlement
from sightline.foundation.workforce.models import Closure, Handover, Transfer, TransferStep
from sightline.practice.early_help.models import FirstContact, StepAnswer, StepHandover, StepSummary
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
    yield from stepping(cell, staff)


def stepping(cell: Cell, staff: Staff) -> Iterator[Any]:
    """A step up that was sent back and waits, and an earlier step down that another organisation took."""
    about, token = {"child_id": cell.child, "happened": DAY}, cell.token
    earlier = StepHandover(
        child_id=cell.child, began=DAY, ended=DAY, direction="down", to_organisation=f"School {token}",
        outcome="accepted",
    )  # fmt: skip
    waits = StepHandover(child_id=cell.child, began=DAY, direction="up", to_team=staff.teams["other"])
    said = {"why": f"Worse {token}", "family_told": True, "family_words": f"Agrees {token}"}
    cell.facts["stephandover"] = waits.pk
    yield from (earlier, waits)
    yield StepSummary(handover=earlier, summary=f"Stood {token}", **said, **about)
    yield StepSummary(handover=waits, summary=f"Stands {token}", **said, **about)
    yield StepAnswer(handover=earlier, step="accepted", reasons=f"Yes {token}", **about)
    yield StepAnswer(handover=waits, step="sent_back", reasons=f"More {token}", **about)
    yield FirstContact(
        handover=earlier, with_whom=f"Mother {token}", who_leads=f"Jo {token}", account=f"Met {token}", **about
    )
