"""The state of a clock on a given day follows from its dates."""

from datetime import date, datetime, timedelta

import pytest

from sightline.foundation.calendar.words import LONDON
from sightline.foundation.timescales.rules import (
    AlertClass,
    Clock,
    Ending,
    State,
    age,
    before_the_act,
    days,
    gestation_week,
    hours,
    late_by,
    months,
    school_days,
    state_of,
    the_day_set,
    working_days,
    working_days_before,
)
from tests.spec.timescales.clocks import clock, day

STARTED = date(2026, 3, 26)  # fifteen working days end on Monday 20 April


def conference(**more):
    return clock(working_days(15), STARTED, **more).dates()


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-03-25", State.NOT_STARTED),
        ("2026-03-26", State.ON_TRACK),
        ("2026-04-08", State.ON_TRACK),
        ("2026-04-09", State.DUE_SOON),  # half of it is over, and no date is booked
        ("2026-04-19", State.DUE_SOON),
        ("2026-04-20", State.DUE_TODAY),
        ("2026-04-21", State.OVERDUE),
    ],
)
def test_an_open_clock_day_by_day(today, state):
    assert state_of(conference(), day(today)) == state


@pytest.mark.parametrize(
    ("held", "today", "state"),
    [
        ("2026-04-20", "2026-04-20", State.MET_ON_TIME),
        ("2026-04-20", "2026-05-20", State.MET_ON_TIME),
        ("2026-04-21", "2026-05-20", State.MET_LATE),
        ("2026-04-21", "2026-04-20", State.DUE_TODAY),  # seen from the day before it was held
        ("2026-03-20", "2026-04-01", State.MET_ON_TIME),  # what was done before the start counts
    ],
)
def test_a_clock_that_was_met(held, today, state):
    assert state_of(conference(stop=day(held)), day(today)) == state


@pytest.mark.parametrize("how", [State.ENDED, State.DECLINED, State.NOT_APPLICABLE, State.WAIVED])
def test_a_clock_that_ended_is_never_overdue(how):
    dates = conference(ended=Ending("the family moved away", on=date(2026, 4, 30), state=how))
    assert state_of(dates, date(2026, 4, 29)) == State.OVERDUE
    assert state_of(dates, date(2026, 4, 30)) == how
    assert state_of(dates, date(2027, 4, 30)) == how
    assert dates.ended_reason == "the family moved away"


def test_a_clock_that_was_met_before_it_ended_was_met():
    dates = conference(stop=date(2026, 4, 20), ended=Ending("the child turned 18", on=date(2026, 4, 30)))
    assert state_of(dates, date(2026, 5, 30)) == State.MET_ON_TIME


def test_a_clock_cannot_end_as_anything_else():
    with pytest.raises(ValueError, match="cannot end as"):
        Ending("because", state=State.OVERDUE)


@pytest.mark.parametrize(
    ("incomplete", "missing"),
    [
        (clock(working_days(15), None), "the date it starts"),
        (clock(gestation_week(28), STARTED), "the date it is counted from"),
        (clock(age(16, months=3), STARTED), "the date it is counted from"),
        (clock(the_day_set(), STARTED), "the day set for it"),
        (clock(months(3), STARTED, missing="the date of the conference"), "the date of the conference"),
        (clock(working_days(15), date(2028, 12, 29)), "a newer list of bank holidays or school terms"),
        (clock(school_days(15), date(2030, 1, 1)), "a newer list of bank holidays or school terms"),
    ],
)
def test_a_clock_that_lacks_a_date_shows_what_it_lacks(incomplete, missing):
    dates = incomplete.dates()
    assert dates.missing == missing
    assert state_of(dates, date(2026, 4, 21)) == State.BLOCKED_MISSING_DATA


def test_a_known_due_day_past_the_holiday_list_is_kept_although_its_warnings_cannot_be_counted():
    dates = clock(months(3), date(2028, 11, 1), alert=AlertClass.M).dates()
    assert dates.due == date(2029, 2, 1)
    assert dates.plan_by is None
    assert state_of(dates, date(2029, 2, 2)) == State.OVERDUE


def test_after_the_last_day_an_imported_file_speaks_for_an_open_clock_is_not_held():
    dates = conference(held_until=date(2026, 3, 31))
    assert state_of(dates, date(2026, 3, 31)) == State.ON_TRACK
    assert state_of(dates, date(2026, 5, 31)) == State.NOT_HELD
    met = conference(held_until=date(2026, 3, 31), stop=date(2026, 3, 30))
    assert state_of(met, date(2026, 5, 31)) == State.MET_ON_TIME


def test_a_limit_that_counts_back_from_a_conference_opens_when_the_conference_is_called():
    dates = clock(
        working_days_before(2), date(2026, 4, 1), alert=AlertClass.GATE, counted_from=date(2026, 4, 14)
    ).dates()
    assert dates.due == date(2026, 4, 10)
    assert state_of(dates, date(2026, 4, 1)) == State.DUE_SOON
    assert state_of(dates, date(2026, 4, 11)) == State.OVERDUE


def test_an_action_taken_without_its_condition_is_a_breach_at_once():
    drafted = clock(before_the_act(), date(2026, 4, 1), alert=AlertClass.GATE)
    assert state_of(drafted.dates(), date(2026, 6, 1)) == State.DUE_SOON
    taken = clock(before_the_act(), date(2026, 4, 1), alert=AlertClass.GATE, set_for=date(2026, 4, 9)).dates()
    assert state_of(taken, date(2026, 4, 8)) == State.DUE_SOON
    assert state_of(taken, date(2026, 4, 9)) == State.OVERDUE
    met = clock(before_the_act(), date(2026, 4, 1), set_for=date(2026, 4, 9), stop=date(2026, 4, 8)).dates()
    assert state_of(met, date(2026, 4, 9)) == State.MET_ON_TIME
    after = clock(before_the_act(), date(2026, 4, 1), set_for=date(2026, 4, 9), stop=date(2026, 4, 10)).dates()
    assert state_of(after, date(2026, 4, 10)) == State.MET_LATE


BACK = datetime(2026, 6, 5, 15, 0, tzinfo=LONDON)  # 72 hours end on Monday 8 June at 15:00


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (BACK, State.ON_TRACK),
        (BACK + timedelta(hours=47, minutes=59), State.ON_TRACK),
        (BACK + timedelta(hours=48), State.DUE_SOON),
        (BACK + timedelta(hours=58), State.DUE_TODAY),
        (BACK + timedelta(hours=72), State.DUE_TODAY),
        (BACK + timedelta(hours=72, seconds=1), State.OVERDUE),
    ],
)
def test_a_clock_in_hours_moment_by_moment(now, state):
    dates = clock(hours(72), BACK, alert=AlertClass.H).dates()
    assert state_of(dates, now.date(), now) == state


@pytest.mark.parametrize(
    ("today", "state"),
    [("2026-06-07", State.DUE_SOON), ("2026-06-08", State.DUE_TODAY), ("2026-06-09", State.OVERDUE)],
)
def test_a_clock_in_hours_asked_for_a_day_is_overdue_only_when_its_day_is_over(today, state):
    assert state_of(clock(hours(72), BACK, alert=AlertClass.H).dates(), day(today)) == state


def test_a_clock_in_hours_that_starts_on_a_day_runs_from_midnight_and_says_it_is_estimated():
    dates = clock(hours(72), date(2026, 6, 5), alert=AlertClass.H).dates()
    assert dates.estimated
    assert dates.due_at == datetime(2026, 6, 8, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("done", "state"),
    [(BACK + timedelta(hours=72), State.MET_ON_TIME), (BACK + timedelta(hours=72, minutes=1), State.MET_LATE)],
)
def test_a_clock_in_hours_is_met_to_the_minute(done, state):
    dates = clock(hours(72), BACK, stop=done, alert=AlertClass.H).dates()
    assert state_of(dates, date(2026, 7, 1)) == state


@pytest.mark.parametrize(
    ("limit", "today", "late"),
    [
        (clock(working_days(15), STARTED), "2026-04-23", "3 working days late"),
        (clock(working_days(15), STARTED), "2026-04-27", "5 working days late"),
        (clock(working_days(15), STARTED, stop=date(2026, 4, 21)), "2026-06-01", "1 working day late"),
        (clock(days(10), STARTED), "2026-04-12", "7 days late"),
        (clock(months(3), date(2025, 11, 28)), "2026-03-02", "2 days late"),
        (clock(school_days(1), date(2026, 3, 19)), "2026-04-14", "7 school days late"),
        (clock(hours(72), BACK), "2026-06-09", "33 hours late"),
    ],
)
def test_lateness_is_told_in_the_unit_of_the_limit(limit: Clock, today, late):
    assert str(late_by(limit.dates(), day(today))) == late


def test_hours_late_at_a_moment_are_begun_hours():
    assert str(late_by(clock(hours(72), BACK).dates(), date(2026, 6, 8), BACK + timedelta(hours=72.5))) == "1 hour late"


def test_nothing_is_late_that_is_neither_overdue_nor_met_late():
    assert late_by(conference(), date(2026, 4, 20)) is None
    assert late_by(conference(stop=date(2026, 4, 20)), date(2026, 6, 1)) is None


def test_the_end_of_the_holiday_list_does_not_hide_lateness():
    assert str(late_by(conference(), date(2029, 4, 20))) == "1096 days late"
