"""Strategy discussions about a child, what was said and decided, and what enquiries found."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sightline.foundation.chronology.models import RecordedByMistake
from sightline.foundation.documents.models import Passage
from sightline.foundation.timescales.models import ClockReason
from sightline.practice.child_protection.models import (
    AgencyScale,
    EnquiryOutcome,
    Section47Enquiry,
    StrategyDiscussion,
    StrategyOutcome,
)
from tests.architecture.matrix.cells import DAY, Cell

EARLIER, EARLIER_FOUND = date(2026, 9, 1), date(2026, 9, 14)
KIND = StrategyDiscussion._meta.label


def of(cell: Cell) -> Iterator[Any]:
    """An earlier discussion whose enquiries found something, and one whose enquiries go on."""
    yield from discussion(cell, "earlier_", EARLIER)
    yield from discussion(cell, "", DAY)
    found = EnquiryOutcome(
        child_id=cell.child, happened=EARLIER_FOUND, outcome="continuing_risk", reasons=f"Found {cell.token}"
    )
    cell.facts["finding"] = found.pk
    yield found
    yield RecordedByMistake(
        person_id=cell.child, happened=DAY, kind=KIND, fact_id=cell.facts["earlier_scale"], reason=f"Oops {cell.token}"
    )


def discussion(cell: Cell, name: str, day: date) -> Iterator[Any]:
    """A discussion, the decision for the child, a scale, a passage, and the enquiries that it began."""
    held = StrategyDiscussion(
        happened=day, children=[cell.child], held_by="video", agreed_beforehand=f"Agreed {cell.token}",
        agencies=[{"agency": "police", "who": f"Sergeant {cell.token}"}],
    )  # fmt: skip
    about = {"child_id": cell.child, "happened": day, "discussion": held}
    outcome = StrategyOutcome(decision="begin_enquiries", reasons=f"Decided {cell.token}", **about)
    scale = AgencyScale(agency="police", number=3, why=f"Three {cell.token}", **about)
    passage = Passage(
        occasion_kind=KIND, occasion_id=held.pk, place="discussion", about=[cell.child], may_know="professionals",
        text=f"Said {cell.token}",
    )  # fmt: skip
    ended = {"ended": EARLIER_FOUND} if day == EARLIER else {}
    enquiry = Section47Enquiry(child_id=cell.child, began=day, discussion=held, **ended)
    made = {"discussion": held, "outcome": outcome, "scale": scale, "enquiry": enquiry}
    cell.facts |= {f"{name}{kind}": row.pk for kind, row in made.items()}
    yield from (held, outcome, scale, passage, enquiry, delay(cell, enquiry))


def delay(cell: Cell, enquiry: Section47Enquiry) -> ClockReason:
    """Why something came late."""
    return ClockReason(
        child_id=cell.child, happened=DAY, timescale="s47_to_icpc", subject_kind="children.Child",
        subject_id=cell.child, anchor_kind=KIND, anchor_id=enquiry.discussion_id, remark="delay",
        reason=f"Late {cell.token}",
    )  # fmt: skip
