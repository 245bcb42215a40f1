"""How often a child in care is visited, row by row (timescales, section 3H; section 6, traps 5 and 6)."""

import pytest

from sightline.practice.care.rules.choices import Arrangement
from sightline.practice.care.rules.visits import Circumstances, Ladder, due_of, gap_after, gaps, row_for
from tests.spec.care.spells import day

LASTING, AGREED, TEMPORARY = Arrangement.LASTING, Arrangement.LONG_TERM_FOSTER, Arrangement.TEMPORARY_APPROVAL


def row(placement, status="V2", *settled, on="2026-01-05"):
    return row_for(Circumstances(placement, status, frozenset(settled)), day(on))


def test_before_april_2015_a_long_term_foster_home_was_a_home_meant_to_last():
    found = [row("U6", "C2", AGREED, on=when).after_a_year for when in ("2015-03-31", "2015-04-01")]
    assert [str(each) for each in found] == ["3 months", "6 months"]


@pytest.mark.parametrize(
    ("now", "first", "until_review", "after_review", "after_a_year"),
    [
        (("A5", "E1"), "1 week", "1 week", "on the day set", "on the day set"),
        (("P1", "C2", Arrangement.BEFORE_ASSESSMENT), "1 week", "1 week", "6 weeks", "6 weeks"),
        (("U3", "V2", TEMPORARY), "1 week", "1 week", "4 weeks", "4 weeks"),
        (("P1", "C1"), "1 week", "1 week", "4 weeks", "4 weeks"),
        (("P1", "C2"), "1 week", "6 weeks", "6 weeks", "6 weeks"),
        (("R2", "V2"), "1 week", "6 weeks", "6 weeks", "3 months"),
        (("R5", "J1"), "1 week", "6 weeks", "6 weeks", "3 months"),
        (("U6", "V3"), "3 months", "6 months", "6 months", "6 months"),
        (("U4", "C2", AGREED), "1 week", "6 weeks", "6 weeks", "6 months"),
        (("U4", "C2"), "1 week", "6 weeks", "6 weeks", "3 months"),
        (("U6", "C2", LASTING), "1 week", "6 weeks", "6 weeks", "3 months"),
        (("U6", "V2"), "1 week", "6 weeks", "6 weeks", "6 weeks"),
        (("K2", "C1"), "1 week", "6 weeks", "6 weeks", "6 weeks"),
        # once the assessment is done, or the carer fully approved, the next row that fits
        (("P1", "C2", Arrangement.BEFORE_ASSESSMENT, Arrangement.ASSESSED), "1 week", "6 weeks", "6 weeks", "6 weeks"),
        (("U3", "V2", TEMPORARY, Arrangement.FULL_APPROVAL), "1 week", "6 weeks", "6 weeks", "6 weeks"),
        # the first row that fits: placed for adoption before anything else
        (("A3", "C2", LASTING), "1 week", "1 week", "on the day set", "on the day set"),
    ],
)
def test_the_row_that_fits(now, first, until_review, after_review, after_a_year):
    fits = row(*now)
    assert [str(each) for each in (fits.first, fits.until_review, fits.after_review, fits.after_a_year)] == [
        first, until_review, after_review, after_a_year,
    ]  # fmt: skip


def ladder(*circumstances, began="2026-01-05", ended=None, reviews=(), every=()):
    given = circumstances or (("2026-01-05", "U6", "V2"),)
    return Ladder(
        began=day(began), ended=day(ended),
        circumstances=[(day(since), Circumstances(*now, frozenset(more))) for since, *now, more in map(split, given)],
        reviews=[day(each) for each in reviews],
        every=[(day(since), weeks) for since, weeks in every],
    )  # fmt: skip


def split(given):
    since, placement, status, *settled = given
    return since, placement, status, settled


def due(seen, of, until=None):
    return due_of(gap_after(day(seen), of, day(until)))


def test_any_other_home_is_visited_every_six_weeks_also_after_a_year():
    assert due("2026-01-12", ladder()) == day("2026-02-23")
    assert due("2027-02-01", ladder()) == day("2027-03-15")


def test_a_home_meant_to_last_is_visited_every_three_months_only_after_the_first_year_in_it():
    lasting = ladder(("2026-01-05", "U4", "C2"))
    assert due("2026-06-01", lasting) == day("2026-07-13")
    assert due("2027-01-05", lasting) == day("2027-04-05")


def test_a_child_at_home_on_an_interim_order_is_seen_weekly_until_the_review_and_then_every_four_weeks():
    at_home = ladder(("2026-01-05", "P1", "C1"), reviews=["2026-01-30"])
    assert due("2026-01-12", at_home) == day("2026-01-19")
    assert due("2026-02-02", at_home) == day("2026-03-02")


def test_a_review_held_between_two_visits_makes_the_longer_gap_run_from_the_visit():
    at_home = ladder(("2026-01-05", "P1", "C1"), reviews=["2026-01-15"])
    assert due("2026-01-12", at_home) == day("2026-02-09")


def test_a_review_held_when_the_visit_was_already_late_changes_nothing():
    at_home = ladder(("2026-01-05", "P1", "C1"), reviews=["2026-01-26"])
    assert due("2026-01-12", at_home) == day("2026-01-19")


def test_when_the_legal_status_changes_at_home_the_row_is_picked_again_from_that_day():
    """Section 4: interim to full order; and back, where a shorter gap runs from the day of the change."""
    to_full = ladder(("2026-01-05", "P1", "C1"), ("2026-01-16", "P1", "C2"))
    assert due("2026-01-12", to_full) == day("2026-02-23")
    to_interim = ladder(("2026-01-05", "P1", "C2"), ("2026-01-26", "P1", "C1"))
    assert due("2026-01-12", to_interim) == day("2026-02-02")


def test_what_is_due_sooner_anyway_stays_due():
    to_weekly = ladder(("2026-01-05", "U3", "V2"), ("2026-02-20", "U3", "V2", TEMPORARY))
    assert due("2026-01-12", to_weekly) == day("2026-02-23")


def test_a_child_placed_for_adoption_is_visited_as_each_review_sets():
    placed = ladder(("2026-01-05", "A5", "E1"), reviews=["2026-02-02"], every=[("2026-02-02", 3)])
    assert due("2026-01-12", placed) == day("2026-01-19")
    assert due("2026-02-09", placed) == day("2026-03-02")
    unsaid = ladder(("2026-01-05", "A5", "E1"), reviews=["2026-02-02"])
    assert due("2026-02-09", unsaid) is None


def test_each_gap_runs_from_the_visit_before_and_not_on_a_grid():
    found = [(seen, due_of(gap)) for seen, _, gap in gaps([day("2026-02-20"), day("2026-01-12")], ladder())]
    assert found == [(day("2026-01-12"), day("2026-02-23")), (day("2026-02-20"), day("2026-04-03"))]
