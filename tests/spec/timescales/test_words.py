"""Limits, tiers and checks say in words what they are."""

from datetime import date

import pytest

from sightline.foundation.timescales.rules import (
    GUIDANCE,
    PRACTICE,
    STATUTE,
    UNVERIFIED,
    VERIFIED,
    VERIFIED_SECONDARY,
    State,
    age,
    allowance,
    before_the_act,
    days,
    days_beginning_with,
    end_of_term,
    gestation_week,
    hours,
    months,
    school_days,
    the_day_set,
    weeks,
    weeks_beginning_with,
    window,
    working_days,
    working_days_before,
    working_days_beginning_with,
)


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (working_days(1), "1 working day"),
        (working_days(15), "15 working days"),
        (working_days_before(2), "2 working days before"),
        (working_days_beginning_with(12), "12 working days, counting the first"),
        (days(7), "7 days"),
        (weeks(6), "6 weeks"),
        (days_beginning_with(7), "7 days, counting the first"),
        (weeks_beginning_with(26), "26 weeks, counting the first day"),
        (months(3), "3 months"),
        (hours(72), "72 hours"),
        (school_days(20), "20 school days"),
        (end_of_term(), "by the end of the term"),
        (gestation_week(28), "by week 28 of the pregnancy"),
        (age(16, months=3), "by the age of 16 years 3 months"),
        (age(18), "by the age of 18 years"),
        (window(months_before=3, months_after=1), "from 3 months before to 1 month after"),
        (the_day_set(), "on the day set"),
        (before_the_act(), "before it is done"),
    ],
)
def test_a_limit_in_words_and_back_from_what_is_stored(limit, words):
    assert str(limit) == words
    assert allowance(limit.unit, limit.number, limit.opens) == limit


def test_tiers_and_checks_in_words():
    assert [tier.label for tier in (STATUTE, GUIDANCE, PRACTICE)] == ["Law", "Statutory guidance", "Local practice"]
    assert UNVERIFIED.label == "Not checked"
    assert VERIFIED.label != VERIFIED_SECONDARY.label


def test_every_state_has_its_words():
    assert all(state.label for state in State)


def test_a_limit_without_a_length_cannot_be_counted():
    with pytest.raises(ValueError, match="no length"):
        before_the_act()(date(2026, 1, 1))
