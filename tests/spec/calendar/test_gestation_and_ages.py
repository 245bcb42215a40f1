"""How far a pregnancy has come (C10), and how old somebody is (C11)."""

from datetime import date

import pytest

from sightline.foundation.calendar.ages import (
    age_in_words,
    age_on,
    birthday_for_deadlines,
    birthday_for_entitlement,
    completed_months,
)
from sightline.foundation.calendar.gestation import gestation, gestation_week

day = date.fromisoformat


def test_gestation_in_weeks_and_days():
    assert str(gestation(date(2026, 9, 1), date(2026, 5, 1))) == "22 weeks 3 days"
    assert str(gestation(date(2026, 9, 1), date(2026, 4, 29))) == "22 weeks 1 day"


@pytest.mark.parametrize(("week", "on"), [(28, "2026-06-09"), (34, "2026-07-21"), (40, "2026-09-01")])
def test_the_day_on_which_a_week_of_pregnancy_is_reached(week, on):
    assert gestation_week(date(2026, 9, 1), week) == day(on)
    assert gestation(date(2026, 9, 1), day(on)).weeks == week


def test_a_pregnancy_cannot_have_begun_more_than_280_days_before_the_expected_date():
    assert gestation(date(2026, 9, 1), date(2025, 11, 25)).weeks == 0
    with pytest.raises(ValueError, match="280 days"):
        gestation(date(2026, 9, 1), date(2025, 11, 24))


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2010-06-03", "2026-06-02", 15),
        ("2010-06-03", "2026-06-03", 16),
        ("2010-06-03", "2010-06-03", 0),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2024-02-29", 16),
        ("2008-02-29", "2024-02-28", 15),
    ],
)
def test_an_age_is_reached_at_the_start_of_the_birthday(born, on, age):
    assert age_on(day(born), day(on)) == age


def test_born_on_29_february_deadlines_take_the_earlier_day_and_entitlements_the_later():
    assert birthday_for_deadlines(date(2008, 2, 29), 18) == date(2026, 2, 28)
    assert birthday_for_entitlement(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert birthday_for_deadlines(date(2008, 2, 29), 16) == date(2024, 2, 29)
    assert birthday_for_entitlement(date(2008, 2, 29), 16) == date(2024, 2, 29)


def test_nobody_has_an_age_before_they_are_born():
    with pytest.raises(ValueError, match="before they are born"):
        age_on(date(2026, 6, 3), date(2026, 6, 2))


@pytest.mark.parametrize(
    ("born", "on", "words"),
    [
        ("2026-06-01", "2026-06-02", "1 day"),
        ("2026-06-01", "2026-06-14", "13 days"),
        ("2026-06-01", "2026-06-15", "2 weeks"),
        ("2026-06-01", "2026-08-31", "13 weeks"),
        ("2026-06-01", "2026-09-01", "3 months"),
        ("2024-06-02", "2026-06-01", "23 months"),
        ("2024-06-01", "2026-06-01", "2 years"),
    ],
)
def test_ages_of_small_children_are_told_in_smaller_units(born, on, words):
    assert age_in_words(day(born), day(on)) == words


def test_a_month_of_age_is_complete_on_the_months_last_day_if_it_is_short():
    assert completed_months(date(2026, 1, 31), date(2026, 2, 28)) == 1
    assert completed_months(date(2026, 1, 31), date(2026, 2, 27)) == 0
