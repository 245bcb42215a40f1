"""Dates as they are met in returns: the standard's form, and the forms that spreadsheets and systems make of it."""

from __future__ import annotations

import re
from calendar import month_abbr
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

EARLIEST, LATEST = 1900, 2100  # years; anything else is a slip of the pen
PIVOT = 50  # two-digit years up to this one are in this century
SERIAL_FIRST, SERIAL_LAST = 10_000, 73_050  # day numbers of spreadsheets, 1927 to 2099
SERIAL_ORIGIN = date(1899, 12, 30)
MONTHS = {name.lower(): number for number, name in enumerate(month_abbr) if name}
UNKNOWN = re.compile(r"^z+$", re.I)
BY_PARTS = re.compile(r"^(\d{1,2}|z+)[/.\- ](\d{1,2}|[A-Za-z]{3,9}|z+)[/.\- ](\d{4}|\d{2}|z+)(?:[T ].*)?$", re.I)
YEAR_FIRST = re.compile(r"^(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T ].*)?$")
TOGETHER = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")


@dataclass(frozen=True)
class Read:
    """A date that was read: the day, how exactly it is known, and what was wrong where nothing could be read."""

    day: date | None = None
    precision: str = "day"
    problem: str = ""


NOTHING = Read()


@lru_cache(maxsize=50_000)
def read(text: str) -> Read:
    """A date in any of the forms met; a blank is no date; `zz` stands for an unknown part (SSDA903, DATE_PERM)."""
    plain = text.strip()
    if not plain:
        return NOTHING
    if found := YEAR_FIRST.match(plain) or TOGETHER.match(plain):
        return of_numbers(plain, found[1], found[2], found[3])
    if found := BY_PARTS.match(plain):
        return of_parts(plain, found[1], found[2], found[3])
    if SERIAL.match(plain) and SERIAL_FIRST <= float(plain) <= SERIAL_LAST:
        return Read(SERIAL_ORIGIN + timedelta(days=int(float(plain))))
    return Read(problem=f"“{plain[:30]}” is not a date")


def of_parts(plain: str, day: str, month: str, year: str) -> Read:
    """A date that begins with its day, where parts may be unknown and the year may have two digits."""
    if UNKNOWN.match(year):
        return Read(precision="unknown")
    if len(year) == 2:
        year = f"{20 if int(year) <= PIVOT else 19}{year}"
    if UNKNOWN.match(month):
        return dated(plain, int(year), 1, 1, "year")
    number = MONTHS.get(month[:3].lower(), 0) if month.isalpha() else int(month)
    if UNKNOWN.match(day):
        return dated(plain, int(year), number, 1, "month")
    return dated(plain, int(year), number, int(day), "day")


def of_numbers(plain: str, year: str, month: str, day: str) -> Read:
    """A date that begins with its year."""
    return dated(plain, int(year), int(month), int(day), "day")


def dated(plain: str, year: int, month: int, day: int, precision: str) -> Read:
    """The day, unless there is no such day or the year cannot be meant."""
    if not EARLIEST <= year <= LATEST:
        return Read(problem=f"“{plain[:30]}” has a year that cannot be meant")
    try:
        return Read(date(year, month, day), precision)
    except ValueError:
        return Read(problem=f"“{plain[:30]}” is not a day of the calendar")
