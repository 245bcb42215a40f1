"""The clocks of enquiries, conferences and plans, with the worked examples."""

from datetime import date

import pytest

from sightline.practice.child_in_need.actions import end_child_in_need_plan
from sightline.practice.child_protection import actions
from tests.builders.care import in_care
from tests.builders.child_protection import enquiry_outcome, strategy_discussion
from tests.builders.journey import (
    CONFERENCE,
    anybody,
    assess,
    clock,
    clocks,
    conference,
    contacted,
    core_group,
    decided,
    done,
    in_need,
    referred,
    review,
    seen,
    with_plan,
)
from tests.builders.workforce import BUILDER, as_builder

pytestmark = pytest.mark.django_db
BEGAN = date(2026, 3, 26)


def test_a_conference_held_stops_the_clock_of_the_enquiry() -> None:
    child = with_plan(CONFERENCE, enquiries=BEGAN)
    row = clock(child, "s47_to_icpc")
    assert (row.due, row.stopped) == (date(2026, 4, 20), CONFERENCE)


def test_a_conference_that_is_not_required_ends_it() -> None:
    child = anybody()
    strategy_discussion([child], on=BEGAN)
    done(actions.decide_conference, child, on=date(2026, 4, 1), required=False, reasons="No risk was found.")
    assert clock(child, "s47_to_icpc").ended_as == "not_applicable"


def test_the_outcome_is_ready_in_ten_working_days_and_the_child_seen_in_one() -> None:
    child = anybody()
    strategy_discussion([child], on=BEGAN)
    assert clock(child, "s47_outcome").due == date(2026, 4, 13)
    assert clock(child, "child_seen_s47").due == date(2026, 3, 27)
    seen(child, BEGAN, "section_47")
    enquiry_outcome(child, on=date(2026, 4, 2))
    assert clock(child, "child_seen_s47").stopped == BEGAN
    assert clock(child, "s47_outcome").stopped == date(2026, 4, 2)


def test_a_worry_about_significant_harm_asks_for_a_discussion_within_a_day() -> None:
    child, contact = contacted(BEGAN)
    decided(child, contact, BEGAN, "strategy_discussion")
    assert (clock(child, "strategy_discussion").due, clock(child, "strategy_discussion").stopped) == (
        date(2026, 3, 27),
        None,
    )
    strategy_discussion([child], on=BEGAN)
    assert clock(child, "strategy_discussion").stopped == BEGAN


def test_reviews_run_from_the_conference_and_then_from_the_review_held() -> None:
    child = with_plan(date(2025, 11, 28), enquiries=date(2025, 11, 14))
    first = clock(child, "rcpc_first")
    assert (first.due, first.plan_by) == (date(2026, 2, 28), date(2026, 2, 27))
    review(child, date(2026, 2, 17))
    assert clock(child, "rcpc_first").stopped == date(2026, 2, 17)
    assert clock(child, "rcpc_next").due == date(2026, 8, 17)


def test_core_groups_run_from_the_conference_and_then_from_the_last_one() -> None:
    child = with_plan()
    assert clock(child, "core_group_first").due == date(2026, 4, 28)
    core_group(child, date(2026, 4, 27))
    assert (clock(child, "core_group_first").stopped, clock(child, "core_group_next").due) == (
        date(2026, 4, 27),
        date(2026, 5, 25),
    )


def test_visits_are_as_often_as_the_conference_set() -> None:
    child, other = with_plan(visit_every=5), with_plan()
    assert (clock(child, "cp_visit").due, clock(other, "cp_visit").due) == (date(2026, 4, 21), date(2026, 4, 28))


def test_one_visit_stops_what_it_met_and_no_more() -> None:
    child = with_plan()
    seen(child, date(2026, 4, 20), alone=False, why_not="Asleep")
    assert [each.stopped for each in clocks(child, "cp_visit")] == [date(2026, 4, 20), None]
    assert [each.stopped for each in clocks(child, "cp_seen_alone")] == [None]
    assert [each.stopped for each in clocks(child, "cp_not_seen_escalate")] == [date(2026, 4, 20), None]


def test_a_plan_is_looked_at_by_a_manager_at_nine_months_and_after() -> None:
    looks = {each.part: each.due for each in clocks(with_plan(), "cp_plan_long")}
    assert looks["9 months"] == date(2027, 1, 14)
    assert set(looks) == {"9 months", "12 months", "15 months", "18 months", "24 months"}


def test_the_decision_is_sent_the_next_day_and_the_minutes_in_fifteen() -> None:
    child = with_plan()
    assert (clock(child, "conference_decision_letter").due, clock(child, "conference_minutes").due) == (
        date(2026, 4, 15),
        date(2026, 5, 6),
    )
    with as_builder():
        actions.send_conference_paper(
            children=[child], conference_on=CONFERENCE, kind="minutes", on=date(2026, 5, 1), by=BUILDER
        )
    assert clock(child, "conference_minutes").stopped == date(2026, 5, 1)


def test_a_report_is_shared_two_days_before() -> None:
    child = with_plan()
    with as_builder():
        actions.send_conference_paper(
            children=[child], conference_on=CONFERENCE, kind="report", on=date(2026, 4, 9), by=BUILDER
        )
    row = clock(child, "icpc_report_shared")
    assert (row.due, row.stopped) == (date(2026, 4, 10), date(2026, 4, 9))


def test_a_child_who_moves_here_has_a_conference_within_fifteen_working_days() -> None:
    child = anybody()
    done(actions.record_transfer_in_notice, child, on=date(2025, 12, 17), from_authority="202")
    assert clock(child, "cp_transfer_in").due == date(2026, 1, 12)
    conference(child, date(2026, 1, 9), transfer_in=True)
    assert clock(child, "cp_transfer_in").stopped == date(2026, 1, 9)
    assert clock(child, "core_group_first").start == date(2026, 1, 9)


def test_before_birth_the_pregnancy_counts_as_well() -> None:
    child = anybody(None, expected_on=date(2026, 9, 1))
    strategy_discussion([child], on=BEGAN)
    assert clock(child, "prebirth_icpc").due == date(2026, 6, 23)
    assert clocks(child, "child_seen_s47") == []


def test_services_that_an_assessment_found_lead_to_a_plan_within_ten_working_days() -> None:
    child = referred()
    assess(child, date(2026, 3, 27), authorised=date(2026, 5, 8), outcome="PROV_OF_SERVICES_FLAG")
    assert clock(child, "cin_first_meeting").due == date(2026, 5, 22)
    in_need(date(2026, 5, 20), child)
    assert clock(child, "cin_first_meeting").stopped == date(2026, 5, 20)


def test_coming_into_care_ends_what_was_asked_of_a_plan_in_need_and_a_child_in_care_is_not_asked() -> None:
    child = referred()
    assess(child, date(2026, 3, 27), authorised=date(2026, 5, 8), outcome="PROV_OF_SERVICES_FLAG")
    in_care(date(2026, 5, 15), child_id=child)
    ended = clock(child, "cin_first_meeting")
    assert (ended.ended, ended.ended_reason) == (date(2026, 5, 15), "The child came into care")
    sister = referred()
    in_care(date(2026, 4, 1), child_id=sister)
    assess(sister, date(2026, 3, 27), authorised=date(2026, 5, 8), outcome="PROV_OF_SERVICES_FLAG")
    assert clocks(sister, "cin_first_meeting") == []


def test_a_plan_in_need_that_ends_soon_after_protection_is_a_breach() -> None:
    child = with_plan()
    review(child, date(2026, 7, 7), continues=False)
    assert clock(child, "cin_first_meeting").due == date(2026, 7, 21)
    in_need(date(2026, 7, 14), child)
    assert clock(child, "cin_after_cp").due is None
    done(end_child_in_need_plan, child, on=date(2026, 8, 3), end_reason="needs_met")
    breach = clock(child, "cin_after_cp")
    assert (breach.overdue_from, breach.stopped) == (date(2026, 8, 3), None)


def test_an_assessment_grows_old_while_a_plan_is_open() -> None:
    child = referred()
    assess(child, date(2026, 3, 27), authorised=date(2026, 4, 10))
    assert clocks(child, "assessment_refresh") == []
    with_plan(CONFERENCE, child)
    assert clock(child, "assessment_refresh").due == date(2027, 4, 10)


def test_each_assessment_while_a_plan_lasts_stays_counted() -> None:
    child = with_plan(CONFERENCE, referred())
    assess(child, date(2026, 4, 15), authorised=date(2026, 5, 8))
    assess(child, date(2026, 9, 1), authorised=date(2026, 10, 1))
    first, second = clocks(child, "assessment_refresh")
    assert (first.due, first.stopped, second.due) == (date(2027, 5, 8), date(2026, 10, 1), date(2027, 10, 1))
    review(child, date(2026, 10, 5), continues=False)
    assert clocks(child, "assessment_refresh")[1].ended == date(2026, 10, 5)


@pytest.mark.parametrize(("reason", "breach"), [("step_up", False), ("care", False), ("moved", False), ("other", True)])
def test_a_plan_in_need_that_gave_way_to_something_else_is_no_breach(reason: str, breach: bool) -> None:
    child = with_plan()
    review(child, date(2026, 7, 7), continues=False)
    in_need(date(2026, 7, 14), child)
    done(end_child_in_need_plan, child, on=date(2026, 8, 3), end_reason=reason)
    assert (clock(child, "cin_after_cp").overdue_from is not None) == breach


def test_a_pregnancy_found_after_week_28_calls_for_a_plan_within_ten_working_days() -> None:
    child, earlier = (anybody(None, expected_on=date(2026, 9, 1)) for _ in range(2))
    referred(date(2026, 6, 10), child)
    referred(date(2026, 6, 9), earlier)  # the day on which week 28 is reached
    assert (clock(child, "late_concealed_pregnancy").due, clocks(earlier, "late_concealed_pregnancy")) == (
        date(2026, 6, 24),
        [],
    )
    in_need(date(2026, 6, 19), child)
    assert clock(child, "late_concealed_pregnancy").stopped == date(2026, 6, 19)
