"""A clock of the projection as a chip: what is due, and how far off, in the days its limit is counted in."""

from datetime import date

from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.working_days import working_days_between
from sightline.foundation.timescales.catalogue import latest
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.rules import State, Tier, late_by
from sightline.foundation.timescales.rules.lateness import WORKING
from sightline.ui.components import ClockChip, ClockState
from sightline.ui.vocabulary import said

MOST_HOURS = 72  # lateness beyond this is said in days, also where the limit is in hours
SHOWN_AS = {
    State.OVERDUE: ClockState.OVERDUE,
    State.DUE_TODAY: ClockState.DUE_SOON,
    State.DUE_SOON: ClockState.DUE_SOON,
    State.ON_TRACK: ClockState.ON_TIME,
    State.MET_ON_TIME: ClockState.DONE,
    State.MET_LATE: ClockState.DONE_LATE,
    State.NOT_HELD: ClockState.NOT_HELD,
    State.BLOCKED_MISSING_DATA: ClockState.DATE_MISSING,
    State.NOT_STARTED: ClockState.CLOSED,
    State.DECLINED: ClockState.CLOSED,
    State.NOT_APPLICABLE: ClockState.CLOSED,
    State.WAIVED: ClockState.CLOSED,
    State.ENDED: ClockState.CLOSED,
}


def name_of(timescale: str) -> str:
    """What a timescale is called in the authority's words; its id where no area declares it any more."""
    try:
        return said(latest(timescale).name)
    except KeyError:
        return timescale.replace("_", " ").capitalize()


def chip(row: ClockRow, today: date) -> ClockChip:
    """When it is due; a standard of our own is never shown as overdue in red (practice rules, clock noise)."""
    state = State(row.state)  # type: ignore[attr-defined]
    number, unit = far_off(row, today)
    shown = SHOWN_AS[state]
    if shown is ClockState.OVERDUE and row.tier == Tier.PRACTICE:
        shown = ClockState.PAST_OWN_STANDARD
    return ClockChip(shown, due=row.due, days=number, unit=unit, note=note(row, shown, state))


def note(row: ClockRow, shown: ClockState, state: State) -> str:
    """What is said beside it: what is missing, why it is not counted, or that its moment is estimated."""
    if shown is ClockState.DATE_MISSING:
        return f"needs {row.missing}" if row.missing else ""
    if shown is ClockState.CLOSED:
        return state.label.lower()
    return "estimated" if row.estimated else ""


def far_off(row: ClockRow, today: date) -> tuple[int, str]:
    """How late it is or was, or how long is left, with the unit its limit is counted in."""
    if late := late_by(row, today):
        in_days = late.unit == "hour" and late.number > MOST_HOURS
        return (late.number // 24, "day") if in_days else (late.number, late.unit)
    if row.due is None or row.due <= today:
        return 0, "day"
    try:
        if row.unit in WORKING:
            return working_days_between(today, row.due), "working day"
    except OutsideHolidayList:
        pass  # a page must still show how long is left
    return (row.due - today).days, "day"
