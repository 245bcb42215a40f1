"""Worked examples of what is due when, computed by hand with the holidays of England and Wales."""

from datetime import date, datetime

import pytest

from sightline.foundation.calendar.words import LONDON
from sightline.foundation.timescales.rules import (
    days,
    gestation_week,
    hours,
    months,
    weeks,
    weeks_beginning_with,
    window,
    working_days,
    working_days_beginning_with,
)
from tests.spec.timescales.clocks import clock

day = date.fromisoformat


@pytest.mark.parametrize(
    ("case", "allows", "start", "due"),
    [
        ("one working day over Christmas", working_days(1), "2025-12-24", "2025-12-29"),
        ("one working day from a Saturday", working_days(1), "2026-03-28", "2026-03-30"),
        ("one working day over Easter", working_days(1), "2026-04-02", "2026-04-07"),
        ("assessment checkpoint, day 10 from the referral", working_days(10), "2026-03-26", "2026-04-13"),
        ("assessment checkpoint, day 20", working_days(20), "2026-03-26", "2026-04-27"),
        ("assessment turns amber, day 35", working_days(35), "2026-03-26", "2026-05-19"),
        ("assessment, day 45", working_days(45), "2026-03-26", "2026-06-03"),
        ("initial conference from the strategy discussion", working_days(15), "2026-03-26", "2026-04-20"),
        ("initial conference over New Year", working_days(15), "2025-12-17", "2026-01-12"),
        ("first core group", working_days(10), "2026-04-14", "2026-04-28"),
        ("first review conference", months(3), "2025-11-28", "2026-02-28"),
        ("month end", months(3), "2025-11-30", "2026-02-28"),
        ("first visit in care", weeks(1), "2025-12-22", "2025-12-29"),
        ("placement plan", working_days(5), "2025-12-22", "2025-12-31"),
        ("care plan and education plan", working_days(10), "2025-12-22", "2026-01-08"),
        ("first care review and initial health assessment", working_days(20), "2025-12-22", "2026-01-22"),
        ("second care review", months(3), "2026-01-15", "2026-04-15"),
        ("third care review", months(6), "2026-04-10", "2026-10-10"),
        ("next visit in care", weeks(6), "2025-12-29", "2026-02-09"),
        ("26 weeks of proceedings", weeks_beginning_with(26), "2026-01-05", "2026-07-05"),
        ("case management hearing, day 12", working_days_beginning_with(12), "2026-01-05", "2026-01-20"),
        ("case management hearing, day 18", working_days_beginning_with(18), "2026-01-05", "2026-01-28"),
        ("16 weeks before proceedings", weeks(16), "2026-01-05", "2026-04-27"),
        ("private fostering, first visit", working_days(7), "2025-12-22", "2026-01-05"),
        ("serious incident notice", working_days(5), "2025-12-24", "2026-01-05"),
    ],
)
def test_due(case, allows, start, due):
    assert allows(day(start)) == day(due), case
    assert clock(allows, day(start)).dates().due == day(due), case


def test_a_review_conference_due_on_a_saturday_is_planned_for_the_friday():
    dates = clock(months(3), date(2025, 11, 28)).dates()
    assert (dates.due, dates.plan_by) == (date(2026, 2, 28), date(2026, 2, 27))


@pytest.mark.parametrize(
    ("back", "due"),
    [
        (datetime(2026, 3, 27, 22, 15, tzinfo=LONDON), datetime(2026, 3, 30, 23, 15, tzinfo=LONDON)),
        (datetime(2026, 10, 23, 22, 15, tzinfo=LONDON), datetime(2026, 10, 26, 21, 15, tzinfo=LONDON)),
    ],
)
def test_a_return_home_interview_is_due_in_seventy_two_hours_whatever_the_clocks_do(back, due):
    dates = clock(hours(72), back).dates()
    assert dates.due_at == due
    assert dates.due == due.date()
    assert not dates.estimated


@pytest.mark.parametrize(
    ("birthday", "opens", "closes"),
    [("2026-02-15", "2025-11-15", "2026-03-15"), ("2026-05-31", "2026-02-28", "2026-06-30")],
)
def test_the_window_around_a_care_leavers_birthday(birthday, opens, closes):
    dates = clock(window(months_before=3, months_after=1), day(birthday)).dates()
    assert (dates.start, dates.due) == (day(opens), day(closes))


@pytest.mark.parametrize(("week", "due"), [(28, "2026-06-09"), (34, "2026-07-21")])
def test_a_week_of_pregnancy_is_counted_from_the_expected_date_and_opens_with_the_referral(week, due):
    dates = clock(gestation_week(week), date(2026, 5, 1), counted_from=date(2026, 9, 1)).dates()
    assert (dates.start, dates.due) == (date(2026, 5, 1), day(due))


def test_a_revised_expected_date_moves_the_due_day():
    before = clock(gestation_week(28), date(2026, 5, 1), counted_from=date(2026, 9, 1)).dates()
    after = clock(gestation_week(28), date(2026, 5, 1), counted_from=date(2026, 8, 25)).dates()
    assert (before.due - after.due).days == 7


def test_intervals_run_from_the_last_actual_event_and_not_on_a_grid():
    early = clock(days(10), date(2026, 1, 8)).dates().due  # held two days before 10 January
    late = clock(days(10), date(2026, 1, 14)).dates().due  # held four days after it
    assert (early, late) == (date(2026, 1, 18), date(2026, 1, 24))
