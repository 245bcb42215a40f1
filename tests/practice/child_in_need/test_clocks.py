"""The clocks of plans for children in need and of early help: from each thing done to the next."""

from datetime import date

import pytest

from sightline.practice.child_in_need import actions
from sightline.practice.early_help.actions import begin_early_help
from tests.builders.journey import anybody, clock, clocks, done, in_need, noted, seen

pytestmark = pytest.mark.django_db
BEGAN = date(2026, 4, 14)


def test_reviews_run_from_the_last_one_held() -> None:
    child = in_need(BEGAN)
    done(actions.record_child_in_need_review, child, on=date(2026, 5, 19), continues=True, what_changed="He sleeps.")
    first, second = clocks(child, "cin_review")
    assert (first.due, first.stopped) == (date(2026, 5, 26), date(2026, 5, 19))
    assert (second.due, second.stopped) == (date(2026, 6, 30), None)


def test_visits_run_from_the_last_one_at_which_the_child_was_seen() -> None:
    child = in_need(BEGAN)
    seen(child, date(2026, 4, 28), "child_in_need")
    first, second = clocks(child, "cin_visit")
    assert (first.stopped, second.start, second.due) == (date(2026, 4, 28), date(2026, 4, 28), date(2026, 5, 28))


def test_a_manager_asks_four_times_whether_the_plan_is_still_right() -> None:
    child = in_need(BEGAN)
    noted(child, date(2026, 7, 1))
    looks = {each.part: (each.due, each.stopped) for each in clocks(child, "cin_duration")}
    assert looks["12 weeks"] == (date(2026, 7, 7), date(2026, 7, 1))
    assert looks["6 months"] == (date(2026, 10, 14), None)
    assert looks["12 months"] == (date(2027, 4, 14), None)


def test_nothing_is_due_once_the_plan_has_ended() -> None:
    child = in_need(BEGAN)
    done(actions.end_child_in_need_plan, child, on=date(2026, 5, 4), end_reason="needs_met")
    assert {each.ended_as for each in clocks(child, "cin_review")} == {"ended"}


def test_early_help_visits_run_one_after_another() -> None:
    child = anybody()
    asked = {"organisation": "Family centre", "reason": "Sleep", "who_agreed": "Mother"}
    done(begin_early_help, child, on=BEGAN, **asked)
    assert clock(child, "early_help_visit").due == date(2026, 5, 13)
    seen(child, date(2026, 5, 1), "early_help")
    assert [each.stopped for each in clocks(child, "early_help_visit")] == [date(2026, 5, 1), None]
