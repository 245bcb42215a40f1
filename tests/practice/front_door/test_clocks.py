"""The clocks of the front door run from what is recorded and stop with what is decided."""

from datetime import UTC, date, datetime

import pytest

from sightline.foundation.calendar.instants import day_of
from sightline.foundation.door import Refusal
from sightline.practice.front_door import actions, queries
from sightline.practice.front_door.models import Contact, ContactPassedOn, Referral
from sightline.practice.front_door.rules import CONTACT_DECISION
from tests.builders.journey import REFERRED, anybody, clock, clocks, contacted, decide, decided, done, referred
from tests.builders.measures import told
from tests.builders.workforce import as_builder, practitioner

pytestmark = pytest.mark.django_db
NEXT = date(2026, 3, 27)


def referral_of(child: object) -> Referral:
    with as_builder():
        return Referral.objects.current().get(child=child)


def test_a_contact_is_decided_within_a_working_day() -> None:
    child, contact = contacted()
    assert (clock(child, "contact_decision").due, clock(child, "contact_decision").stopped) == (NEXT, None)
    decided(child, contact, NEXT)
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


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (datetime(2026, 5, 1, 22, 59, tzinfo=UTC), date(2026, 5, 5)),  # 23:59 on the Friday before a bank holiday
        (datetime(2026, 5, 1, 23, 1, tzinfo=UTC), date(2026, 5, 5)),  # 00:01 on the Saturday: the same working day
        (datetime(2026, 5, 4, 23, 1, tzinfo=UTC), date(2026, 5, 6)),  # 00:01 on the Tuesday after it, by our clocks
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 30)),  # the night in which the clocks go forward
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 26)),  # 01:30, which that night comes twice
        (datetime(2026, 12, 24, 23, 59, tzinfo=UTC), date(2026, 12, 29)),  # Christmas Eve; Monday stands for Boxing Day
    ],
)
def test_a_contact_at_night_counts_from_its_own_date_in_london(received: datetime, due: date) -> None:
    assert day_of(CONTACT_DECISION.allows(received)) == due


def test_a_hold_of_news_that_somebody_took_up_waits_no_more() -> None:
    child, key = contacted()
    with as_builder():
        contact = Contact.objects.get(pk=key)
        about = {"child": contact.child, "happened": REFERRED}
        told(ContactPassedOn(**about, contact=contact, owner=practitioner(), as_what="worker", by_when=REFERRED))
        passed_on = ContactPassedOn.objects.get(contact=contact)
    done(actions.hold_contact, child, contact_id=key, on=REFERRED, safe_now="yes", reasons="The school rings back.")
    assert clock(child, "contact_hold_review").stopped is None
    done(actions.take_up, child, passed_on_id=passed_on.pk, on=NEXT, what="Rang the school.")
    assert clock(child, "contact_hold_review").stopped == NEXT
    assert clock(child, "contact_decision").stopped == NEXT
    with as_builder():
        assert queries.undecided_contacts(child) == []
    with pytest.raises(Refusal, match="Somebody took this contact up"):
        done(actions.hold_contact, child, contact_id=key, on=NEXT, safe_now="yes", reasons="The school rings back.")
