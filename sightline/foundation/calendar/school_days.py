"""Days on which a school is open to pupils (timescales, rule C9): terms are data, of a school or of the authority."""

from __future__ import annotations

import csv
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files

from sightline.foundation.calendar.holidays import HolidayList, england_and_wales
from sightline.foundation.calendar.words import format_date


class OutsideTermCalendar(ValueError):
    """School days cannot be counted there, because terms are not known."""

    def __init__(self, terms: TermCalendar) -> None:
        super().__init__(
            f"School terms are known from {format_date(terms.begins)} to {format_date(terms.ends)}, so school days "
            "outside those dates cannot be counted. Load the term dates first."
        )


@dataclass(frozen=True)
class Days:
    """A run of days with a name: a term, a half term, a training day."""

    name: str
    begins: date
    ends: date

    def __contains__(self, day: date) -> bool:
        return self.begins <= day <= self.ends


@dataclass(frozen=True)
class TermCalendar:
    """The terms of one school, or the authority's default, and the days within them on which it is closed to pupils."""

    version: str
    begins: date
    ends: date
    terms: tuple[Days, ...]
    closed: tuple[Days, ...] = ()
    holidays: HolidayList | None = None

    @cached_property
    def school_days(self) -> tuple[date, ...]:
        """Every school day in order: in term, Monday to Friday, not closed, not a bank holiday."""
        holidays = (self.holidays or england_and_wales()).days
        closed = {day for run in self.closed for day in days_of(run)} | holidays
        return tuple(
            sorted(day for term in self.terms for day in days_of(term) if day.weekday() < 5 and day not in closed)
        )

    @cached_property
    def first_and_last(self) -> tuple[tuple[date, date], ...]:
        """The first and the last school day of each term that has any, in order."""
        terms = sorted(self.terms, key=lambda term: term.begins)
        inside = ([day for day in self.school_days if day in term] for term in terms)
        return tuple((days[0], days[-1]) for days in inside if days)

    def refuse_outside(self, day: date) -> None:
        """Raise OutsideTermCalendar for a day that the calendar does not cover."""
        if not self.begins <= day <= self.ends:
            raise OutsideTermCalendar(self)


def days_of(run: Days) -> list[date]:
    """Every day of a run, in order."""
    return [run.begins + timedelta(days=n) for n in range((run.ends - run.begins).days + 1)]


@cache
def authority_terms() -> TermCalendar:
    """The default terms that Sightline carries: a starting point that an authority replaces with its own."""
    data = files("sightline.foundation.calendar") / "data"
    about = tomllib.loads((data / "school_terms.toml").read_text(encoding="utf-8"))
    rows = list(csv.DictReader((data / "school_terms.csv").read_text(encoding="utf-8").splitlines()))
    runs = {
        kind: tuple(
            Days(row["name"], date.fromisoformat(row["begins"]), date.fromisoformat(row["ends"]))
            for row in rows
            if row["kind"] == kind
        )
        for kind in ("term", "closed")
    }
    return TermCalendar(about["version"], about["begins"], about["ends"], runs["term"], runs["closed"])


def school_days_after(day: date, number: int, terms: TermCalendar | None = None) -> date:
    """The last day within a number of school days of `day`, which is itself not counted (C2, C9)."""
    known = terms or authority_terms()
    known.refuse_outside(day)
    if number == 0:
        return day
    place = bisect_right(known.school_days, day) + number - 1
    if place >= len(known.school_days):
        raise OutsideTermCalendar(known)
    return known.school_days[place]


def school_days_between(earlier: date, later: date, terms: TermCalendar | None = None) -> int:
    """How many school days there are after `earlier`, up to and with `later`; negative the other way round."""
    known = terms or authority_terms()
    known.refuse_outside(earlier)
    known.refuse_outside(later)
    return bisect_right(known.school_days, later) - bisect_right(known.school_days, earlier)


def last_school_day_of_term(day: date, terms: TermCalendar | None = None) -> date:
    """The last school day of the term that a day falls in, or of the next term if it falls between two."""
    known = terms or authority_terms()
    known.refuse_outside(day)
    for _, last in known.first_and_last:
        if last >= day:
            return last
    raise OutsideTermCalendar(known)


def first_day_of_next_term(day: date, terms: TermCalendar | None = None) -> date:
    """The first school day of the first term that begins after a day; raises OutsideTermCalendar where none is known.

    Half terms do not divide a term: there are three in a year.
    """
    known = terms or authority_terms()
    known.refuse_outside(day)
    for first, _ in known.first_and_last:
        if first > day:
            return first
    raise OutsideTermCalendar(known)
