"""A slow, independent way to the same answers: walk the calendar day by day, knowing only the rules of a year."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)


@cache
def full_moon_sunday(year: int) -> date:
    """Easter Sunday, from the tables of the Book of Common Prayer: Golden Number and Sunday Letter."""
    golden = year % 19 + 1
    century = year // 100 + 1
    skipped = 3 * century // 4 - 12
    correction = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - skipped - 10
    epact = (11 * golden + 20 + correction - skipped) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = 44 - epact
    if moon < 21:
        moon += 30
    moon = moon + 7 - (sunday + moon) % 7
    return date(year, 3, 1) + timedelta(days=moon - 1)


@cache
def bank_holidays_by_rule(year: int) -> frozenset[date]:
    """The holidays of a year without proclamations; one on a weekend passes to the next free day."""
    easter = full_moon_sunday(year)
    found = {easter - 2 * ONE_DAY, easter + ONE_DAY}
    may = [date(year, 5, n) for n in range(1, 32) if date(year, 5, n).isoweekday() == 1]
    august = [date(year, 8, n) for n in range(1, 32) if date(year, 8, n).isoweekday() == 1]
    found |= {may[0], may[-1], august[-1]}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        observed = fixed
        while observed.isoweekday() > 5 or observed in found:
            observed += ONE_DAY
        if fixed.day == 26 and fixed.isoweekday() == 1:  # Christmas Day on a Sunday gives way to Boxing Day
            found.add(fixed)
            observed = fixed + ONE_DAY
        found.add(observed)
    return frozenset(found)


def works(day: date, holidays: frozenset[date]) -> bool:
    return day.isoweekday() not in (6, 7) and day not in holidays


def walk_working_days(start: date, number: int, holidays: frozenset[date], step: int = 1) -> date:
    """Step from day to day and count those worked, the start not being one of them."""
    day = start
    while number > 0:
        day += step * ONE_DAY
        number -= works(day, holidays)
    return day


def walk_months(anchor: date, number: int) -> date:
    """Step until the month has changed often enough, then on to the day of the anchor or the month's last."""
    day, changed = anchor, 0
    while changed < number:
        before = day
        day += ONE_DAY
        changed += day.month != before.month
    while day.day < anchor.day and (day + ONE_DAY).month == day.month:
        day += ONE_DAY
    return day


def walk_weeks_beginning_with(start: date, weeks: int) -> date:
    """Tick off the days, the first included."""
    ticked, day = 1, start
    while ticked < 7 * weeks:
        day, ticked = day + ONE_DAY, ticked + 1
    return day


def last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    while day.isoweekday() != 7:
        day -= ONE_DAY
    return day


def british_offset(moment: datetime) -> timedelta:
    """One hour from the last Sunday of March to the last Sunday of October, both at 01:00 UTC."""
    year = moment.year
    begins = datetime.combine(last_sunday(year, 3), datetime.min.time(), UTC) + timedelta(hours=1)
    ends = datetime.combine(last_sunday(year, 10), datetime.min.time(), UTC) + timedelta(hours=1)
    return timedelta(hours=1 if begins <= moment < ends else 0)


def on_the_wall(moment: datetime) -> str:
    """What a clock on a wall in England shows at a moment in UTC."""
    return (moment + british_offset(moment)).strftime("%Y-%m-%d %H:%M")
