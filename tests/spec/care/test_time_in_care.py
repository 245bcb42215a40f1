"""Where a child lived, for how long, and what ends being in care."""

import pytest

from sightline.practice.care.rules.short_breaks import series_of
from sightline.practice.care.rules.time_in_care import GROWN_UP, HAS_DIED, LEFT_CARE, stays
from tests.spec.care.spells import day, spell, time_in_care


def lived(*homes):
    return [(stay.began, stay.ended) for stay in stays(homes)]


def test_a_move_begins_a_new_stay():
    homes = spell("2026-01-05", "2026-02-02"), spell("2026-02-02", postcode="SR4 7TG")
    assert lived(*homes) == [(day("2026-01-05"), day("2026-02-02")), (day("2026-02-02"), None)]


def test_a_passing_absence_and_the_return_from_it_are_the_same_stay():
    away = spell("2026-02-02", "2026-02-09", placement_type="T2", postcode="")
    assert lived(spell("2026-01-05", "2026-02-02"), away, spell("2026-02-09")) == [(day("2026-01-05"), None)]


def test_after_a_passing_absence_another_home_is_a_move():
    away = spell("2026-02-02", "2026-02-09", placement_type="T4", postcode="")
    found = lived(spell("2026-01-05", "2026-02-02"), away, spell("2026-02-09", postcode="DH1 1AA"))
    assert found == [(day("2026-01-05"), day("2026-02-09")), (day("2026-02-09"), None)]


def test_new_papers_with_the_same_carers_are_no_move():
    matched = spell("2026-06-01", placement_type="U4", same_carer=True)
    (stay,) = stays([spell("2026-01-05", "2026-06-01"), matched])
    assert (stay.home_on(day("2026-05-31")).placement_type, stay.home_on(day("2026-06-01")).placement_type) == (
        "U6", "U4",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("ended", "died", "expected"),
    [
        (None, None, (GROWN_UP, "2035-05-03")),
        ("2026-06-01", None, (LEFT_CARE, "2026-06-01")),
        (None, "2026-03-01", (HAS_DIED, "2026-03-01")),
        ("2036-01-01", None, (GROWN_UP, "2035-05-03")),
    ],
)
def test_care_ends_when_the_child_leaves_dies_or_turns_eighteen(ended, died, expected):
    ending = time_in_care("2026-01-05", ended, died=died).ending
    assert (ending.reason, ending.on) == (expected[0], day(expected[1]))


def test_a_birthday_years_from_now_does_not_close_a_clock_of_today():
    care = time_in_care("2026-01-05")
    assert care.ending_of(day("2026-01-05")) is None
    assert care.ending_of(day("2034-01-05")).on == day("2035-05-03")


def test_only_a_time_with_nothing_but_short_breaks_is_short_breaks():
    assert time_in_care("2026-01-05", statuses=[spell("2026-01-05", code="V3")]).is_short_breaks
    assert not time_in_care("2026-01-05", statuses=[spell("2026-01-05", code="V2")]).is_short_breaks
    assert not time_in_care("2026-01-05").is_short_breaks


def test_short_breaks_belong_together_unless_six_months_lie_between_them():
    breaks = [spell("2026-01-05", "2026-01-07"), spell("2026-07-07", "2026-07-09"), spell("2027-02-01", "2027-02-03")]
    found = series_of(breaks)
    assert [series.began for series in found] == [day("2026-01-05"), day("2027-02-01")]
    assert found[0].ending.on == day("2027-01-09")


def test_an_agreement_that_goes_on_has_no_end():
    assert series_of([spell("2026-01-05")])[0].ending is None
