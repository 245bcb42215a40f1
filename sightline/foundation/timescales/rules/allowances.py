"""How long something may take: a unit and a number, called on the start to give the day or moment it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sightline.foundation.calendar import calendar_days
from sightline.foundation.calendar import school_days as schools
from sightline.foundation.calendar import working_days as working
from sightline.foundation.calendar.gestation import gestation_week as week_of_pregnancy
from sightline.foundation.calendar.holidays import HolidayList, england_and_wales
from sightline.foundation.calendar.instants import day_of, hours_after
from sightline.foundation.calendar.school_days import TermCalendar, authority_terms


class Unit(StrEnum):
    """What is counted, and by which rule of timescales section 1."""

    WORKING_DAYS = "working_days"  # C2
    WORKING_DAYS_BEFORE = "working_days_before"  # C2, counted back
    WORKING_DAYS_BEGINNING_WITH = "working_days_beginning_with"  # C4, in working days
    DAYS = "days"  # C3
    WEEKS = "weeks"  # C3
    DAYS_BEGINNING_WITH = "days_beginning_with"  # C4
    WEEKS_BEGINNING_WITH = "weeks_beginning_with"  # C4
    MONTHS = "months"  # C5
    HOURS = "hours"  # C8
    SCHOOL_DAYS = "school_days"  # C9
    END_OF_TERM = "end_of_term"  # C9
    GESTATION_WEEK = "gestation_week"  # C10
    AGE = "age"  # C11, then C5; counted in months of life
    WINDOW = "window"  # C5 both ways
    DAY_SET = "day_set"  # a date of its own
    BEFORE_THE_ACT = "before_the_act"  # no length: a condition before an action


@dataclass(frozen=True)
class Calendars:
    """The bank holidays and the school terms by which days are counted."""

    holidays: HolidayList | None = None
    terms: TermCalendar | None = None

    @property
    def bank_holidays(self) -> HolidayList:
        """The list in use: the official one unless another is given."""
        return self.holidays or england_and_wales()

    @property
    def school_terms(self) -> TermCalendar:
        """The terms in use: the authority's unless a school's are given."""
        return self.terms or authority_terms()


OFFICIAL = Calendars()

IN_WORDS = {
    Unit.WORKING_DAYS: "{n} working day{s}",
    Unit.WORKING_DAYS_BEFORE: "{n} working day{s} before",
    Unit.WORKING_DAYS_BEGINNING_WITH: "{n} working day{s}, counting the first",
    Unit.DAYS: "{n} day{s}",
    Unit.WEEKS: "{n} week{s}",
    Unit.DAYS_BEGINNING_WITH: "{n} day{s}, counting the first",
    Unit.WEEKS_BEGINNING_WITH: "{n} week{s}, counting the first day",
    Unit.MONTHS: "{n} month{s}",
    Unit.HOURS: "{n} hour{s}",
    Unit.SCHOOL_DAYS: "{n} school day{s}",
    Unit.END_OF_TERM: "by the end of the term",
    Unit.GESTATION_WEEK: "by week {n} of the pregnancy",
    Unit.WINDOW: "from {opens} months before to {n} month{s} after",
    Unit.DAY_SET: "on the day set",
    Unit.BEFORE_THE_ACT: "before it is done",
}


@dataclass(frozen=True)
class Allowance:
    """A unit and a number; call it on a start (for a pregnancy the expected date, for an age the date of birth)."""

    unit: Unit
    number: int = 0
    opens: int = 0  # for a window: months before the start

    def __call__(self, start: date | datetime, calendars: Calendars = OFFICIAL) -> date | datetime:
        """The last day on which it is in time, or for hours the moment in UTC.

        Raises OutsideHolidayList or OutsideTermCalendar where days cannot be counted, ValueError where no length
        is set.
        """
        if self.unit is Unit.HOURS:
            return hours_after(start, self.number)
        return self.last_day(day_of(start), calendars)

    def last_day(self, day: date, calendars: Calendars) -> date:
        """The last day on which it is in time."""
        number, holidays = self.number, calendars.bank_holidays
        match self.unit:
            case Unit.WORKING_DAYS:
                return working.working_days_after(day, number, holidays)
            case Unit.WORKING_DAYS_BEFORE:
                return working.working_days_before(day, number, holidays)
            case Unit.WORKING_DAYS_BEGINNING_WITH:
                return working.working_days_after(day, number - 1, holidays)
            case Unit.SCHOOL_DAYS:
                return schools.school_days_after(day, number, calendars.school_terms)
            case Unit.END_OF_TERM:
                return schools.last_school_day_of_term(day, calendars.school_terms)
            case _:
                return self.last_calendar_day(day)

    def last_calendar_day(self, day: date) -> date:
        """The last day, for units that no holiday interrupts."""
        match self.unit:
            case Unit.DAYS:
                return calendar_days.days_after(day, self.number)
            case Unit.WEEKS:
                return calendar_days.weeks_after(day, self.number)
            case Unit.DAYS_BEGINNING_WITH:
                return calendar_days.days_beginning_with(day, self.number)
            case Unit.WEEKS_BEGINNING_WITH:
                return calendar_days.weeks_beginning_with(day, self.number)
            case Unit.MONTHS | Unit.WINDOW:
                return calendar_days.months_after(day, self.number)
            case Unit.AGE:
                return calendar_days.months_after(day, self.number)
            case Unit.GESTATION_WEEK:
                return week_of_pregnancy(day, self.number)
            case _:
                raise ValueError(f"Something due {self} has no length that can be counted.")

    def opening(self, start: date | datetime) -> date:
        """The first day on which it may be done: the opening of a window, otherwise the start."""
        day = day_of(start)
        return calendar_days.months_after(day, -self.opens) if self.unit is Unit.WINDOW else day

    @property
    def counts_from_elsewhere(self) -> bool:
        """Whether it is counted from another date than the day the clock opens: a birth, a conference to come."""
        return self.unit in (Unit.WORKING_DAYS_BEFORE, Unit.GESTATION_WEEK, Unit.AGE)

    @property
    def has_length(self) -> bool:
        """Whether the due day follows from the start; otherwise it is set for each one."""
        return self.unit not in (Unit.DAY_SET, Unit.BEFORE_THE_ACT)

    def __str__(self) -> str:
        if self.unit is Unit.AGE:
            years, extra = divmod(self.number, 12)
            return f"by the age of {years} years" + (f" {extra} month{'' if extra == 1 else 's'}" if extra else "")
        return IN_WORDS[self.unit].format(n=self.number, s="" if self.number == 1 else "s", opens=self.opens)


def allowance(unit: str, number: int = 0, opens: int = 0) -> Allowance:
    """The allowance for a stored unit and number; raises ValueError for an unknown unit."""
    return Allowance(Unit(unit), number, opens)


def working_days(number: int) -> Allowance:
    """Within a number of working days (C2)."""
    return Allowance(Unit.WORKING_DAYS, number)


def working_days_before(number: int) -> Allowance:
    """At the latest a number of working days before the day it counts back from."""
    return Allowance(Unit.WORKING_DAYS_BEFORE, number)


def working_days_beginning_with(number: int) -> Allowance:
    """By a numbered working day of which the start is the first, as court timetables count (PD 12A)."""
    return Allowance(Unit.WORKING_DAYS_BEGINNING_WITH, number)


def days(number: int) -> Allowance:
    """Within a number of days (C3)."""
    return Allowance(Unit.DAYS, number)


def weeks(number: int) -> Allowance:
    """Within a number of weeks (C3)."""
    return Allowance(Unit.WEEKS, number)


def days_beginning_with(number: int) -> Allowance:
    """A number of days of which the start is the first (C4)."""
    return Allowance(Unit.DAYS_BEGINNING_WITH, number)


def weeks_beginning_with(number: int) -> Allowance:
    """A number of weeks of which the start is the first day (C4)."""
    return Allowance(Unit.WEEKS_BEGINNING_WITH, number)


def months(number: int) -> Allowance:
    """Within a number of calendar months of the anchor (C5)."""
    return Allowance(Unit.MONTHS, number)


def hours(number: int) -> Allowance:
    """Within a number of clock hours (C8)."""
    return Allowance(Unit.HOURS, number)


def school_days(number: int) -> Allowance:
    """Within a number of school days (C9)."""
    return Allowance(Unit.SCHOOL_DAYS, number)


def end_of_term() -> Allowance:
    """By the last school day of the term (C9)."""
    return Allowance(Unit.END_OF_TERM)


def gestation_week(week: int) -> Allowance:
    """By a week of the pregnancy; its start is the expected date of birth (C10)."""
    return Allowance(Unit.GESTATION_WEEK, week)


def age(years: int, *, months: int = 0) -> Allowance:
    """By an age in years and months; its start is the date of birth (C5, C11)."""
    return Allowance(Unit.AGE, 12 * years + months)


def window(*, months_before: int, months_after: int) -> Allowance:
    """In a window around a date, such as a birthday."""
    return Allowance(Unit.WINDOW, months_after, months_before)


def the_day_set() -> Allowance:
    """By the day set for each one, such as the date in a court's order."""
    return Allowance(Unit.DAY_SET)


def before_the_act() -> Allowance:
    """Before something else is done: a condition, with no length of its own."""
    return Allowance(Unit.BEFORE_THE_ACT)
