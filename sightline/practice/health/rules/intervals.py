"""From which day, and for how long, what keeps a child healthy is due."""

from __future__ import annotations

from datetime import date

from sightline.foundation.calendar.ages import birthday_for_deadlines
from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.timescales.rules import Allowance, months

YEAR_ENDS = (3, 31)  # month and day; the collection year runs from 1 April (SSDA903)
YOUNG = 5  # years
HALF_YEAR, YEAR, OFFER_AGAIN = 6, 12, 3  # months
RECENT = 3  # months before care in which an assessment counts as the first


def next_assessment(last: date, born: date | None) -> Allowance:
    """Within 6 months; if that is on or after the fifth birthday, within 12 (timescales, rha)."""
    if born is None:
        return months(YEAR)
    return months(HALF_YEAR if months_after(last, HALF_YEAR) < birthday_for_deadlines(born, YOUNG) else YEAR)


def end_of_year(day: date) -> date:
    """The 31 March that ends the collection year of a day."""
    this_year = date(day.year, *YEAR_ENDS)
    return this_year if day <= this_year else date(day.year + 1, *YEAR_ENDS)


def end_of_next_year(day: date) -> date:
    """The 31 March after the one that ends the collection year of a day."""
    return date(end_of_year(day).year + 1, *YEAR_ENDS)
