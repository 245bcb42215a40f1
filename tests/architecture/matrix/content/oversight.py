"""What a manager answered, noted and directed about a child."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from sightline.foundation.oversight.models import (
    Decision,
    Direction,
    DirectionAnswer,
    ManagersDecision,
    OversightNote,
    Reply,
)
from sightline.practice.child_protection.models import EnquiryOutcome, StrategyOutcome
from tests.architecture.matrix.cells import DAY, Cell, Staff

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def of(cell: Cell, staff: Staff) -> Iterator[Any]:
    """A decision sent back and answered, one that waits for a reply, a note, and a direction with an answer."""
    about, token = {"child_id": cell.child, "happened": DAY}, cell.token
    back = ManagersDecision(
        about_kind=StrategyOutcome._meta.label, about_id=cell.facts["earlier_outcome"], answer="send_back",
        reasons=f"Why not {token}", **about,
    )  # fmt: skip
    waits = ManagersDecision(
        about_kind=EnquiryOutcome._meta.label, about_id=cell.facts["finding"], answer="send_back",
        reasons=f"Look again {token}", **about,
    )  # fmt: skip
    note = OversightNote(stance="considered", reasons=f"Considered {token}", **about)
    direction = Direction(
        text=f"Visit {token}",
        why=f"Because {token}",
        by_when=date(2026, 12, 1),
        owner=staff.asked_about(cell),
        **about,
    )
    answer = DirectionAnswer(
        direction=direction, answer="new_date", because=f"Ill {token}", new_date=date(2026, 12, 3), **about
    )
    decision = Decision(
        kind="other", text=f"Stays {token}", reasons=f"Safe {token}", meaning=f"Before {token}", known_at=NOON,
        rested_on=[note.pk], agreed_with=f"Rosa {token}", **about,
    )  # fmt: skip
    cell.facts["decision"] = decision.pk
    yield decision
    cell.facts |= {"sent_back": waits.pk, "note": note.pk, "direction": direction.pk, "direction_answer": answer.pk}
    yield from (back, Reply(decision=back, text=f"Reply {token}", **about), waits, note, direction, answer)
