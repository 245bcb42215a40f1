"""The clocks of pre-proceedings, proceedings and orders, with the worked examples."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sightline.foundation.panels.models import PanelReferral, Recommendation
from sightline.foundation.timescales.refresh import refresh
from sightline.foundation.timescales.rules import state_of
from sightline.practice.court import actions
from tests.builders.journey import anybody, clock, clocks, done, in_need, referred

pytestmark = pytest.mark.django_db
GATEWAY, MADE = date(2026, 1, 5), datetime(2026, 1, 5, tzinfo=UTC)


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


def test_once_a_court_extended_it_the_end_before_is_late_no_more() -> None:
    child, other = anybody(), anybody()
    for each in (child, other):
        done(actions.issue_care_proceedings, each, on=GATEWAY)
    done(actions.record_extension, child, on=date(2026, 6, 1), weeks=8)
    done(actions.record_extension, child, on=date(2026, 9, 7), weeks=2)
    when = (date(2026, 7, 5), date(2026, 7, 6), date(2026, 9, 1), date(2026, 9, 7))
    assert [str(state_of(clock(child, "proceedings_26w"), on)) for on in when[:2]] == ["due_today", "not_applicable"]
    first, _ = clocks(child, "proceedings_extension")
    assert [str(state_of(first, on)) for on in when[2:]] == ["overdue", "not_applicable"]
    assert state_of(clock(other, "proceedings_26w"), when[1]) == "overdue"


def test_before_the_law_of_2014_there_were_no_26_weeks() -> None:
    child, other = anybody(), anybody()
    done(actions.issue_care_proceedings, child, on=date(2014, 4, 21))
    done(actions.issue_care_proceedings, other, on=date(2014, 4, 22))
    assert (clocks(child, "proceedings_26w"), clock(other, "proceedings_26w").due) == ([], date(2014, 10, 20))


def begun(child: object, kind: str, on: date, ended: date | None = None, why: str = "renewed", **more: object) -> None:
    done(actions.begin_order, child, on=on, kind=kind, **more)
    if ended:
        done(actions.end_order, child, on=ended, kind=kind, end_reason=why)


def test_after_police_protection_an_emergency_order_counts_from_its_first_day() -> None:
    child = anybody()
    begun(child, "police_protection", GATEWAY, date(2026, 1, 7), "replaced")
    begun(child, "epo", date(2026, 1, 7), date(2026, 1, 12))
    begun(child, "epo", date(2026, 1, 12))
    assert [each.due for each in clocks(child, "epo")] == [date(2026, 1, 12), date(2026, 1, 18)]


def test_a_renewed_secure_order_may_last_six_months_and_no_order_longer_than_it_says() -> None:
    child, other = anybody(), anybody()
    begun(child, "secure_order", GATEWAY, date(2026, 4, 3))
    begun(child, "secure_order", date(2026, 4, 3))
    begun(other, "secure_order", GATEWAY, ends_on=date(2026, 2, 2))
    assert [each.due for each in clocks(child, "secure_order")] == [date(2026, 4, 5), date(2026, 10, 3)]
    assert clock(other, "secure_order").due == date(2026, 2, 2)


def test_a_supervision_order_is_extended_to_three_years_in_all() -> None:
    child = anybody()
    begun(child, "supervision_order", GATEWAY, date(2027, 1, 4))
    begun(child, "supervision_order", date(2027, 1, 5), ends_on=date(2027, 7, 5))
    assert [each.due for each in clocks(child, "supervision_order")] == [date(2027, 1, 5), date(2027, 7, 5)]


def test_secure_accommodation_without_a_court_is_72_hours_within_28_days_in_all() -> None:
    child = anybody()
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    done(actions.begin_order, child, on=GATEWAY, at=noon, kind="secure_without_court")
    later = {"kind": "secure_without_court", "end_reason": "expired"}
    done(actions.end_order, child, on=date(2026, 1, 7), at=noon + timedelta(hours=50), **later)
    again = datetime(2026, 1, 20, 12, tzinfo=UTC)
    done(actions.begin_order, child, on=date(2026, 1, 20), at=again, kind="secure_without_court")
    assert clocks(child, "secure_without_court")[1].due_at == again + timedelta(hours=22)


def test_while_a_plan_lasts_the_family_meets_again_within_twelve_weeks() -> None:
    child = in_need(GATEWAY)
    for step, on in (("offered", 12), ("accepted", 13), ("held", 30)):
        done(actions.record_family_group_decision_making, child, on=date(2026, 1, on), step=step)
    first, again = clocks(child, "family_network_meeting")
    assert (first.stopped, again.start, again.due) == (date(2026, 1, 30), date(2026, 1, 30), date(2026, 4, 24))


def test_a_panel_looks_at_pre_proceedings_every_four_weeks() -> None:
    child = in_pre_proceedings()
    assert clock(child, "pp_panel").due == date(2026, 2, 2)
    for panel, on in (("resources", date(2026, 1, 19)), ("pre_proceedings_review", date(2026, 1, 26))):
        heard(child, panel, on)
    first, following = clocks(child, "pp_panel")
    assert (first.stopped, following.due) == (date(2026, 1, 26), date(2026, 2, 23))


def heard(child: object, panel: str, on: date) -> None:
    """A panel looked at a child."""
    what = {"child_id": child, "recorded_against": child, "recorded_at": MADE, "entry_id": 0, "happened": on}
    referral = PanelReferral.objects.create(panel=panel, **what)
    said = {"answer": "yes", "text": "Go on.", "reasons": "It helps.", "enough_came": True}
    Recommendation.objects.create(referral=referral, **said, **what)
    refresh([child], [Recommendation])
