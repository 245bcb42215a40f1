"""The bank holidays of England and Wales, as far ahead as they are proclaimed (timescales, rule C1)."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

from sightline.foundation.calendar.words import format_date

SATURDAY = 5
HolidayKind = Literal["regular", "substitute", "one-off"]


class OutsideHolidayList(ValueError):
    """Working days cannot be counted there, because bank holidays are not known."""


class HolidayListEnds(OutsideHolidayList):
    """A count of working days runs past the last day for which bank holidays are proclaimed."""

    def __init__(self, holidays: HolidayList) -> None:
        super().__init__(
            f"Bank holidays are known up to {format_date(holidays.ends)}, so later working days cannot be counted. "
            "Load the newer list of bank holidays first."
        )


class HolidayListBegins(OutsideHolidayList):
    """A count of working days reaches before the first day of the list."""

    def __init__(self, holidays: HolidayList) -> None:
        super().__init__(
            f"Bank holidays are listed from {format_date(holidays.begins)}, so earlier working days cannot be counted."
        )


@dataclass(frozen=True)
class Holiday:
    """A day that is not a working day although it falls from Monday to Friday, and what made it so."""

    day: date
    name: str
    kind: HolidayKind
    source: str


@dataclass(frozen=True)
class HolidayList:
    """Every bank holiday, Good Friday and Christmas Day between two days, under a version label."""

    version: str
    begins: date
    ends: date
    holidays: tuple[Holiday, ...]

    @cached_property
    def days(self) -> frozenset[date]:
        """The days that are holidays."""
        return frozenset(holiday.day for holiday in self.holidays)

    @cached_property
    def working_days(self) -> tuple[date, ...]:
        """Every working day of the list in order; council closure days are working days (C1)."""
        every_day = (self.begins + timedelta(days=n) for n in range((self.ends - self.begins).days + 1))
        return tuple(day for day in every_day if day.weekday() < SATURDAY and day not in self.days)

    def refuse_outside(self, day: date) -> None:
        """Raise HolidayListBegins or HolidayListEnds for a day that the list does not cover."""
        if day < self.begins:
            raise HolidayListBegins(self)
        if day > self.ends:
            raise HolidayListEnds(self)


@cache
def england_and_wales() -> HolidayList:
    """The list that Sightline carries; raises ValueError if it was changed without a new version label."""
    data = files("sightline.foundation.calendar") / "data"
    about = tomllib.loads((data / "bank_holidays_england_and_wales.toml").read_text(encoding="utf-8"))
    text = (data / "bank_holidays_england_and_wales.csv").read_text(encoding="utf-8")
    if hashlib.sha256(text.encode()).hexdigest() != about["digest"]:
        raise ValueError("The list of bank holidays was changed without a new version and digest beside it.")
    rows = csv.DictReader(text.splitlines())
    return HolidayList(about["version"], about["begins"], about["ends"], tuple(holiday(row) for row in rows))


def holiday(row: dict[str, str]) -> Holiday:
    """One line of the list."""
    kinds: dict[str, HolidayKind] = {"regular": "regular", "substitute": "substitute", "one-off": "one-off"}
    return Holiday(date.fromisoformat(row["date"]), row["name"], kinds[row["kind"]], row["source"])
