"""Counting working days (timescales, rules C1, C2, C7), by the official bank holidays unless other ones are given."""

from bisect import bisect_left, bisect_right
from datetime import date

from sightline.foundation.calendar.holidays import HolidayList, HolidayListBegins, HolidayListEnds, england_and_wales


def is_working_day(day: date, holidays: HolidayList | None = None) -> bool:
    """Whether a day is a working day; raises OutsideHolidayList where bank holidays are not known."""
    known = holidays or england_and_wales()
    known.refuse_outside(day)
    return day.weekday() < 5 and day not in known.days


def working_days_after(day: date, number: int, holidays: HolidayList | None = None) -> date:
    """The last day within a number of working days of `day`, which is itself not counted (C2).

    No number of working days is the day itself. Raises OutsideHolidayList where bank holidays are not known.
    """
    if number < 0:
        raise ValueError("Count backwards with working_days_before.")
    known = holidays or england_and_wales()
    known.refuse_outside(day)
    if number == 0:
        return day
    place = bisect_right(known.working_days, day) + number - 1
    if place >= len(known.working_days):
        raise HolidayListEnds(known)
    return known.working_days[place]


def working_days_before(day: date, number: int, holidays: HolidayList | None = None) -> date:
    """The day a number of working days before `day`, which is itself not counted; used where a limit counts back."""
    if number < 0:
        raise ValueError("Count forwards with working_days_after.")
    known = holidays or england_and_wales()
    known.refuse_outside(day)
    if number == 0:
        return day
    place = bisect_left(known.working_days, day) - number
    if place < 0:
        raise HolidayListBegins(known)
    return known.working_days[place]


def working_days_between(earlier: date, later: date, holidays: HolidayList | None = None) -> int:
    """How many working days there are after `earlier`, up to and with `later`; negative the other way round."""
    known = holidays or england_and_wales()
    known.refuse_outside(earlier)
    known.refuse_outside(later)
    return bisect_right(known.working_days, later) - bisect_right(known.working_days, earlier)


def plan_by(due: date, holidays: HolidayList | None = None) -> date:
    """The last working day on or before a due date: the limit is not extended when it falls on another day (C7)."""
    known = holidays or england_and_wales()
    known.refuse_outside(due)
    place = bisect_right(known.working_days, due) - 1
    if place < 0:
        raise HolidayListBegins(known)
    return known.working_days[place]
