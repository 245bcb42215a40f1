"""The clocks of the front door run from what is recorded and stop with what is decided."""

from datetime import date

import pytest

from sightline.practice.front_door import actions
from sightline.practice.front_door.models import Referral
from tests.builders.journey import REFERRED, anybody, clock, clocks, contacted, decide, done, referred
from tests.builders.workforce import as_builder

pytestmark = pytest.mark.django_db
NEXT = date(2026, 3, 27)


def referral_of(child: object) -> Referral:
    with as_builder():
        return Referral.objects.current().get(child=child)


def test_a_contact_is_decided_within_a_working_day() -> None:
    child, contact = contacted()
    assert (clock(child, "contact_decision").due, clock(child, "contact_decision").stopped) == (NEXT, None)
    done(actions.decide_contact, child, contact_id=contact, on=NEXT, outcomes=["ADVICE_FLAG"], reasons="Advice.")
    assert clock(child, "contact_decision").stopped == NEXT


def test_a_referral_is_decided_and_the_referrer_told_within_a_working_day() -> None:
    child = referred(date(2025, 12, 24))
    assert {clock(child, each).due for each in ("referral_decision", "referrer_feedback")} == {date(2025, 12, 29)}
    referral = referral_of(child)
    decide(child, referral.pk, date(2025, 12, 29), "SINGLE_ASSESSMENT_FLAG")
    done(actions.tell_referrer, child, referral_id=referral.pk, on=date(2025, 12, 30), how="spoken")
    assert clock(child, "referral_decision").stopped == date(2025, 12, 29)
    assert clock(child, "referrer_feedback").stopped == date(2025, 12, 30)


def test_a_referrer_who_would_raise_the_risk_need_not_be_told() -> None:
    child = referred()
    asked = {"referral_id": referral_of(child).pk, "on": NEXT, "how": "not_told", "why_not": "He answers the phone."}
    done(actions.tell_referrer, child, **asked)
    assert clock(child, "referrer_feedback").ended_as == "not_applicable"


def test_a_referral_before_birth_is_accepted_by_week_16() -> None:
    child = referred(date(2026, 2, 2), anybody(None, expected_on=date(2026, 9, 1)))
    assert clock(child, "prebirth_referral").due == date(2026, 3, 17)


def test_a_late_booking_cannot_have_been_accepted_earlier() -> None:
    child = referred(REFERRED, anybody(None, expected_on=date(2026, 6, 1)))
    assert clock(child, "prebirth_referral").ended_as == "not_applicable"


def test_a_child_who_was_born_has_no_clock_of_the_pregnancy() -> None:
    assert clocks(referred(), "prebirth_referral") == []
