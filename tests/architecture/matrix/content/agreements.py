"""That somebody was asked to agree, and that a family was told of a decision."""

from collections.abc import Iterator
from typing import Any

from sightline.foundation.agreements.models import Agreement, FamilyTold
from tests.architecture.matrix.cells import DAY, Cell


def of(cell: Cell) -> Iterator[Any]:
    """One of each, about the adult in the record."""
    about, token = {"child_id": cell.child, "happened": DAY}, cell.token
    decision = {"about_kind": "child_protection.StrategyOutcome", "about_id": cell.facts["outcome"]}
    yield Agreement(
        person_id=cell.facts["adult"], to="assessment", answer="agreed", what_they_said=f"Agrees {token}", **about
    )
    yield FamilyTold(
        person_id=cell.facts["adult"], how="in_person", told_by=f"Asha {token}", their_reply=f"Replied {token}",
        told_how_to_complain=True, **decision, **about,
    )  # fmt: skip
