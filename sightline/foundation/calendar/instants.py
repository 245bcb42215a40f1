"""Moments and the days they fall on in London; elapsed hours are measured in UTC (timescales, rule C8)."""

from datetime import UTC, date, datetime, time, timedelta

from sightline.foundation.calendar.words import LONDON, in_london


def london_today(now: datetime | None = None) -> date:
    """The date in London; only views, jobs and commands leave out `now`."""
    return in_london(now or datetime.now(UTC)).date()


def day_of(when: date | datetime) -> date:
    """The date in London of a day or a moment."""
    return in_london(when).date() if isinstance(when, datetime) else when


def start_of_day(day: date) -> datetime:
    """The moment, in UTC, at which a day begins in London."""
    return datetime.combine(day, time.min, tzinfo=LONDON).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """The moment, in UTC, at which a day is over in London; a day on which the clocks change has 23 or 25 hours."""
    return start_of_day(day + timedelta(days=1))


def moment_of(when: date | datetime) -> datetime:
    """The moment in UTC; of something known by its day only, the start of that day (C8)."""
    return in_london(when).astimezone(UTC) if isinstance(when, datetime) else start_of_day(when)


def hours_after(when: date | datetime, hours: int) -> datetime:
    """The moment, in UTC, a number of hours later; changes of the clocks neither add nor take an hour (C8)."""
    return moment_of(when) + timedelta(hours=hours)
