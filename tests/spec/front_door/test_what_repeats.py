"""Which earlier contacts make one a repeat: those about the same child, in the year before it."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from sightline.practice.front_door.models import Contact
from sightline.practice.front_door.queries import Earlier, repeats

CHILD, SISTER, DAY = uuid4(), uuid4(), date(2026, 6, 1)


def contact(child: UUID, days_before: int) -> Contact:
    return Contact(child_id=child, happened=DAY - timedelta(days=days_before))


@pytest.mark.parametrize(
    ("child", "days_before", "number"), [(CHILD, 0, 1), (CHILD, 365, 1), (CHILD, 366, 0), (SISTER, 1, 0)]
)
def test_a_contact_of_the_year_before_about_the_same_child_counts(child: UUID, days_before: int, number: int) -> None:
    assert repeats([Earlier(contact(child, days_before))], contact(CHILD, 0)) == number
