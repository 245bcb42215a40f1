"""What is asked about clocks: what is due soon, legal first."""

from datetime import date

import pytest

from sightline.foundation.timescales.queries import due_within
from sightline.foundation.timescales.rules import State
from tests.foundation.timescales.conftest import CONFERENCE, REVIEW, VISIT
from tests.foundation.timescales.people import children

pytestmark = pytest.mark.django_db

TODAY = date(2026, 4, 1)


def test_what_is_due_is_legal_first_and_within_ten_working_days(facts, written):
    (child,) = children(1)
    facts.add(child, VISIT, date(2026, 3, 2))  # due 16 March
    facts.add(child, CONFERENCE, date(2026, 3, 26))  # due 20 April, more than ten working days after 1 April
    facts.add(child, CONFERENCE, date(2026, 3, 20))  # due 14 April
    facts.add(child, REVIEW, date(2026, 1, 10))  # due 10 April
    facts.add(child, REVIEW, date(2025, 1, 10), stop=date(2025, 3, 10))
    written(child)
    shown = [(row.timescale, row.due, row.state) for row in due_within([child.pk], TODAY)]
    assert shown == [
        ("review", date(2026, 4, 10), State.DUE_SOON),
        ("conference", date(2026, 4, 14), State.DUE_SOON),
        ("visit", date(2026, 3, 16), State.OVERDUE),
    ]
