"""The clocks of assessments count from the referral, and no pause stops them."""

from datetime import date

import pytest

from sightline.practice.front_door import actions as front_door
from sightline.practice.front_door.models import Referral
from tests.builders.journey import anybody, assess, clock, clocks, decide, done, noted, referred, seen
from tests.builders.workforce import as_builder, involve, practitioner

pytestmark = pytest.mark.django_db
BEGAN, AUTHORISED = date(2026, 4, 8), date(2026, 6, 5)


def to_assess(on: date = date(2026, 3, 27)) -> object:
    child = referred()
    with as_builder():
        referral = Referral.objects.get(child=child)
    decide(child, referral.pk, on, "SINGLE_ASSESSMENT_FLAG")
    return child


def test_it_counts_from_the_referral_before_and_after_it_has_begun() -> None:
    child = to_assess()
    before = clock(child, "assessment_complete")
    assess(child, BEGAN)
    after = clock(child, "assessment_complete")
    assert before.due == after.due == date(2026, 6, 3)
    assert before.anchor_id == after.anchor_id
    assert after.amber_from == date(2026, 5, 19)


def test_a_late_authorisation_shows_as_late() -> None:
    child = to_assess()
    assess(child, BEGAN, authorised=AUTHORISED)
    row = clock(child, "assessment_complete")
    assert (row.stopped, row.due) == (AUTHORISED, date(2026, 6, 3))


def test_a_second_assessment_counts_from_its_own_start() -> None:
    child = to_assess()
    assess(child, BEGAN, authorised=date(2026, 5, 1))
    assess(child, date(2026, 9, 1))
    first, second = clocks(child, "assessment_complete")
    assert (first.start, second.start, second.due) == (date(2026, 3, 26), date(2026, 9, 1), date(2026, 11, 3))


def test_a_child_is_seen_within_five_working_days_of_the_referral() -> None:
    child = to_assess()
    assert clock(child, "child_seen_assessment").due == date(2026, 4, 2)
    seen(child, date(2026, 4, 1))
    assert clock(child, "child_seen_assessment").stopped == date(2026, 4, 1)


def test_a_manager_looks_by_day_10_and_again_by_day_25() -> None:
    child = to_assess()
    first, second = clocks(child, "assessment_checkpoint")
    assert (first.due, second.due) == (date(2026, 4, 13), date(2026, 5, 5))
    assert (first.part, second.part) == ("day 10", "day 25")


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 4, 10),  # before day 10
        date(2026, 4, 13),  # on it
        date(2026, 4, 14),  # a day late
        date(2026, 5, 6),  # after day 25 too
    ],
)
def test_one_entry_of_a_manager_counts_for_one_look(day: date) -> None:
    child = to_assess()
    noted(child, day)
    first, second = clocks(child, "assessment_checkpoint")
    assert (first.stopped, second.stopped) == (day, None)
    noted(child, date(2026, 5, 7))
    assert [each.stopped for each in clocks(child, "assessment_checkpoint")] == [day, date(2026, 5, 7)]


def test_a_worker_is_allocated_within_a_day_of_the_decision() -> None:
    child = to_assess(date(2026, 3, 30))
    assert (clock(child, "allocation").due, clock(child, "allocation").stopped) == (date(2026, 3, 31), None)
    involve(child, practitioner=practitioner(), on=date(2026, 4, 1))
    assert clock(child, "allocation").stopped == date(2026, 4, 1)


def test_before_birth_it_begins_by_week_18_and_ends_by_week_28() -> None:
    child = referred(date(2026, 2, 2), anybody(None, expected_on=date(2026, 9, 1)))
    assess(child, date(2026, 3, 2), authorised=date(2026, 6, 9))
    begun, ended = clock(child, "prebirth_assessment_start"), clock(child, "prebirth_assessment_end")
    assert (begun.due, begun.stopped) == (date(2026, 3, 31), date(2026, 3, 2))
    assert (ended.due, ended.stopped) == (date(2026, 6, 9), date(2026, 6, 9))


def test_a_worker_is_not_allocated_any_more_once_the_referral_is_closed() -> None:
    child = to_assess(date(2026, 3, 30))
    done(front_door.close_referral, child, on=date(2026, 4, 9), reason="RC9")
    row = clock(child, "allocation")
    assert (row.stopped, row.ended, row.ended_as) == (None, date(2026, 4, 9), "ended")
