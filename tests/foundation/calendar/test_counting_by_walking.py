"""The fast counts agree with walking the calendar day by day, from 2015 to 2060, on any list of holidays."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sightline.foundation.calendar.calendar_days import months_after, weeks_beginning_with
from sightline.foundation.calendar.holidays import Holiday, HolidayList, england_and_wales
from sightline.foundation.calendar.instants import day_of, hours_after
from sightline.foundation.calendar.words import in_london
from sightline.foundation.calendar.working_days import (
    is_working_day,
    plan_by,
    working_days_after,
    working_days_before,
    working_days_between,
)
from tests.foundation.calendar.oracle import (
    bank_holidays_by_rule,
    on_the_wall,
    walk_months,
    walk_weeks_beginning_with,
    walk_working_days,
    works,
)

BY_RULE = frozenset(day for year in range(2014, 2062) for day in bank_holidays_by_rule(year))
HALF_CENTURY = HolidayList(
    "by rule",
    date(2014, 1, 1),
    date(2061, 12, 31),
    tuple(Holiday(day, "holiday", "regular", "rule") for day in sorted(BY_RULE)),
)
days = st.dates(date(2015, 1, 1), date(2060, 12, 31))
moments = st.datetimes(datetime(2015, 1, 1), datetime(2060, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_every_day_of_the_half_century_is_worked_or_not_as_the_rules_say():
    day = date(2015, 1, 1)
    while day <= date(2060, 12, 31):
        assert is_working_day(day, HALF_CENTURY) == works(day, BY_RULE), day
        day += timedelta(days=1)


@given(start=days, number=st.integers(0, 120))
def test_working_days_forward(start, number):
    assert working_days_after(start, number, HALF_CENTURY) == walk_working_days(start, number, BY_RULE)


@given(start=days, number=st.integers(0, 120))
def test_working_days_back(start, number):
    assert working_days_before(start, number, HALF_CENTURY) == walk_working_days(start, number, BY_RULE, step=-1)


@given(start=st.dates(date(2015, 1, 1), date(2028, 6, 30)), number=st.integers(0, 60))
def test_working_days_by_the_official_list(start, number):
    assert working_days_after(start, number) == walk_working_days(start, number, england_and_wales().days)


@given(start=days, number=st.integers(1, 120))
def test_between_is_the_inverse_of_after(start, number):
    due = working_days_after(start, number, HALF_CENTURY)
    assert working_days_between(start, due, HALF_CENTURY) == number
    assert working_days_between(due, start, HALF_CENTURY) == -number


@given(due=days)
def test_the_day_to_plan_for_is_the_last_one_worked(due):
    planned = plan_by(due, HALF_CENTURY)
    assert planned == (due if works(due, BY_RULE) else walk_working_days(due, 1, BY_RULE, step=-1))


@given(anchor=days, number=st.integers(0, 36))
def test_months(anchor, number):
    assert months_after(anchor, number) == walk_months(anchor, number)


@given(anchor=days, number=st.integers(-36, 36))
def test_months_keep_the_day_of_the_anchor_or_end_their_month(anchor, number):
    due = months_after(anchor, number)
    assert due.day == anchor.day or (due.day < anchor.day and (due + timedelta(days=1)).day == 1)
    assert (due.year - anchor.year) * 12 + due.month - anchor.month == number


@given(start=days, weeks=st.integers(1, 60))
def test_weeks_that_begin_with_a_day(start, weeks):
    assert weeks_beginning_with(start, weeks) == walk_weeks_beginning_with(start, weeks)


@given(start=moments, hours=st.integers(1, 200))
def test_hours_on_the_wall_clock(start, hours):
    due = hours_after(start, hours)
    assert in_london(due).strftime("%Y-%m-%d %H:%M") == on_the_wall(start + timedelta(hours=hours))
    assert day_of(due).isoformat() == on_the_wall(due)[:10]
