"""A clock of the projection as a chip: what is due, and how far off, in the days its limit is counted in."""

from dataclasses import replace
from datetime import date

from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.working_days import working_days_between
from sightline.foundation.timescales.catalogue import latest
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.rules import State, Tier, late_by
from sightline.foundation.timescales.rules.lateness import WORKING
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
    number, unit = far_off(row, today)
    note = "estimated" if row.estimated else ""
    shown = ClockChip(SHOWN_AS.get(state, ClockState.ON_TIME), due=row.due, days=number, unit=unit, note=note)
    if shown.state is ClockState.OVERDUE and Tier(row.tier) not in (Tier.STATUTE, Tier.GUIDANCE):
        words = f"{number} {unit}{'' if number == 1 else 's'} past our own standard"
        return replace(shown, state=ClockState.DUE_SOON, days=0, note=words)
    return shown


def far_off(row: ClockRow, today: date) -> tuple[int, str]:
    """How late it is or was, or how long is left, with the unit its limit is counted in."""
    if late := late_by(row, today):
        return late.number, late.unit
    if row.due is None or row.due <= today:
        return 0, "day"
    try:
        if row.unit in WORKING:
            return working_days_between(today, row.due), "working day"
    except OutsideHolidayList:
        pass  # a page must still show how long is left
    return (row.due - today).days, "day"
