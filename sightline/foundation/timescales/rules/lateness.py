"""By how much something is, or was, late (timescales, section 2: always the number, not a colour alone)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sightline.foundation.calendar.ages import counted
from sightline.foundation.calendar.holidays import OutsideHolidayList
from sightline.foundation.calendar.school_days import OutsideTermCalendar, school_days_between
from sightline.foundation.calendar.working_days import working_days_between
from sightline.foundation.timescales.rules.allowances import OFFICIAL, Calendars, Unit
from sightline.foundation.timescales.rules.states import Given, HasDates, State, state_of

WORKING = (Unit.WORKING_DAYS, Unit.WORKING_DAYS_BEFORE, Unit.WORKING_DAYS_BEGINNING_WITH)
SCHOOL = (Unit.SCHOOL_DAYS, Unit.END_OF_TERM)


@dataclass(frozen=True)
class Late:
    """By how much something is, or was, late, in the unit it is counted in."""

    number: int
    unit: str

    def __str__(self) -> str:
        return f"{counted(self.number, self.unit)} late"


def late_by(clock: HasDates, today: date, now: datetime | None = None, calendars: Calendars = OFFICIAL) -> Late | None:
    """By how much an overdue clock is late on a day, or one met late was late; None for every other state."""
    state = state_of(clock, today, now)
    if state not in (State.OVERDUE, State.MET_LATE) or clock.due is None:
        return None
    late_on = clock.stopped if state is State.MET_LATE and clock.stopped else today
    if clock.due_at is not None:
        moment = clock.stopped_at if state is State.MET_LATE else Given.on(today, now).latest
        return Late(max(1, math.ceil(((moment or clock.due_at) - clock.due_at) / timedelta(hours=1))), "hour")
    return days_late(clock.unit, clock.due, late_on, calendars)


def days_late(unit: str, due: date, late_on: date, calendars: Calendars) -> Late:
    """Working days, school days or days, as the limit is counted; days where the calendar is not known."""
    try:
        if unit in WORKING:
            return Late(max(1, working_days_between(due, late_on, calendars.bank_holidays)), "working day")
        if unit in SCHOOL:
            return Late(max(1, school_days_between(due, late_on, calendars.school_terms)), "school day")
    except (OutsideHolidayList, OutsideTermCalendar):
        pass  # a page must still show that it is late
    return Late(max(1, (late_on - due).days), "day")
