"""A clock of the projection as a chip: what is due, and how far off, in words."""

from datetime import date

from sightline.foundation.timescales.catalogue import latest
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.rules import State, Tier
from sightline.ui.components import ClockChip, ClockState

SHOWN_AS = {
    State.OVERDUE: ClockState.OVERDUE,
    State.DUE_TODAY: ClockState.DUE_SOON,
    State.DUE_SOON: ClockState.DUE_SOON,
    State.ON_TRACK: ClockState.ON_TIME,
    State.MET_ON_TIME: ClockState.DONE,
    State.MET_LATE: ClockState.DONE_LATE,
    State.NOT_HELD: ClockState.NOT_HELD,
}


def name_of(timescale: str) -> str:
    """What a timescale is called; its id where no area declares it any more."""
    try:
        return latest(timescale).name
    except KeyError:
        return timescale.replace("_", " ").capitalize()


def chip(row: ClockRow, today: date) -> ClockChip:
    """When it is due; a standard of our own is never shown as overdue in red (practice rules, clock noise)."""
    state = State(row.state)  # type: ignore[attr-defined]
    days = abs((row.due - today).days) if row.due else 0
    shown = SHOWN_AS.get(state, ClockState.ON_TIME)
    note = "estimated" if row.estimated else ""
    if shown is ClockState.OVERDUE and Tier(row.tier) not in (Tier.STATUTE, Tier.GUIDANCE):
        return ClockChip(ClockState.DUE_SOON, due=row.due, days=0, note=f"{days} days past our own standard")
    return ClockChip(shown, due=row.due, days=days, note=note)
