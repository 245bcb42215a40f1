"""Visits to children in care, from what is recorded (timescales, section 3H)."""

from datetime import date

import pytest

from sightline.foundation.timescales.rules import State, state_of
from sightline.practice.care import actions
from sightline.practice.care.rules import NewHome
from tests.builders.care import WITH_PARENT, clocks, done, due, in_care, move, review
from tests.builders.care_clocks import not_seen, seen

pytestmark = pytest.mark.django_db
day = date.fromisoformat


def states(child_id, timescale, on):
    return [state_of(clock, on) for clock in clocks(child_id, timescale)]


def test_the_next_visit_is_six_weeks_after_the_child_was_seen():
    tia = in_care()
    seen(tia, day("2025-12-29"))
    assert states(tia, "cla_visit_first", day("2025-12-30")) == [State.MET_ON_TIME]
    assert due(tia, "cla_visit_next") == [day("2026-02-09")]


def test_a_visit_in_which_the_child_was_not_seen_stops_nothing():
    """C15: attempts are not events."""
    tia = in_care()
    not_seen(tia, day("2025-12-29"))
    assert states(tia, "cla_visit_first", day("2026-01-05")) == [State.OVERDUE]
    assert due(tia, "cla_visit_next") == []


def test_a_move_begins_the_ladder_again_with_its_first_year():
    tia = in_care(home=NewHome("U4", provider="PR1"))
    seen(tia, day("2025-12-29"))
    move(tia, day("2026-12-23"), NewHome("U4", provider="PR1", postcode="DH1 1AA"))
    seen(tia, day("2026-12-28"))
    assert due(tia, "cla_visit_next") == [day("2026-02-09"), day("2027-02-08")]
    assert states(tia, "cla_visit_next", day("2026-12-29")) == [State.ENDED, State.ON_TRACK]


def test_after_a_year_in_a_home_meant_to_last_three_months_may_pass():
    tia = in_care(day("2024-12-16"), home=NewHome("U4", provider="PR1"))
    seen(tia, day("2025-12-15"))
    seen(tia, day("2026-01-12"))
    assert due(tia, "cla_visit_next")[-1] == day("2026-04-12")


def test_a_designated_long_term_foster_home_in_which_the_child_agrees_is_visited_every_six_months():
    tia = in_care(day("2024-12-16"), home=NewHome("U4", provider="PR1"))
    done(actions.settle_home, tia, on=day("2025-06-02"), arrangement="long_term_foster")
    seen(tia, day("2026-01-12"))
    assert due(tia, "cla_visit_next") == [day("2026-07-12")]


def test_at_home_on_an_interim_order_weekly_until_the_review_and_on_the_full_order_anew():
    """Section 4: a change of legal status at home picks the row again, and the order begins a first visit."""
    tia = in_care(legal_status="C1", home=WITH_PARENT)
    seen(tia, day("2025-12-29"))
    assert due(tia, "cla_visit_next") == [day("2026-01-05")]
    seen(tia, day("2026-01-05"))
    done(actions.change_legal_status, tia, on=day("2026-01-07"), legal_status="C2")
    assert due(tia, "cla_visit_next") == [day("2026-01-05"), day("2026-02-16")]
    assert due(tia, "cla_visit_first") == [day("2025-12-29"), day("2026-01-14")]


def test_weekly_with_a_carer_approved_for_the_time_being():
    """Section 6, trap 6."""
    tia = in_care(home=NewHome("U3", provider="PR1"))
    done(actions.settle_home, tia, on=day("2025-12-22"), arrangement="temporary_approval")
    seen(tia, day("2025-12-29"))
    assert due(tia, "cla_visit_next") == [day("2026-01-05")]
    review(tia, day("2026-01-02"))
    assert due(tia, "cla_visit_next") == [day("2026-01-26")]


def test_visits_to_a_child_placed_for_adoption_are_as_each_review_set_them():
    kit = in_care(legal_status="E1", home=NewHome("A5", provider="PR1"), born=day("2024-12-01"))
    seen(kit, day("2025-12-29"))
    review(kit, day("2026-01-02"), "PN0")
    seen(kit, day("2026-01-05"))
    assert states(kit, "cla_visit_next", day("2026-02-01")) == [State.MET_ON_TIME, State.BLOCKED_MISSING_DATA]
    review(kit, day("2026-01-06"), "PN0", visit_every_weeks=4)
    assert due(kit, "cla_visit_next")[-1] == day("2026-02-02")
