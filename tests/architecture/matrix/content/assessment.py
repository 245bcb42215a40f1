"""Assessments that are written about a child: one that is signed or waits, and one that is being written."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.documents.models import Passage
from sightline.practice.assessment.models import (
    Assessment,
    AssessmentSubmitted,
    AssessmentWork,
    ChildsView,
    NeedForAssessment,
    NeedFound,
    RiskScale,
    SectionSaved,
    SharedWithFamily,
)
from tests.architecture.matrix.cells import DAY, Cell

SPRING = date(2026, 4, 7)


def of(cell: Cell) -> Iterator[Any]:
    """What was submitted of the earlier assessment, and a section of the one under way."""
    earlier = AssessmentWork(children=[cell.child], happened=SPRING, kind="child_and_family")
    submitted = AssessmentSubmitted(
        child_id=cell.child, work=earlier, happened=SPRING, child_seen=False, why=f"Away {cell.token}",
        outcome="PROV_OF_SERVICES_FLAG", factors=["16A"],
    )  # fmt: skip
    begun = Assessment(child_id=cell.child, began=DAY)
    work = AssessmentWork(children=[cell.child], happened=DAY, kind="child_and_family")
    saved = SectionSaved(work=work, children=[cell.child], happened=DAY, section="worries", number=1)
    text = Passage(
        occasion_kind=work._meta.label, occasion_id=work.pk, place="worries.text", about=[cell.child],
        may_know="professionals", text=f"Worried {cell.token}",
    )  # fmt: skip
    cell.facts |= {"work": work.pk, "section": "worries", "submitted": submitted.pk}  # type: ignore[dict-item]
    yield from (earlier, submitted, begun, work, saved, text)
    yield from findings(cell, work)


def findings(cell: Cell, work: AssessmentWork) -> Iterator[Any]:
    """What was found about the child in the one under way, and why it was begun."""
    token, about = cell.token, {"child_id": cell.child, "happened": DAY}
    yield NeedForAssessment(
        criteria=[{"criterion": "harm", "evidence": f"Seen {token}"}], alternative=f"Else {token}", decision="assess",
        reasons=f"Because {token}", agreement="agreed", **about,
    )  # fmt: skip
    yield ChildsView(work=work, kind="own", issue=f"Dog {token}", words=f"Said {token}", seen="alone", **about)
    yield NeedFound(work=work, need=f"Sleep {token}", why_none=f"Nothing {token}", **about)
    yield RiskScale(work=work, number=4, reasons=f"Four {token}", **about)
    yield SharedWithFamily(work=work, who=f"Mother {token}", how="read", said=f"No {token}", copy_given=True, **about)
