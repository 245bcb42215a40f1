"""The clocks of pre-proceedings, proceedings and orders, with the worked examples."""

from datetime import UTC, date, datetime

import pytest

from sightline.practice.court import actions
from tests.builders.journey import anybody, clock, clocks, done, in_need, referred

pytestmark = pytest.mark.django_db
GATEWAY = date(2026, 1, 5)


def in_pre_proceedings() -> object:
    child = anybody()
    done(actions.record_legal_gateway, child, on=GATEWAY, outcome="B", reasons="The plan has not made her safe.")
    return child


def test_the_gateway_decides_within_five_working_days_and_at_once_if_urgent() -> None:
    child, other = anybody(), anybody()
    done(actions.request_legal_gateway, child, on=GATEWAY, reasons="No change.")
    done(actions.request_legal_gateway, other, on=GATEWAY, reasons="He was hurt again.", urgent=True)
    assert (clock(child, "legal_gateway_meeting").due, clock(other, "legal_gateway_meeting").due) == (
        date(2026, 1, 12),
        GATEWAY,
    )
    done(actions.record_legal_gateway, child, on=date(2026, 1, 9), outcome="C", reasons="Not safe.")
    assert clock(child, "legal_gateway_meeting").stopped == date(2026, 1, 9)
    assert clock(child, "issue_application").due == date(2026, 1, 16)


def test_letter_meeting_reviews_and_the_whole_period() -> None:
    child = in_pre_proceedings()
    assert (clock(child, "lbp_sent").due, clocks(child, "pp_total")) == (date(2026, 1, 12), [])
    done(actions.send_letter_before_proceedings, child, on=GATEWAY, sent_to="Mother")
    assert clock(child, "pp_total").due == date(2026, 4, 27)
    assert clock(child, "pp_first_meeting").due == date(2026, 1, 19)
    done(actions.hold_pre_proceedings_meeting, child, on=date(2026, 1, 16), what_was_agreed="Tests.")
    assert clock(child, "pp_review").due == date(2026, 2, 27)
    outcome = "Decision to step down"
    done(actions.end_pre_proceedings, child, on=date(2026, 3, 2), outcome=outcome)
    assert (clock(child, "pp_total").stopped, clock(child, "pp_review").ended_as) == (date(2026, 3, 2), "ended")


def test_proceedings_are_concluded_within_26_weeks_of_which_the_day_of_issue_is_the_first() -> None:
    child = anybody()
    done(actions.issue_care_proceedings, child, on=GATEWAY)
    done(actions.record_extension, child, on=date(2026, 6, 1), weeks=8)
    assert clock(child, "proceedings_26w").due == date(2026, 7, 5)
    assert clock(child, "proceedings_extension").due == date(2026, 8, 30)
    assert clock(child, "plo_cmh").due == date(2026, 1, 28)
    done(actions.record_hearing, child, on=date(2026, 1, 22), kind="case_management")
    done(actions.end_care_proceedings, child, on=date(2026, 6, 29), outcome="care_order")
    assert (clock(child, "plo_cmh").stopped, clock(child, "proceedings_26w").stopped) == (
        date(2026, 1, 22),
        date(2026, 6, 29),
    )


def test_a_family_that_says_no_declines() -> None:
    child = in_need(GATEWAY)
    assert clock(child, "family_network_meeting").due == date(2026, 2, 2)
    for step in ("offered", "refused"):
        done(actions.record_family_group_decision_making, child, on=date(2026, 1, 12), step=step)
    assert clock(child, "family_network_meeting").ended_as == "declined"


def test_a_meeting_that_was_accepted_is_held_within_20_working_days() -> None:
    child = anybody()
    for step in ("offered", "accepted"):
        done(actions.record_family_group_decision_making, child, on=GATEWAY, step=step)
    assert clock(child, "fgdm_meeting").due == date(2026, 2, 2)
    done(actions.record_family_group_decision_making, child, on=date(2026, 1, 30), step="held")
    assert clock(child, "fgdm_meeting").stopped == date(2026, 1, 30)


def test_police_protection_lapses_after_72_hours_across_a_change_of_clocks() -> None:
    child = anybody()
    taken = datetime(2026, 3, 27, 22, 15, tzinfo=UTC)
    done(actions.begin_order, child, on=date(2026, 3, 27), at=taken, kind="police_protection")
    assert clock(child, "police_protection").due_at == datetime(2026, 3, 30, 22, 15, tzinfo=UTC)


def test_an_emergency_protection_order_lasts_eight_days_or_what_it_says() -> None:
    child, other = anybody(), anybody()
    done(actions.begin_order, child, on=GATEWAY, kind="epo")
    done(actions.begin_order, other, on=GATEWAY, kind="epo", ends_on=date(2026, 1, 9))
    assert (clock(child, "epo").due, clock(other, "epo").due) == (date(2026, 1, 12), date(2026, 1, 9))


def test_the_gateway_has_looked_by_week_24_of_a_pregnancy() -> None:
    child = referred(date(2026, 2, 2), anybody(None, expected_on=date(2026, 9, 1)))
    assert clock(child, "prebirth_legal_gateway").due == date(2026, 5, 12)
