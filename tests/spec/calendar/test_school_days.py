"""School days: the days on which the school is open to pupils (C9)."""

from datetime import date

import pytest

from sightline.foundation.calendar.school_days import (
    Days,
    OutsideTermCalendar,
    TermCalendar,
    authority_terms,
    last_school_day_of_term,
    school_days_after,
    school_days_between,
)

TERMS = TermCalendar(
    version="A school",
    begins=date(2026, 1, 1),
    ends=date(2026, 8, 31),
    terms=(
        Days("Spring", date(2026, 1, 6), date(2026, 3, 27)),
        Days("Summer", date(2026, 4, 13), date(2026, 7, 22)),
    ),
    closed=(
        Days("Spring half term", date(2026, 2, 16), date(2026, 2, 20)),
        Days("Training day", date(2026, 2, 23), date(2026, 2, 23)),
    ),
)


@pytest.mark.parametrize(
    ("start", "number", "due", "because"),
    [
        ("2026-01-12", 5, "2026-01-19", "a plain week"),
        ("2026-02-13", 1, "2026-02-24", "half term and a training day stand between"),
        ("2026-03-27", 1, "2026-04-13", "Easter stands between"),
        ("2026-04-30", 2, "2026-05-05", "the early May bank holiday is no school day"),
        ("2026-03-02", 20, "2026-04-13", "twenty school days after an emergency move"),
        ("2026-01-12", 0, "2026-01-12", "no school days is the day itself"),
    ],
)
def test_the_last_day_within_a_number_of_school_days(start, number, due, because):
    assert school_days_after(date.fromisoformat(start), number, TERMS) == date.fromisoformat(due), because


def test_school_days_between_two_days():
    assert school_days_between(date(2026, 2, 13), date(2026, 2, 25), TERMS) == 2


@pytest.mark.parametrize(
    ("on", "last"),
    [("2026-01-06", "2026-03-27"), ("2026-03-27", "2026-03-27"), ("2026-03-30", "2026-07-22")],
)
def test_the_last_school_day_of_the_term_or_of_the_next_one(on, last):
    assert last_school_day_of_term(date.fromisoformat(on), TERMS) == date.fromisoformat(last)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: school_days_after(date(2026, 9, 1), 1, TERMS),
        lambda: school_days_after(date(2026, 7, 20), 10, TERMS),
        lambda: last_school_day_of_term(date(2026, 7, 23), TERMS),
    ],
)
def test_outside_the_known_terms_it_is_refused_in_a_sentence(ask):
    with pytest.raises(OutsideTermCalendar, match="School terms are known from 1 January 2026 to 31 August 2026"):
        ask()


def test_the_authoritys_default_has_about_a_hundred_and_ninety_school_days_a_year():
    days = authority_terms().school_days
    for year in range(2014, 2028):
        open_days = [day for day in days if date(year, 9, 1) <= day <= date(year + 1, 8, 31)]
        assert 182 <= len(open_days) <= 196, year
