"""What is asked about clocks: what is due soon, legal first, and how many stand how."""

from datetime import date

import pytest

from sightline.foundation.timescales.queries import counts_by_state, counts_by_timescale, due_within
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


def test_counts_by_state_and_timescale(facts, written):
    people = children(2)
    for child in people:
        facts.add(child, VISIT, date(2026, 3, 2))
        facts.add(child, REVIEW, date(2025, 1, 10), stop=date(2025, 3, 10))
    written(*people)
    keys = [child.pk for child in people]
    assert counts_by_state(keys, TODAY) == {State.OVERDUE: 2, State.MET_ON_TIME: 2}
    assert counts_by_timescale(keys, TODAY) == {"visit": {State.OVERDUE: 2}, "review": {State.MET_ON_TIME: 2}}
