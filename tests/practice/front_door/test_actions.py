"""Contacts and referrals: what is recorded, and what is sent back in words."""

from datetime import date

import pytest

from sightline.foundation.door import Refusal
from sightline.practice.front_door import actions
from sightline.practice.front_door.models import Referral, ReferralDecision
from tests.builders.child_protection import acting
from tests.builders.journey import (
    REFERRED,
    anybody,
    assess,
    contacted,
    decide,
    decided,
    done,
    in_need,
    referred,
    with_plan,
)
from tests.builders.workforce import as_builder, practitioner

pytestmark = pytest.mark.django_db
NEXT = date(2026, 3, 27)


def the_referral(child_id: object) -> Referral:
    with as_builder():
        return Referral.objects.current().get(child=child_id)


@pytest.mark.parametrize(
    ("way", "on", "more", "sentence"),
    [
        ("nothing", NEXT, {}, "Say what is decided"),
        ("assessment", NEXT, {"reasons": " "}, "Say why this was decided"),
        ("advice", date(2026, 3, 25), {}, "The contact came on 26 March 2026"),
    ],
)
def test_a_decision_about_a_contact_is_sent_back(way: str, on: date, more: dict[str, str], sentence: str) -> None:
    child, contact = contacted()
    with pytest.raises(Refusal, match=sentence):
        decided(child, contact, on, way, **more)


@pytest.mark.parametrize(
    ("outcomes", "on", "reasons", "sentence"),
    [
        ([], NEXT, "Why", "Say what was decided."),
        (["NFA_FLAG", "SINGLE_ASSESSMENT_FLAG"], NEXT, "Why", "No further action cannot stand beside another outcome."),
        (["SINGLE_ASSESSMENT_FLAG"], NEXT, " ", "Say why this was decided."),
        (["NOTHING"], NEXT, "Why", "Choose what was decided from the list."),
        (["SINGLE_ASSESSMENT_FLAG"], date(2026, 3, 25), "Why", "The referral came on 26 March 2026."),
    ],
)
def test_a_decision_about_a_referral_is_sent_back(outcomes: list[str], on: date, reasons: str, sentence: str) -> None:
    child = referred()
    asked = {"referral_id": the_referral(child).pk, "on": on, "outcomes": outcomes, "reasons": reasons}
    with pytest.raises(Refusal, match=sentence):
        done(actions.decide_referral, child, **asked)


def test_while_a_referral_is_open_there_is_no_second() -> None:
    child = referred()
    with pytest.raises(Refusal, match="A referral is open since 26 March 2026"):
        referred(NEXT, child)


def test_no_further_action_closes_a_referral_and_leaves_room_for_the_next() -> None:
    child = referred()
    decide(child, the_referral(child).pk, NEXT, "NFA_FLAG")
    closed = the_referral(child)
    assert (closed.ended, closed.no_further_action) == (NEXT, True)
    referred(date(2026, 4, 1), child)


def test_a_decision_of_the_referral_is_kept_with_its_reasons() -> None:
    child = referred()
    decide(child, the_referral(child).pk, NEXT, "SINGLE_ASSESSMENT_FLAG")
    with as_builder():
        assert ReferralDecision.objects.get(child=child).reasons == "Three worries in a month."


def test_a_referrer_who_is_not_told_needs_a_reason() -> None:
    child = referred()
    asked = {"referral_id": the_referral(child).pk, "on": NEXT, "how": "not_told"}
    with pytest.raises(Refusal, match="Say why telling them would raise the risk"):
        done(actions.tell_referrer, child, **asked)
    done(actions.tell_referrer, child, why_not="The father answers their telephone.", **asked)


def test_a_referral_is_closed_with_the_reason_of_the_census() -> None:
    child = referred()
    done(actions.close_referral, child, on=date(2026, 5, 1), reason="RC8")
    assert the_referral(child).reason_for_closure == "RC8"
    with pytest.raises(Refusal, match="No referral of this child is open"):
        done(actions.close_referral, child, on=date(2026, 5, 2), reason="RC8")


@pytest.mark.parametrize(
    ("goes_on", "sentence"),
    [
        (lambda child: assess(child, NEXT), "is not authorised yet"),
        (lambda child: in_need(date(2026, 4, 14), child), "has not ended"),
        (lambda child: with_plan(date(2026, 4, 14), child), "only a conference ends it"),
    ],
)
def test_a_referral_is_not_closed_while_work_goes_on(goes_on, sentence) -> None:  # type: ignore[no-untyped-def]
    child = referred()
    goes_on(child)
    with pytest.raises(Refusal, match=sentence):
        done(actions.close_referral, child, on=date(2026, 5, 1), reason="RC7")


def test_a_role_without_the_permission_records_nothing() -> None:
    analyst = acting(practitioner(role="analyst"))
    with pytest.raises(Refusal, match="Your role does not allow this"):
        done(actions.record_referral, anybody(), received_on=REFERRED, referral_source="2A", by=analyst)
