"""Each person of a family is asked and told by themselves; nobody behind a wall shows by being named here."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sightline.foundation.agreements import actions, queries
from sightline.foundation.agreements.models import Agreement, FamilyTold
from sightline.foundation.agreements.rules import About, Asking, Telling
from sightline.foundation.children import actions as people
from sightline.foundation.door import Refusal
from sightline.foundation.oversight.models import Waiting
from sightline.practice.child_protection.actions import correct_outcome
from tests.builders.child_protection import acting, enquiry_outcome, strategy_discussion
from tests.builders.people import adult, child, excluded, recorded, worker_of
from tests.builders.workforce import BUILDER, as_builder
from tests.conftest import as_web
from tests.foundation.chronology.facts import check_everything_derived
from tests.foundation.notes.pages import sent
from tests.foundation.visits.pages import text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DECIDED = TODAY - timedelta(days=7)


@pytest.fixture
def tia():
    """A child of nine with a mother who has parental responsibility and a father who was not asked for it yet."""
    return child(birth_date=TODAY - timedelta(days=9 * 366))


@pytest.fixture
def mother(tia):
    """The mother, who has parental responsibility."""
    found = adult(tia, "mother")
    recorded(
        people.record_parental_responsibility,
        person_id=tia.pk, other_id=found.pk, how="mother", evidence="told",
    )  # fmt: skip
    return found


@pytest.fixture
def worker(tia, mother):
    return worker_of(tia)


def done(who, tia, action, **asked):
    """What somebody did at the record of the child."""
    with as_web(who, open=[tia.pk]):
        return action(child_id=tia.pk, by=acting(who), **asked).result


def answered(who, tia, person, answer="agreed", on=DECIDED, **more):
    """What a person answered when asked to agree to an assessment."""
    asked = Asking(person=person.pk, how="in_person", **more)
    return done(who, tia, actions.record_agreement, on=on, to="assessment", answer=answer, asked=asked)


def decided(tia):
    """A strategy discussion, and the decision for the child."""
    with as_builder():
        strategy_discussion([tia.pk], on=DECIDED)
        (found,) = queries.decisions_of(tia.pk)
        return found


def waits(who, tia):
    """Whom decisions wait for, as somebody sees it."""
    with as_web(who, open=[tia.pk]):
        return [[each.name for each in whom] for _, whom in queries.waits_to_be_told(tia.pk, TODAY)]


def test_the_latest_answer_of_each_person_stands(tia, mother, worker):
    answered(worker, tia, mother)
    answered(worker, tia, tia, on=TODAY)
    with as_web(worker, open=[tia.pk]):
        assert queries.has_agreed(tia.pk, "assessment")
    with as_builder():
        assert Waiting.objects.count() == 0
    refused = answered(worker, tia, mother, "withdrawn", on=TODAY, what_they_said="Not with him there.")
    with as_builder():
        assert (Waiting.objects.get().fact_id, Waiting.objects.get().decision) == (refused, "agreement_refused")
    with as_web(worker, open=[tia.pk]):
        assert not queries.has_agreed(tia.pk, "assessment")
        assert [(each.whom, each.answer) for each in queries.agreement_of(tia.pk, "assessment")] == [
            ("Mel Bright", "withdrawn"),
            ("Tia Bright", "agreed"),
        ]
    check_everything_derived()


@pytest.mark.parametrize(
    ("answer", "asked", "sentence"),
    [
        ("withdrawn", {}, "They had not agreed to this before"),
        ("not_agreed", {}, "Say what they said"),
        ("maybe", {}, "what the answer was"),
    ],
)
def test_what_an_answer_cannot_do_without(tia, mother, worker, answer, asked, sentence):
    with pytest.raises(Refusal, match=sentence):
        answered(worker, tia, mother, answer, **asked)


def test_somebody_who_is_not_in_the_record_is_not_named_by_key(tia, worker):
    stranger = adult(child("Leo"), "father", "Dan", "Roe")
    with pytest.raises(Refusal, match="not in the child's record"):
        answered(worker, tia, stranger)


def test_a_decision_waits_for_each_holder_of_responsibility_and_the_child(tia, mother, worker):
    decision = decided(tia)
    assert waits(worker, tia) == [["Mel Bright", "Tia Bright"]]
    about = About(decision.kind, decision.key)
    told = Telling(person=mother.pk, on=TODAY, told_by="Asha", how="in_person", their_reply="Good.")
    unsafe = Telling(person=tia.pk, on=TODAY, why_not_safe="The interview comes first.")
    done(worker, tia, actions.record_told, about=about, told=[told])
    assert waits(worker, tia) == [["Tia Bright"]]
    done(worker, tia, actions.record_told, about=about, told=[unsafe])
    assert waits(worker, tia) == []


@pytest.mark.parametrize(
    ("telling", "sentence"),
    [
        ({"how": "in_person", "why_not_safe": "He was there."}, "or why it was not safe"),
        ({}, "or why it was not safe"),
        ({"how": "in_person", "on": DECIDED - timedelta(days=1)}, "Nobody was told of it before"),
    ],
)
def test_what_a_telling_cannot_do_without(tia, mother, worker, telling, sentence):
    decision = decided(tia)
    said = Telling(**{"person": mother.pk, "on": TODAY, **telling})
    with pytest.raises(Refusal, match=sentence):
        done(worker, tia, actions.record_told, about=About(decision.kind, decision.key), told=[said])


def test_a_small_child_and_an_unborn_one_do_not_wait():
    small, unborn = child(birth_date=TODAY - timedelta(days=700)), child(expected_on=TODAY + timedelta(days=60))
    with as_builder():
        assert [(each.name, each.waits) for each in queries.whom_to_tell(small.pk, TODAY)] == [("Tia Bright", False)]
        assert queries.whom_to_tell(unborn.pk, TODAY) == []


def test_the_authority_is_not_told_by_itself_where_an_order_gives_it_responsibility(tia, mother):
    recorded(
        people.record_parental_responsibility,
        person_id=tia.pk, holder="Eastmere Council", how="care_order", evidence="told",
    )  # fmt: skip
    with as_builder():
        assert [each.name for each in queries.whom_to_tell(tia.pk, TODAY)] == [str(mother), "Tia Bright"]


def test_an_adult_behind_a_wall_does_not_show_by_being_named(tia, mother, worker):
    decision = decided(tia)
    answered(worker, tia, mother)
    said = Telling(person=mother.pk, on=TODAY, how="in_person", told_by="Asha", their_reply="Good.")
    done(worker, tia, actions.record_told, about=About(decision.kind, decision.key), told=[said])
    excluded(mother, worker)
    with as_web(worker, open=[tia.pk]):
        assert queries.agreements_of(tia.pk) == []
        assert queries.told_about(decision.key) == []
        assert not Agreement.objects.exists()
        assert not FamilyTold.objects.exists()
    assert waits(worker, tia) == [["Tia Bright"]]


def test_a_page_asks_of_each_person_and_records_once(client_of, tia, mother, worker):
    with as_builder():
        strategy_discussion([tia.pk], on=DECIDED, decision="begin_enquiries")
        enquiry_outcome(tia.pk, on=TODAY, outcome="not_substantiated")
        decision = queries.decisions_of(tia.pk)[0]
    client, url = client_of(worker), f"/agreements/children/{tia.pk}/decisions/{decision.key}/told/"
    page = text_of(client.get(url))
    assert "in writing, that the concerns were not substantiated" in page
    assert "Mel Bright: has parental responsibility" in page
    day = {f"of-{mother.pk}-on-{part}": str(getattr(TODAY, part)) for part in ("day", "month", "year")}
    mums = {
        "told": "told", "told_by": "Asha", "how": "in_person", "language": "Polish", "interpreter": "independent",
        "their_reply": "At last.", "told_how_to_complain": "yes",
    }  # fmt: skip
    answers = {f"of-{mother.pk}-{name}": answer for name, answer in mums.items()} | day
    sent(client, url, answers | {f"of-{tia.pk}-told": "not_yet"})
    with as_builder():
        (told,) = FamilyTold.objects.all()
        assert (told.person_id, told.language, told.told_how_to_complain) == (mother.pk, "Polish", True)
    overview = text_of(client.get(f"/agreements/children/{tia.pk}/"))
    assert "Still to tell" in overview


def test_a_decision_put_right_takes_along_whom_it_was_told_to(tia, mother, worker):
    decision = decided(tia)
    said = Telling(person=mother.pk, on=TODAY, how="in_person", told_by="Asha", their_reply="Good.")
    done(worker, tia, actions.record_told, about=About(decision.kind, decision.key), told=[said])
    with as_builder():
        right = {"decision": "no_enquiries", "reasons": "Seen well.", "scales": (), "why": "Typed wrongly"}
        correct_outcome(wrong=decision.key, child=tia.pk, by=BUILDER, **right)
    assert waits(worker, tia) == [["Tia Bright"]]


def test_decisions_can_be_asked_for_from_a_day_on(tia, mother, worker):
    with as_builder():
        strategy_discussion([tia.pk], on=date(2020, 6, 1))
        assert len(queries.waits_to_be_told(tia.pk, TODAY)) == 1
        assert queries.waits_to_be_told(tia.pk, TODAY, since=TODAY - timedelta(days=180)) == []


def test_what_is_due_says_of_which_decisions_the_family_was_not_told(tia, mother, worker, client_of):
    client, due = client_of(worker), f"/people/children/{tia.pk}/due/"
    assert "Decisions to tell the family of" not in text_of(client.get(due))
    found = decided(tia)
    with CaptureQueriesContext(connection) as asked:
        text = text_of(client.get(due))
    assert len(asked) <= 25
    assert "Still to tell: Mel Bright, Tia Bright" in text
    for person in (mother, tia):
        told = Telling(person=person.pk, on=TODAY, told_by="Asha", how="in_person", their_reply="Good.")
        done(worker, tia, actions.record_told, about=About(found.kind, found.key), told=[told])
    assert "Decisions to tell the family of" not in text_of(client.get(due))
