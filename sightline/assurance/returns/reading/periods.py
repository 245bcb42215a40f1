"""The period a file speaks for: its collection year, or the day it was drawn, as far as the file lets us know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

YEARS = re.compile(r"(?<!\d)(20[0-4]\d)(?:[-_ ](?:20)?(\d\d))?(?!\d)")
FIRST_DAY, LAST_DAY = (4, 1), (3, 31)  # the collection year runs from 1 April to 31 March


def year_start(end: int) -> date:
    """The first day of the collection year that ends in a calendar year."""
    return date(end - 1, *FIRST_DAY)


def year_end(end: int) -> date:
    """The last day of that collection year."""
    return date(end, *LAST_DAY)


def year_of(day: date) -> int:
    """The calendar year in which the collection year of a day ends."""
    return day.year + 1 if day >= date(day.year, *FIRST_DAY) else day.year


def year_in_name(name: str) -> int | None:
    """The collection year that a name gives: 2019-20 and 2020 are both the year that ended in March 2020."""
    for found in YEARS.finditer(name):
        first, second = int(found[1]), found[2]
        if second is None:
            return first
        if int(second) == (first + 1) % 100:
            return first + 1
    return None


def busiest_year(days: Iterable[date], today: date) -> int | None:
    """The collection year in which most of these days lie; a later one where two have as many; None without days."""
    counted = Counter(year_of(day) for day in days if day <= today)
    return max(counted, key=lambda year: (counted[year], year)) if counted else None
