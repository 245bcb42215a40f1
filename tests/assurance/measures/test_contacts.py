"""Measures of contacts and referrals against cases counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sightline.assurance.measures import presenters, queries
from sightline.assurance.measures.counting.contacts import stories_of
from sightline.assurance.measures.models import MeasuredCase
from sightline.assurance.measures.queries import Period
from sightline.foundation.agreements.models import FamilyTold
from sightline.foundation.facts import system
from sightline.foundation.history import History, record_history
from sightline.practice.early_help.models import StepHandover
from sightline.practice.front_door.models import Contact, ContactPassedOn, ContactTakenUp, NeedToKnow, Referral
from sightline.practice.front_door.rules import KnownState, Risk, Way
from tests.builders.measures import EVERYBODY, MONDAY, agreed_and_answered, contact, decided, figure, told
from tests.builders.people import adult, child
from tests.builders.workforce import practitioner

pytestmark = pytest.mark.django_db


def test_a_contact_decided_by_the_end_of_the_next_working_day_is_in_time() -> None:
    friday = date(2026, 3, 6)
    decided(contact(child("A"), friday), timedelta(days=3))  # Monday: in time
    decided(contact(child("B"), friday), timedelta(days=4))  # Tuesday: late
    contact(child("C"), friday)  # never decided: late
    assert figure("FD1") == (3, 3)
    assert figure("FD2") == (1, 3)


def test_a_contact_that_can_still_be_decided_in_time_does_not_count_as_late() -> None:
    contact(child(), MONDAY)
    assert figure("FD2", Period(3, MONDAY)) == (0, 0)
    assert figure("FD2", Period(3, date(2026, 3, 4))) == (0, 1)


def test_contacts_become_referrals_and_referrals_come_again_within_twelve_months() -> None:
    decided(contact(child("A")), timedelta(days=1), way=Way.ASSESSMENT)
    decided(contact(child("B")), timedelta(days=1))
    assert figure("FD3") == (1, 2)
    again = child("C")
    told(Referral(child=again, began=date(2025, 3, 2), ended=date(2025, 5, 1)))
    told(Referral(child=again, began=MONDAY, ended=date(2026, 3, 3), no_further_action=True))
    told(Referral(child=child("D"), began=MONDAY))
    assert (figure("FD9"), figure("FD10"), figure("FD11")) == ((2, 2), (1, 2), (1, 2))


def test_a_referral_counts_as_closed_or_not_once_its_decision_was_due() -> None:
    friday = date(2026, 3, 6)
    told(Referral(child=child("A"), began=friday, ended=friday, no_further_action=True))
    told(Referral(child=child("B"), began=friday))
    assert figure("FD9", Period(3, friday)) == (2, 2)
    assert figure("FD11", Period(3, date(2026, 3, 9))) == (0, 0)  # Monday: it can still be decided today
    assert figure("FD11", Period(3, date(2026, 3, 10))) == (1, 2)


def test_full_information_needs_the_history_weighed_an_agency_asked_and_the_family_spoken_to() -> None:
    full = contact(child("A"))
    agreed_and_answered(full)
    decided(full, timedelta(days=1), meaning="The third contact in a year about the same worry.")
    decided(contact(child("B")), timedelta(days=1), meaning="Nothing is known before this.")
    reasoned = contact(child("C"))
    known = {"concern": "neglect", "item": "home", "state": KnownState.KNOWN, "what": "Seen", "known_from": "Nurse"}
    told(NeedToKnow(child=reasoned.child, contact=reasoned, happened=MONDAY, **known))
    decided(reasoned, timedelta(days=1), meaning="None.", on_limited_information=True, limited_because="Moved.")
    decided(contact(child("D")), timedelta(days=0), way=Way.STRATEGY_DISCUSSION, risk=Risk.HIGHER)
    assert figure("FD4") == (2, 3)
    assert figure("FD5") == (1, 3)


def test_a_child_who_comes_back_within_ninety_days_is_seen_apart_by_what_was_known() -> None:
    back = contact(child("A"))
    decided(back, timedelta(days=1))
    contact(back.child, MONDAY + timedelta(days=91))  # 90 days after the decision
    late = contact(child("B"))
    decided(late, timedelta(days=1))
    contact(late.child, MONDAY + timedelta(days=92))
    assert figure("FD7A") == (1, 2)
    assert figure("FD7B") == (0, 0)
    assert figure("FD7A", Period(3, MONDAY + timedelta(days=60))) == (0, 0)


def test_decisions_between_twenty_and_twenty_four_hours_are_bunched_before_the_deadline() -> None:
    for number, hours in enumerate((2, 20, 23, 24, 30, 49)):
        decided(contact(child(f"Child {number}"), at=9), timedelta(hours=hours))
    decided(contact(child("Without a time")), timedelta(days=1))
    assert figure("FD6") == (2, 5)


def test_a_referral_within_six_months_of_a_step_down_that_was_accepted_is_a_step_up() -> None:
    back, later, sent_back = child("A"), child("B"), child("C")
    for each, outcome in ((back, "accepted"), (later, "accepted"), (sent_back, "withdrawn")):
        step = {"direction": "down", "to_organisation": "Family hub", "outcome": outcome}
        told(StepHandover(child=each, began=date(2026, 1, 5), ended=date(2026, 1, 12), **step))
    told(Referral(child=back, began=date(2026, 7, 12)), Referral(child=later, began=date(2026, 7, 13)))
    assert figure("FD12") == (1, 2)
    assert figure("FD12", Period(12, date(2026, 7, 11))) == (0, 0)


def test_an_answer_of_an_agency_is_one_source_and_what_comes_after_the_decision_is_none() -> None:
    once, late = contact(child("A")), contact(child("B"))
    agreed_and_answered(once)
    known = {"concern": "neglect", "item": "school", "state": KnownState.KNOWN, "what": "Seen daily"}
    told(NeedToKnow(child=once.child, contact=once, happened=MONDAY, known_from="Hill Road Primary", **known))
    told(NeedToKnow(child=late.child, contact=late, happened=MONDAY + timedelta(days=9), known_from="Nurse", **known))
    counted = [*stories_of([once.child_id]), *stories_of([late.child_id])]
    assert [each.as_decided(MONDAY).sources() for each in counted] == [2, 1]
    decided(late, timedelta(days=1))
    assert figure("FD5") == (1, 1)


def test_a_contact_of_a_file_that_does_not_say_how_it_was_decided_is_not_late() -> None:
    other = child()
    record_history(history=History([Contact(child=other, happened=MONDAY)], "list 1"), by=system("import", "import"))
    contact(child("B"))
    assert figure("FD1") == (2, 2)
    assert figure("FD2") == (0, 1)


def test_a_child_who_comes_back_twice_is_one_child() -> None:
    back = child()
    for weeks in (0, 4, 8):
        decided(contact(back, MONDAY + timedelta(weeks=weeks)), timedelta(days=1))
    assert figure("FD5") == (3, 3)
    assert figure("FD7A") == (1, 1)


@pytest.mark.parametrize(
    ("first", "last_day"),
    [
        (date(2024, 2, 29), date(2025, 2, 28)),  # no 29 February in the year after
        (date(2023, 2, 28), date(2024, 2, 28)),  # and one day short of one
        (date(2025, 12, 31), date(2026, 12, 31)),
    ],
)
def test_a_referral_comes_again_up_to_the_same_day_of_the_next_year(first: date, last_day: date) -> None:
    for name, day in (("On it", last_day), ("After it", last_day + timedelta(days=1)), ("On the first", first)):
        told(Referral(child=(each := child(name)), began=first, ended=first))
        told(Referral(child=each, began=day, ended=day))
    whole = Period(12, last_day + timedelta(days=1))
    again = MeasuredCase.objects.filter(code="FD10", counted=True)
    assert [(each.child.person.given_names, each.on) for each in again] == [("On it", last_day)]
    assert figure("FD10", whole)[0] == 1


def test_a_period_has_its_first_and_its_last_day_and_nothing_is_no_share_of_nothing() -> None:
    for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1)):
        told(Referral(child=child(f"{day}"), began=day))
    assert figure("FD9", Period(3, date(2026, 3, 31))) == (3, 3)  # from 31 December
    figures = {each.measure.code: each for each in queries.figures(EVERYBODY, Period(3, date(2020, 1, 1)))}
    assert {(each.counted, each.of) for each in figures.values()} == {(0, 0)}
    assert {presenters.share(each) for each in figures.values()} == {""}


def test_news_about_a_child_we_work_with_is_dealt_with_once_somebody_has_taken_it_up() -> None:
    friday = date(2026, 3, 6)
    for name, days in (("In time", 3), ("Late", 4), ("Never", None)):
        news = contact(child(name), friday)
        about = {"child": news.child}
        passed_on = ContactPassedOn(
            **about, contact=news, happened=friday, owner=practitioner(), as_what="worker", by_when=friday
        )
        told(passed_on)
        if days is not None:
            taken = friday + timedelta(days=days)
            told(ContactTakenUp(**about, passed_on=passed_on, happened=taken, what="Went there."))
    assert figure("FD2") == (1, 3)
    assert figure("FD3") == (0, 0)  # it asks for no decision


def test_a_family_that_is_told_after_the_decision_was_not_spoken_to_before_it() -> None:
    for name, days in (("Before", 0), ("After", 8)):
        asked = contact(child(name))
        on = asked.happened + timedelta(days=days)
        mother = {"person": adult(asked.child), "how": "call", "about_id": asked.pk}
        told(FamilyTold(child=asked.child, happened=on, told_by="Amina Yusuf", **mother))
        known = {"concern": "neglect", "item": "home", "state": KnownState.NOT_NEEDED, "what": "Not asked."}
        told(NeedToKnow(child=asked.child, contact=asked, happened=MONDAY, **known))
        decided(asked, timedelta(days=1), meaning="The first contact.")
    assert figure("FD4") == (1, 2)
