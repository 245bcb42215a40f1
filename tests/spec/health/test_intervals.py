"""When the next health assessment is due, and which 31 March counts."""

import pytest

from sightline.practice.health.rules import may_do
from sightline.practice.health.rules.intervals import end_of_next_year, end_of_year, next_assessment
from tests.spec.care.spells import day


@pytest.mark.parametrize(
    ("last", "born", "due"),
    [
        ("2026-01-15", "2023-05-03", "2026-07-15"),  # under five for the whole half year
        ("2026-01-15", "2021-07-16", "2026-07-15"),  # five on the day after
        ("2026-01-15", "2021-07-15", "2027-01-15"),  # five on that very day
        ("2026-01-15", "2021-03-01", "2027-01-15"),  # five before it
        ("2026-01-15", "2010-03-01", "2027-01-15"),
        ("2025-08-31", "2023-05-03", "2026-02-28"),  # the month's last day
        ("2026-01-15", None, "2027-01-15"),
    ],
)
def test_half_a_year_under_five_and_a_year_from_then_on(last, born, due):
    assert next_assessment(day(last), day(born))(day(last)) == day(due)


@pytest.mark.parametrize(
    ("on", "this_year", "next_year"),
    [
        ("2026-03-31", "2026-03-31", "2027-03-31"),
        ("2026-04-01", "2027-03-31", "2028-03-31"),
        ("2025-12-22", "2026-03-31", "2027-03-31"),
    ],
)
def test_the_year_of_the_return_runs_from_april_to_march(on, this_year, next_year):
    assert (end_of_year(day(on)), end_of_next_year(day(on))) == (day(this_year), day(next_year))


def test_a_doctor_does_the_first_assessment_and_a_nurse_may_do_a_review():
    assert [may_do("initial", "doctor"), may_do("initial", "nurse"), may_do("review", "nurse")] == [True, False, True]
