"""Strategy discussions on screen: recorded once, shown only where they may be, corrected in a minute."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.access.actions import restrict
from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.children.actions import record_relationship
from sightline.foundation.children.models import Person
from sightline.foundation.documents.models import Passage
from sightline.practice.child_protection.models import (
    AgencyScale,
    StrategyDiscussion,
    StrategyOutcome,
)
from sightline.practice.child_protection.rules import Decision
from tests.builders.child_protection import (
    decision_for,
    enquiry_outcome,
    family,
    strategy_discussion,
)
from tests.builders.documents import person
from tests.builders.workforce import BUILDER, LONG_AGO, as_builder, involve, practitioner
from tests.practice.child_protection.pages import different_for, discussion, outcome_address, text_of, ticket

OF_THE_TEST = ("SET ROLE", "SELECT current_user")  # a client here shares its connection with the test

pytestmark = pytest.mark.django_db


def reference(child):
    with as_builder():
        return Person.objects.get(pk=child).reference


def record_address(child, *others):
    query = "&".join(["chosen=1", *(f"also={reference(other)}" for other in others)])
    return f"/child-protection/children/{child}/strategy-discussions/record/?{query}"


def hidden_sibling(of):
    """A brother whose record is restricted to others."""
    child, others = person("Zebedee"), [practitioner(), practitioner(role="service_manager")]
    with as_builder():
        for sibling in of:
            record_relationship(person_id=sibling, other_id=child, kind="sibling", began=LONG_AGO, by=BUILDER)
        restrict(
            person=child, category="high_risk", reason="A threat was made", asked_by="Head of service",
            readers=[other.pk for other in others], on=date(2026, 1, 6), by=BUILDER,
        )  # fmt: skip
    involve(child, practitioner=others[0])
    return child


def test_a_discussion_about_three_children_is_recorded_from_one_form(client_of):
    home = family(3)
    tia, leo, kit = home.children
    client, url = client_of(home.worker), record_address(tia, leo, kit)
    answers = discussion(
        **different_for(kit, "no_enquiries"), **{f"police-scale_{leo}": "5"}, **ticket(client.get(url))
    )
    response = client.post(url, answers)
    assert response.status_code == 302, response.content.decode()
    with as_builder():
        decided = {each.child_id: each.decision for each in StrategyOutcome.objects.all()}
        placed = {each.child_id: each.number for each in AgencyScale.objects.all()}
    assert decided == {tia: "begin_enquiries", leo: "begin_enquiries", kit: "no_enquiries"}
    assert placed == {tia: 3, leo: 5, kit: 3}
    assert "A manager is asked to agree" in text_of(client.get(response["Location"]))


def test_a_form_sent_twice_records_one_discussion(client_of):
    home = family(2)
    client, url = client_of(home.worker), record_address(*home.children)
    answers = discussion(**ticket(client.get(url)))
    assert [client.post(url, answers).status_code for _ in range(2)] == [302, 302]
    with as_builder():
        assert StrategyDiscussion.objects.count() == 1


def test_nothing_is_chosen_beforehand(client_of):
    home = family(2)
    text = text_of(client_of(home.worker).get(record_address(*home.children)))
    assert not re.search(r"<input[^>]*\bchecked\b", text)


def test_what_is_missing_is_said_in_sentences_and_nothing_is_lost(client_of):
    home = family(2)
    client, url = client_of(home.worker), record_address(*home.children)
    text = text_of(client.post(url, {"decided-all-reasons": "Bruises <b>seen</b>", **ticket(client.get(url))}))
    for sentence in (
        "Enter the date it was held",
        "Select how it was held",
        "Select the agencies that took part",
        "Select what was decided",
    ):
        assert sentence in text
    assert "Bruises &lt;b&gt;seen" in text


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"held_on-year": "2099"}, "must be on or before"),
        ({"police-scale": "11"}, "Enter a whole number from 0 to 10"),
        ({"police-scale": "six"}, "Enter a whole number from 0 to 10"),
        ({"held_at": "late"}, "Enter a time, like 14:30"),
        ({"passages-0-text": "He pushed me"}, "Select who this is about"),
        ({"decided-all-reasons": "x" * 20001}, "must be 20,000 characters or fewer"),
    ],
)
def test_a_wrong_answer_is_refused_with_a_sentence(client_of, answers, sentence):
    home = family(2)
    client, url = client_of(home.worker), record_address(*home.children)
    text = text_of(client.post(url, discussion(**ticket(client.get(url))) | answers))
    assert sentence in text
    with as_builder():
        assert not StrategyDiscussion.objects.exists()


def test_the_page_first_asks_who_it_was_about_and_never_names_a_restricted_brother(client_of):
    home = family(2)
    hidden = hidden_sibling(home.children)
    client = client_of(home.worker)
    text = text_of(client.get(f"/child-protection/children/{home.children[0]}/strategy-discussions/record/"))
    assert "Leo Bright" in text
    assert "Zebedee" not in text
    assert str(reference(hidden)) not in text
    assert client.get(record_address(home.children[0], hidden)).status_code == 404


def test_a_brother_in_another_team_is_not_offered(client_of):
    home = family(1)
    other = person("Leo")
    with as_builder():
        record_relationship(person_id=home.children[0], other_id=other, kind="sibling", began=LONG_AGO, by=BUILDER)
    client = client_of(home.worker)
    text = text_of(client.get(f"/child-protection/children/{home.children[0]}/strategy-discussions/record/"))
    assert "When was it held?" in text  # nobody else to choose: straight to the form
    assert client.get(record_address(home.children[0], other)).status_code == 404


def test_what_was_decided_for_a_sister_is_shown_only_once_her_record_is_opened_too(client_of):
    home = family(2)
    tia, leo = home.children
    held = strategy_discussion(home.children, decisions={leo: Decision.NO_ENQUIRIES})
    client = client_of(home.worker)
    alone = text_of(client.get(outcome_address(tia, held)))
    assert "Tia Bright: Begin section 47 enquiries" in alone
    assert "Leo Bright: No section 47 enquiries" not in alone
    together = text_of(client.get(outcome_address(tia, held) + "?together=1"))
    assert "Leo Bright: No section 47 enquiries" in together
    with as_builder():
        assert ReadEvent.objects.filter(opened=leo, via=tia, practitioner=home.worker.pk).count() == 1


def test_nothing_tells_that_a_restricted_brother_was_discussed(client_of):
    home = family(1)
    tia = home.children[0]
    hidden = hidden_sibling([tia])
    held = strategy_discussion([tia, hidden])
    client = client_of(home.worker)
    text = text_of(client.get(outcome_address(tia, held) + "?together=1"))
    text += text_of(client.get(f"/chronology/children/{tia}/")) + text_of(client.get(f"/oversight/children/{tia}/"))
    assert "Zebedee" not in text
    assert str(hidden) not in text
    assert "Held together about" not in text


def test_a_passage_about_one_of_them_stands_in_that_childs_record_only(client_of):
    home = family(2)
    tia, leo = home.children
    client, url = client_of(home.worker), record_address(tia, leo)
    passage = {
        "passages-0-about": [str(tia)], "passages-0-text": "I don't want him to know", "passages-0-may_know": "child",
    }  # fmt: skip
    assert client.post(url, discussion(**passage, **ticket(client.get(url)))).status_code == 302
    with as_builder():
        assert Passage.objects.get().may_know == "child"
        held = StrategyDiscussion.objects.get()
    assert "want him to know" in text_of(client.get(outcome_address(tia, held)))
    assert "want him to know" not in text_of(client.get(outcome_address(leo, held)))


ROUTES = [
    "", "strategy-discussions/record/", "strategy-discussions/{outcome}/", "strategy-discussions/{outcome}/correct/",
    "strategy-discussions/{outcome}/correct-details/", "enquiries/record/", "enquiries/{ending}/",
    "enquiries/{ending}/correct/", "enquiries/{ending}/withdraw/",
]  # fmt: skip


@pytest.fixture
def whole():
    """A child with a discussion and an enquiry that has ended."""
    home = family(1)
    child = home.children[0]
    held = strategy_discussion([child])
    keys = {"outcome": decision_for(child, held).pk, "ending": enquiry_outcome(child).pk}
    return home, [f"/child-protection/children/{child}/{route.format(**keys)}" for route in ROUTES]


def test_another_teams_worker_finds_none_of_it(client_of, whole):
    client = client_of(practitioner())
    assert {client.get(address).status_code for address in whole[1]} == {404}


def test_a_support_worker_of_the_family_reads_and_does_not_record(client_of, whole):
    home, addresses = whole
    helper = practitioner(role="assistant", team=home.worker.team)
    client = client_of(helper)
    seen = {address: client.get(address).status_code for address in addresses}
    assert list(seen.values()) == [200, 404, 200, 404, 404, 404, 200, 404, 404]


def test_every_page_takes_few_queries(client_of, whole, django_assert_max_num_queries):
    home, addresses = whole
    client = client_of(home.worker)
    for address in addresses:
        with django_assert_max_num_queries(25):
            assert client.get(address).status_code == 200


def test_as_many_queries_for_nine_children_as_for_two(client_of):
    def queries_of(number):
        home = family(number)
        held = strategy_discussion(home.children)
        client, url = client_of(home.worker), outcome_address(home.children[0], held) + "?together=1"
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return sum(not each["sql"].startswith(OF_THE_TEST) for each in captured)

    assert queries_of(9) <= queries_of(2) <= 25
