"""The initial conference is due fifteen working days after enquiries begin (timescales, s47_to_icpc)."""

from datetime import date

import pytest

from sightline.practice.child_protection.rules import INITIAL_CONFERENCE


@pytest.mark.parametrize(
    ("enquiries_began", "conference_due"),
    [
        ("2025-06-02", "2025-06-23"),  # three plain weeks
        ("2025-04-14", "2025-05-08"),  # Easter and the early May bank holiday
        ("2026-03-26", "2026-04-20"),  # timescales, section 5
        ("2025-12-17", "2026-01-12"),  # timescales, section 5: over New Year
        ("2026-06-06", "2026-06-26"),  # a Saturday is day zero all the same
    ],
)
def test_the_conference_is_due_fifteen_working_days_after_enquiries_begin(enquiries_began, conference_due):
    assert INITIAL_CONFERENCE.allows(date.fromisoformat(enquiries_began)) == date.fromisoformat(conference_due)


def test_it_is_statutory_guidance_checked_in_the_text_itself():
    assert (INITIAL_CONFERENCE.tier.label, INITIAL_CONFERENCE.check.value) == ("Statutory guidance", "V1")
