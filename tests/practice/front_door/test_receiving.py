"""Taking contacts: about several children at once, known or new, and who is told the same day."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sightline.foundation.children.models import Child, Relationship
from sightline.foundation.documents.models import Passage
from sightline.foundation.door import Refusal
from sightline.foundation.oversight.models import Waiting
from sightline.practice.front_door import actions
from sightline.practice.front_door.models import (
    Contact,
    ContactDecision,
    ContactOutcome,
    ContactPassedOn,
    ContactReferrer,
    ReceivedContact,
    Referral,
    ReferralDecision,
)
from sightline.practice.front_door.presenters import letters
from sightline.practice.front_door.rules import AdultOfContact, Arrival, ChildOfContact, Referrer, Way
from tests.builders.child_protection import family
from tests.builders.journey import anybody
from tests.builders.workforce import BUILDER, as_builder

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)
SCHOOL = Referrer(source="2A", name="Ms Khan", role="class teacher", organisation="Hill Road Primary")


def take(*children: ChildOfContact, kind: str = "worry", referrer: Referrer = SCHOOL, **more: Any) -> UUID:
    """A contact about these children; its key in the record of the first."""
    said = {name: more.pop(name) for name in ("issues", "answered", "safe_now") if name in more}
    arrival = Arrival(
        kind=kind,
        came_by="telephone",
        received_on=DAY,
        what_about="Comes hungry.",
        **({"safe_now": "yes"} | said),
    )
    with as_builder():
        made = actions.receive_contact(arrival=arrival, referrer=referrer, children=children, by=BUILDER, **more)
    assert made.result
    return made.result


def every(model: Any) -> list[Any]:
    """The rows of a kind that stand."""
    with as_builder():
        return list(model.objects.current().order_by("recorded_at", "id"))


def test_one_contact_about_a_known_child_a_new_one_and_one_nobody_can_name() -> None:
    known = anybody()
    unnamed = ChildOfContact(known_as="Boy of about four")
    mother = AdultOfContact(kind="mother", given_names="Ada", family_name="Bell")
    own = ChildOfContact(given_names="Kit", family_name="Bell", own="Has a bruise.")
    take(ChildOfContact(child=known), own, unnamed, adults=[mother], brothers_and_sisters=True)
    contacts = every(Contact)
    assert len({each.child_id for each in contacts}) == 3
    assert {each.received_id for each in contacts} == {each.pk for each in every(ReceivedContact)}
    assert {each.what_about for each in contacts} == {"Comes hungry."}
    with as_builder():
        assert "Boy of about four" in {
            str(child) for child in Child.objects.filter(pk__in=[c.child_id for c in contacts])
        }
        kinds = list(Relationship.objects.current().values_list("kind", flat=True))
        assert sorted(kinds) == ["mother"] * 3 + ["sibling"] * 3
        about_one = Passage.objects.get(place="about_what")
    assert (about_one.text, len(about_one.about), about_one.may_know) == ("Has a bruise.", 1, "undecided")


def test_key_issues_are_passages_about_all_of_the_children() -> None:
    take(ChildOfContact(child=anybody()), ChildOfContact(child=anybody()), issues={"own_words": "I sleep in my coat."})
    with as_builder():
        passage = Passage.objects.get()
    assert (passage.place, len(passage.about)) == ("own_words", 2)


@pytest.mark.parametrize(
    ("source", "asks", "public"), [("1B", False, True), ("9", False, True), ("2A", False, False), ("2A", True, True)]
)
def test_a_member_of_the_public_is_protected_from_the_first_save(source: str, asks: bool, public: bool) -> None:
    who = Referrer(source=source, name="Nora Vale", telephone="01632 960001", asks_protection=asks)
    take(ChildOfContact(child=anybody()), referrer=who)
    assert every(ContactReferrer)[0].public is public
    assert ("Nora" in every(Contact)[0].source_description) is not public


def test_news_about_a_child_we_work_with_reaches_worker_and_manager_today_and_begins_no_referral() -> None:
    home = family(1)
    take(ChildOfContact(child=home.children[0]), kind="about_open_child")
    told = {(each.owner_id, each.as_what) for each in every(ContactPassedOn)}
    assert told == {(home.worker.pk, "worker"), (home.manager.pk, "manager")}
    assert {each.by_when for each in every(ContactPassedOn)} == {DAY}
    assert every(Referral) == []


def test_a_question_whether_a_family_is_known_is_answered_and_decides_nothing() -> None:
    take(ChildOfContact(child=anybody()), kind="information_check", answered="Not known to us.")
    assert [(each.outcome, each.reasons) for each in every(ContactOutcome)] == [("ADVICE_FLAG", "Not known to us.")]
    assert every(ContactDecision) == []


def test_an_allegation_about_a_professional_is_recorded_about_no_child() -> None:
    with pytest.raises(Refusal, match="designated officer"):
        take(ChildOfContact(child=anybody()), kind="allegation")
    assert every(Contact) == []


def test_asked_at_once_a_strategy_discussion_is_asked_for_in_the_same_step() -> None:
    children = [ChildOfContact(child=anybody()), ChildOfContact(given_names="Kit")]
    take(*children, at_once=True, safe_now="no")
    assert [(each.way, each.risk) for each in every(ContactDecision)] == [("strategy_discussion", "higher")] * 2
    assert [each.outcome for each in every(ReferralDecision)] == ["STRATEGY_DISCUSSION_FLAG"] * 2
    assert len(every(Referral)) == 2


def decide(contact: UUID, way: str, on: date = DAY, **more: Any) -> None:
    """A decision about a contact."""
    with as_builder():
        child = Contact.objects.get(pk=contact).child_id
        said = actions.Decided(child=child, contact=contact, way=way, **({"reasons": "Three worries."} | more))
        actions.decide_contacts(decisions=[said], on=on, by=BUILDER)


STOPS = {"what_we_checked": "School.", "what_we_found": "He eats.", "why_we_stop": "No sign of harm."}


@pytest.mark.parametrize("missing", STOPS)
@pytest.mark.parametrize("way", ["close", "advice"])
def test_to_stop_says_what_was_checked_what_was_found_and_why(way: str, missing: str) -> None:
    contact = take(ChildOfContact(child=anybody()))
    with pytest.raises(Refusal, match="what we checked, what we found, and why we stop"):
        decide(contact, way, **(STOPS | {missing: " "}))
    assert every(ContactDecision) == []


@pytest.mark.parametrize(
    ("way", "outcome", "referrals", "signed"),
    [
        ("assessment", "NEW_REFERRAL_FLAG", ["SINGLE_ASSESSMENT_FLAG"], []),
        ("strategy_discussion", "NEW_REFERRAL_FLAG", ["STRATEGY_DISCUSSION_FLAG"], []),
        ("early_help", "OTHER_OUTCOMES_EXIST_FLAG", [], []),
        ("open_work", "EXISTING_REFERRAL_FLAG", [], []),
        ("transfer", "OTHER_OUTCOMES_EXIST_FLAG", [], []),
        ("advice", "ADVICE_FLAG", [], ["no_further_action"]),
        ("close", "NFA_FLAG", [], ["no_further_action"]),
    ],
)
def test_what_is_decided_is_counted_begins_what_follows_and_is_signed_where_work_stops(
    way: str, outcome: str, referrals: list[str], signed: list[str]
) -> None:
    decide(take(ChildOfContact(child=anybody()), kind="family_asks"), way, **STOPS)
    assert [each.outcome for each in every(ContactOutcome)] == [outcome]
    assert [each.outcome for each in every(ReferralDecision)] == referrals
    with as_builder():
        assert list(Waiting.objects.values_list("decision", flat=True)) == signed


def test_while_a_referral_is_open_none_begins() -> None:
    child = anybody()
    decide(take(ChildOfContact(child=child)), "assessment")
    decide(take(ChildOfContact(child=child)), "strategy_discussion")
    assert len(every(Referral)) == 1
    assert [each.outcome for each in every(ContactOutcome)] == ["NEW_REFERRAL_FLAG", "CP_ENQUIRY_FLAG"]


def test_a_referral_counts_from_the_contact_however_late_it_was_decided() -> None:
    child = anybody()
    first = take(ChildOfContact(child=child))
    decide(first, "assessment", on=date(2026, 6, 4))
    assert [each.began for each in every(Referral)] == [DAY]
    with as_builder():
        actions.close_referral(child_id=child, on=date(2026, 6, 5), reason="RC8", by=BUILDER)
    decide(take(ChildOfContact(child=child)), "assessment", on=date(2026, 6, 8))
    assert [each.began for each in every(Referral)] == [DAY, date(2026, 6, 5)]


GAPS = "sightline.practice.front_door.queries.gaps_of"


def test_with_essential_gaps_closing_needs_the_manager_and_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GAPS, lambda contact: ["Where he sleeps"])
    contact = take(ChildOfContact(child=anybody()))
    with pytest.raises(Refusal, match="limited information"):
        decide(contact, "close", **STOPS)
    decide(contact, "close", **STOPS, limited_because="The school is shut.", follow_up_on=date(2026, 6, 8))
    made = every(ContactDecision)[0]
    assert (made.on_limited_information, made.follow_up_on) == (True, date(2026, 6, 8))


@pytest.mark.parametrize("way", ["strategy_discussion", "assessment", "transfer", "open_work"])
def test_gaps_never_hold_up_what_protects(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setattr(GAPS, lambda contact: ["Where he sleeps"])
    decide(take(ChildOfContact(child=anybody())), way)
    assert len(every(ContactDecision)) == 1


def test_a_letter_says_in_plain_words_what_follows_from_each_decision() -> None:
    for words in (letters.FOLLOWS, letters.FOR_SERVICES):
        assert set(words) == set(Way)
        assert not {str(way.label) for way in Way} & set(words.values())
