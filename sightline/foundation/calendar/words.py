"""Dates and times as people in England write them, the same on every machine."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def format_date(day: date) -> str:
    """`3 June 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def on_the_day(day: date | None) -> str:
    """` on 3 June 2026`, to follow what was so then; nothing without a day."""
    return f" on {format_date(day)}" if day else ""


def format_date_with_weekday(day: date) -> str:
    """`Wednesday 3 June 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {format_date(day)}"


def format_short_date(day: date) -> str:
    """`3 Jun 2026`, for tables."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def format_time(moment: datetime) -> str:
    """`23:15` in London; the moment must carry its time zone."""
    return f"{in_london(moment):%H:%M}"


def format_moment(moment: datetime) -> str:
    """`30 March 2026 at 23:15` in London."""
    return f"{format_date(in_london(moment).date())} at {format_time(moment)}"


def in_london(moment: datetime) -> datetime:
    """The same moment on London's clocks; raises ValueError for a moment without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return moment.astimezone(LONDON)


def with_end(title: str, ended: date | None) -> str:
    """The title of something that lasts, with the day it ended."""
    return f"{title} (ended {format_date(ended)})" if ended else title
