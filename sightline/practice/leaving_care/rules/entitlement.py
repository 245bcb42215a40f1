"""Who is entitled to support after care, counted from the days in care (Care Planning Regulations 2010, reg 40)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sightline.foundation.calendar.ages import birthday_for_deadlines
from sightline.practice.care.rules.time_in_care import FOREVER, TimeInCare

COUNTED_FROM, NEEDED_AT, GROWN_UP = 14, 16, 18  # years
DAYS_NEEDED = 91  # 13 weeks, which may be added up
SUPPORT_ENDS, REVIEWED_TO = 25, 21  # years


def became_eligible(born: date, times: Iterable[TimeInCare]) -> date | None:
    """The first day on which somebody of 16 or over, in care, had been in care for 13 weeks since 14; None if never."""
    since, sixteen = (birthday_for_deadlines(born, age) for age in (COUNTED_FROM, NEEDED_AT))
    grown_up = birthday_for_deadlines(born, GROWN_UP)
    counted = 0
    for first, last in in_order(since, times):
        enough = first + timedelta(days=max(DAYS_NEEDED - counted, 0))
        day = max(enough, sixteen, first)
        if day < grown_up and (last is None or day <= last):
            return day
        counted += ((last or grown_up) - first).days
    return None


def in_order(since: date, times: Iterable[TimeInCare]) -> list[tuple[date, date | None]]:
    """First and last day of each period of care from an age on, earliest first."""
    found = [(max(care.began, since), care.period.ended) for care in times if (care.period.ended or FOREVER) >= since]
    return sorted(found, key=lambda each: each[0])


def left_care(times: Sequence[TimeInCare], born: date) -> date | None:
    """The day somebody left care for good: the end of the last period, at the latest the 18th birthday."""
    if not times:
        return None
    last = max(times, key=lambda care: care.began).period.ended
    return min(last or FOREVER, birthday_for_deadlines(born, GROWN_UP))
