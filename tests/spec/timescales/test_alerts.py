"""When a clock turns amber, and when red, by its alert class (timescales, section 2)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sightline.foundation.timescales.rules import (
    GUIDANCE,
    PRACTICE,
    STATUTE,
    AlertClass,
    Colour,
    Tier,
    colour_of,
    days,
    gestation_week,
    hours,
    months,
    weeks,
    window,
    working_days,
)
from tests.spec.timescales.clocks import clock, day

MONDAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("alert", "allows", "more", "due", "amber"),
    [
        (AlertClass.W1, working_days(1), {}, "2026-06-02", "2026-06-01"),  # at once
        (AlertClass.W5, working_days(5), {}, "2026-06-08", "2026-06-05"),  # one working day left
        (AlertClass.W5, weeks(1), {}, "2026-06-08", "2026-06-05"),
        (AlertClass.W10, working_days(10), {"booked": "2026-06-15"}, "2026-06-15", "2026-06-10"),  # three left
        (AlertClass.W10, working_days(10), {}, "2026-06-15", "2026-06-08"),  # nothing booked at half way
        (AlertClass.W10, working_days(15), {}, "2026-06-22", "2026-06-11"),  # half of 15 is over on the eighth
        (AlertClass.W10, working_days(15), {"booked": "2026-06-23"}, "2026-06-22", "2026-06-11"),  # booked too late
        (AlertClass.W45, working_days(45), {}, "2026-08-03", "2026-07-20"),  # day 35
        (AlertClass.V, weeks(4), {}, "2026-06-29", "2026-06-22"),  # the last quarter
        (AlertClass.V, weeks(6), {"booked": "2026-07-13"}, "2026-07-13", "2026-07-03"),
        (AlertClass.V, weeks(6), {"booked": "2026-07-14"}, "2026-07-13", "2026-06-01"),  # booked after it is due
        (AlertClass.M, months(3), {"booked": "2026-08-28"}, "2026-09-01", "2026-08-03"),  # twenty left
        (AlertClass.M, months(3), {}, "2026-09-01", "2026-07-20"),  # no date booked with thirty left
        (AlertClass.Y, months(12), {}, "2027-06-01", "2027-04-02"),  # forty left
        (AlertClass.GATE, days(30), {}, "2026-07-01", "2026-06-01"),  # when the action is drafted
        (AlertClass.EXP, months(3), {}, "2026-09-01", "2026-07-17"),  # half used
        (AlertClass.H, days(3), {}, "2026-06-04", "2026-06-03"),  # the last third
    ],
)
def test_amber_from(alert, allows, more, due, amber):
    dates = clock(allows, MONDAY, alert, **{name: day(value) for name, value in more.items()}).dates()
    assert (dates.due, dates.amber_from) == (day(due), day(amber))


def test_a_window_is_amber_while_it_is_open_and_red_in_its_last_ten_working_days():
    dates = clock(window(months_before=3, months_after=1), date(2026, 6, 15), AlertClass.WIN).dates()
    assert (dates.start, dates.amber_from) == (date(2026, 3, 15), date(2026, 3, 15))
    assert (dates.red_from, dates.due) == (date(2026, 7, 1), date(2026, 7, 15))


def test_an_assessment_is_red_at_day_forty_unless_there_is_a_draft():
    assert clock(working_days(45), MONDAY, AlertClass.W45).dates().red_from == date(2026, 7, 27)
    assert clock(working_days(45), MONDAY, AlertClass.W45, drafted=True).dates().red_from is None


def test_an_assessment_before_birth_warns_ten_working_days_before_its_week_of_pregnancy():
    dates = clock(gestation_week(28), date(2026, 3, 2), AlertClass.W45, counted_from=date(2026, 9, 1)).dates()
    assert (dates.due, dates.amber_from) == (date(2026, 6, 9), date(2026, 5, 26))


@pytest.mark.parametrize(
    ("length", "red"), [(months(3), "2026-08-29"), (days(8), "2026-06-08"), (days(9), "2026-06-07")]
)
def test_an_order_is_red_in_its_last_three_days_and_a_short_one_on_its_last(length, red):
    assert clock(length, MONDAY, AlertClass.EXP).dates().red_from == day(red)


@pytest.mark.parametrize(
    ("length", "warned"),
    [
        (72, 24),  # the last third
        (24, 12),  # a third would be eight hours: at least twelve
        (6, 6),  # at most its whole length
        (96, 32),
    ],
)
def test_hours_warn_in_their_last_third_and_at_least_twelve_hours_before(length, warned):
    start = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    dates = clock(hours(length), start, AlertClass.H).dates()
    assert dates.due_at - dates.amber_at == timedelta(hours=warned)


def test_police_protection_is_amber_at_half_and_red_in_its_last_day():
    start = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    dates = clock(hours(72), start, AlertClass.EXP).dates()
    assert dates.amber_at - start == timedelta(hours=36)
    assert dates.red_at - start == timedelta(hours=48)


@pytest.mark.parametrize(
    ("tier", "today", "colour"),
    [
        (STATUTE, "2026-06-09", Colour.RED),
        (GUIDANCE, "2026-06-09", Colour.RED),
        (PRACTICE, "2026-06-09", Colour.AMBER),  # a local target is never red
        (STATUTE, "2026-06-08", Colour.AMBER),
        (STATUTE, "2026-06-02", Colour.GREEN),
        (STATUTE, "2026-05-31", Colour.GREY),
    ],
)
def test_a_colour_stands_beside_the_words_and_a_local_target_is_never_red(tier: Tier, today, colour):
    assert colour_of(clock(working_days(5), MONDAY, AlertClass.W5, tier).dates(), day(today)) == colour


def test_a_clock_met_late_is_not_red():
    dates = clock(working_days(5), MONDAY, AlertClass.W5, stop=date(2026, 6, 20)).dates()
    assert colour_of(dates, date(2026, 7, 1)) == Colour.GREY


def test_no_clock_turns_amber_before_it_starts():
    booked_for_tomorrow = clock(working_days(2), MONDAY, AlertClass.W10).dates()
    assert booked_for_tomorrow.amber_from >= MONDAY
