"""Hours are elapsed hours, and days are days in London (C8)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sightline.foundation.calendar.instants import (
    day_of,
    end_of_day,
    hours_after,
    london_today,
    moment_of,
    start_of_day,
)
from sightline.foundation.calendar.words import (
    LONDON,
    format_date,
    format_date_with_weekday,
    format_moment,
    format_short_date,
    format_time,
)


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("back", "due", "because"),
    [
        (london(2026, 3, 27, 22, 15), london(2026, 3, 30, 23, 15), "the clocks go forward between"),
        (london(2026, 10, 23, 22, 15), london(2026, 10, 26, 21, 15), "the clocks go back between"),
        (london(2026, 6, 5, 22, 15), london(2026, 6, 8, 22, 15), "the clocks do not change between"),
    ],
)
def test_seventy_two_hours_are_elapsed_hours(back, due, because):
    assert hours_after(back, 72) == due.astimezone(UTC), because


def test_of_something_known_by_its_day_hours_are_counted_from_the_start_of_the_day():
    assert hours_after(date(2026, 6, 5), 72) == london(2026, 6, 8).astimezone(UTC)


def test_a_summer_evening_after_eleven_in_utc_is_already_tomorrow_in_london():
    assert london_today(datetime(2026, 6, 5, 23, 30, tzinfo=UTC)) == date(2026, 6, 6)
    assert day_of(datetime(2026, 6, 5, 23, 30, tzinfo=UTC)) == date(2026, 6, 6)
    assert day_of(date(2026, 6, 5)) == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("changes", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 1), 24)]
)
def test_the_day_on_which_the_clocks_change_is_shorter_or_longer(changes, hours):
    assert end_of_day(changes) - start_of_day(changes) == timedelta(hours=hours)


def test_the_hour_that_comes_twice_is_told_apart():
    first = london(2026, 10, 25, 1, 30)
    assert moment_of(first.replace(fold=1)) - moment_of(first) == timedelta(hours=1)


@pytest.mark.parametrize("ask", [london_today, format_time, moment_of, day_of])
def test_a_moment_without_its_time_zone_is_refused(ask):
    with pytest.raises(ValueError, match="time zone"):
        ask(datetime(2026, 6, 5, 12, 0))  # noqa: DTZ001


def test_dates_and_times_are_written_as_people_write_them():
    moment = datetime(2026, 3, 30, 22, 15, tzinfo=UTC)
    assert format_date(date(2026, 6, 3)) == "3 June 2026"
    assert format_date_with_weekday(date(2026, 6, 3)) == "Wednesday 3 June 2026"
    assert format_short_date(date(2026, 6, 3)) == "3 Jun 2026"
    assert format_time(moment) == "23:15"
    assert format_moment(moment) == "30 March 2026 at 23:15"
