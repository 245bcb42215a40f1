"""Where the pieces of a picture over time stand."""

from datetime import date

import pytest

from sightline.ui.pictures import NARROWEST, Bar, Strip, Strips, marks, percent, placed

TODAY = date(2026, 11, 23)


def strips(*bars: Bar, until: date = TODAY) -> Strips:
    return Strips("Over time", [Strip("Homes", bars)], until)


def test_the_first_day_is_at_the_left_edge_and_what_lasts_reaches_the_right() -> None:
    ((_, (first, second)),) = placed(
        strips(Bar(date(2024, 11, 23), None, "now"), Bar(date(2022, 11, 23), date(2024, 11, 23), "then"))
    )
    assert (first.bar.text, first.left, second.bar.text) == ("then", "0.00%", "now")
    assert float(second.left[:-1]) + float(second.width[:-1]) == pytest.approx(100, abs=0.01)


def test_what_lasted_a_day_can_still_be_seen_even_at_the_right_edge() -> None:
    ((_, (_, last)),) = placed(strips(Bar(date(2016, 1, 1), None, "long"), Bar(TODAY, TODAY, "today")))
    assert last.width == percent(NARROWEST)
    assert float(last.left[:-1]) + NARROWEST <= 100


def test_bars_that_follow_each_other_differ_in_tone() -> None:
    ((_, bars),) = placed(strips(*(Bar(date(2020 + year, 1, 1), date(2021 + year, 1, 1), "") for year in range(4))))
    assert [each.tone for each in bars] == ["odd", "even", "odd", "even"]


@pytest.mark.parametrize(("began", "years"), [(2024, [2025, 2026]), (2001, [2005, 2010, 2015, 2020, 2025])])
def test_years_are_named_as_far_as_there_is_room(began: int, years: list[int]) -> None:
    assert [mark.year for mark in marks(strips(Bar(date(began, 6, 1), None, "")))] == years


def test_what_began_today_has_a_month_of_room() -> None:
    ((_, (only,)),) = placed(strips(Bar(TODAY, None, "today")))
    assert only.left != "0.00%"
