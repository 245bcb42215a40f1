"""Counting days, weeks and months that weekends and holidays do not interrupt (timescales, rules C3, C4, C5)."""

import calendar
from datetime import date, timedelta
from functools import lru_cache


def days_after(day: date, number: int) -> date:
    """The last day within a number of days of `day`, which is itself not counted (C3)."""
    return day + timedelta(days=number)


def weeks_after(day: date, number: int) -> date:
    """The last day within a number of weeks of `day`, which is itself not counted (C3)."""
    return day + timedelta(weeks=number)


def days_beginning_with(day: date, number: int) -> date:
    """The last of a number of days of which `day` is the first (C4); raises ValueError for less than one."""
    if number < 1:
        raise ValueError("A period that begins with a day has at least that day.")
    return day + timedelta(days=number - 1)


def weeks_beginning_with(day: date, number: int) -> date:
    """The last day of a number of weeks of which `day` is the first day (C4): 26 weeks end 181 days later."""
    return days_beginning_with(day, 7 * number)


@lru_cache(maxsize=100_000)
def months_after(anchor: date, number: int) -> date:
    """The same day of the month a number of months later (earlier if negative), or that month's last day (C5).

    Always count from the original anchor, never from an earlier result that the month's end has moved.
    """
    years, month = divmod(anchor.year * 12 + anchor.month - 1 + number, 12)
    last_day = calendar.monthrange(years, month + 1)[1]
    return date(years, month + 1, min(anchor.day, last_day))
