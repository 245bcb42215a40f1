"""Who becomes eligible for support after care, and from which day: thirteen weeks since 14, which may be added up."""

import pytest

from sightline.practice.leaving_care.rules.entitlement import became_eligible, left_care
from tests.spec.care.spells import day, time_in_care

BORN = "2010-05-31"


@pytest.mark.parametrize(
    ("times", "eligible"),
    [
        ([("2020-01-06", None)], "2026-05-31"),  # the 16th birthday
        ([("2026-04-30", None)], "2026-07-30"),  # 91 days after coming into care
        ([("2026-12-01", None)], "2027-03-02"),
        ([("2024-06-01", "2024-08-31"), ("2027-01-05", None)], "2027-01-05"),  # 91 days before, added up
        ([("2024-06-01", "2024-08-01"), ("2027-01-05", None)], "2027-02-04"),  # 61 days before, 30 more
        ([("2024-01-01", "2024-08-01"), ("2027-01-05", None)], "2027-02-03"),  # only days since 14 count: 62
        ([("2020-01-06", "2026-05-30")], None),  # left before 16
        ([("2028-03-01", None)], None),  # not enough before 18
        ([("2026-12-01", "2027-02-01")], None),
        ([], None),
    ],
)
def test_the_day_of_becoming_eligible(times, eligible):
    found = became_eligible(day(BORN), [time_in_care(*each, born=BORN) for each in times])
    assert found == day(eligible)


@pytest.mark.parametrize(
    ("times", "left"),
    [
        ([("2024-01-08", "2027-03-01")], "2027-03-01"),
        ([("2024-01-08", None)], "2028-05-31"),
        ([("2024-01-08", "2025-01-01"), ("2026-01-05", "2027-06-01")], "2027-06-01"),
        ([], None),
    ],
)
def test_the_day_of_leaving_care_for_good(times, left):
    assert left_care([time_in_care(*each, born=BORN) for each in times], day(BORN)) == day(left)
