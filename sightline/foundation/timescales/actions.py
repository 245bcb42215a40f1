"""What people do about clocks: say why something is late, waive a local standard, set a limit for the authority."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action, corrects
from sightline.foundation.facts import Acting
from sightline.foundation.timescales.models import ClockReason, ClockRow, LocalLimit, Remark
from sightline.foundation.timescales.queries import limit_from
from sightline.foundation.timescales.rules import (
    Allowance,
    LimitRefused,
    Tier,
    Timescale,
    refuse_local_limit,
)

SET_AGAIN = "Another limit was set from the same day."


class CannotBeWaived(Refusal):
    """Law and guidance cannot be waived by anybody here; a reason for delay can be recorded."""


class LimitNotAllowed(Refusal):
    """The authority may not set this limit."""


@action(permission=Permission.EXPLAIN_DELAY, says="recorded why something is late")
def explain_delay(
    *, clock: ClockRow, on: date, reason: str, agreed_by: UUID | None = None, by: Acting
) -> Generator[ClockReason, None, ClockReason]:
    """Say why a clock is, or will be, late; the clock is not paused by it (C12)."""
    said = remark(clock, Remark.DELAY, on, reason, agreed_by)
    yield said
    return said


@action(permission=Permission.OVERSEE, says="waived a local standard")
def waive(*, clock: ClockRow, on: date, reason: str, by: Acting) -> Generator[ClockReason, None, ClockReason]:
    """Say that a local standard does not apply to this child, and why; raises CannotBeWaived for law and guidance."""
    if clock.tier != Tier.PRACTICE:
        raise CannotBeWaived("Only a local standard can be waived. Record the reason for the delay instead.")
    said = remark(clock, Remark.WAIVER, on, reason, by.practitioner_id)
    yield said
    return said


@action(permission=Permission.SET_LOCAL_LIMIT, says="set a local limit")
def set_local_limit(
    *, timescale: Timescale, allows: Allowance, effective_from: date, why: str = "", agreed_by: str = "", by: Acting
) -> Work:
    """Set what the authority allows for clocks that start on a day or later; raises LimitNotAllowed with the reason.

    Set again from the same day, the new limit stands in place of the one before.
    """
    try:
        refuse_local_limit(timescale, allows, why=why, agreed_by=agreed_by)
    except LimitRefused as refused:
        raise LimitNotAllowed(str(refused)) from refused
    limit = LocalLimit(
        timescale=timescale.id,
        unit=allows.unit,
        number=allows.number,
        opens=allows.opens,
        happened=effective_from,
        why=why,
        agreed_by=agreed_by,
    )
    before = limit_from(timescale.id, effective_from)
    yield corrects(before, limit, reason=why or SET_AGAIN) if before else limit
    return limit


def remark(clock: ClockRow, kind: Remark, on: date, reason: str, agreed_by: UUID | None) -> ClockReason:
    """What is said about a clock, unsaved; raises Refusal without a reason."""
    if not reason.strip():
        raise Refusal("Say why.")
    return ClockReason(
        child_id=clock.child_id,
        happened=on,
        timescale=clock.timescale,
        subject_kind=clock.subject_kind,
        subject_id=clock.subject_id,
        anchor_kind=clock.anchor_kind,
        anchor_id=clock.anchor_id,
        part=clock.part,
        remark=kind,
        reason=reason.strip(),
        agreed_by_id=agreed_by,
    )
