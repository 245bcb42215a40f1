"""Days, weeks and months that run through weekends and holidays (C3, C4, C5)."""

from datetime import date

import pytest

from sightline.foundation.calendar.calendar_days import (
    days_after,
    days_beginning_with,
    months_after,
    weeks_after,
    weeks_beginning_with,
)

day = date.fromisoformat


@pytest.mark.parametrize(
    ("anchor", "number", "due"),
    [
        ("2025-11-30", 3, "2026-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2025-11-28", 3, "2026-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-31", 2, "2026-03-31"),  # counted from the anchor, not from 28 February
        ("2026-05-31", 1, "2026-06-30"),
        ("2026-05-31", -3, "2026-02-28"),
        ("2026-02-15", -3, "2025-11-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-01-15", 3, "2026-04-15"),
        ("2026-04-10", 6, "2026-10-10"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
    ],
)
def test_months_end_on_the_same_day_of_the_month_or_on_the_months_last_day(anchor, number, due):
    assert months_after(day(anchor), number) == day(due)


def test_three_months_are_not_ninety_days():
    assert months_after(date(2026, 5, 15), 3) != days_after(date(2026, 5, 15), 90)


@pytest.mark.parametrize(("seen", "number", "due"), [("2025-12-29", 6, "2026-02-09"), ("2026-01-05", 16, "2026-04-27")])
def test_weeks_do_not_count_their_first_day(seen, number, due):
    assert weeks_after(day(seen), number) == day(due)


def test_twenty_six_weeks_that_begin_with_a_day_end_181_days_later():
    assert weeks_beginning_with(date(2026, 1, 5), 26) == date(2026, 7, 5)


def test_seven_days_that_begin_with_a_monday_end_on_sunday():
    assert days_beginning_with(date(2026, 1, 5), 7) == date(2026, 1, 11)


def test_a_period_that_begins_with_a_day_has_at_least_that_day():
    assert days_beginning_with(date(2026, 1, 5), 1) == date(2026, 1, 5)
    with pytest.raises(ValueError, match="at least that day"):
        days_beginning_with(date(2026, 1, 5), 0)
