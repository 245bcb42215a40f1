"""Visits on screen: recorded once for several children, read with exact words first, corrected in a minute."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.documents.models import Passage
from sightline.foundation.visits.models import Seen, Visit
from tests.builders.child_protection import family
from tests.builders.visits import attempted_visit, seen_at
from tests.builders.visits import visit as made_visit
from tests.builders.workforce import as_builder, practitioner
from tests.foundation.visits.pages import not_seen, page_of, record_address, seen, sent, text_of, ticket, visit, words

pytestmark = pytest.mark.django_db


def test_one_visit_to_four_children_is_recorded_from_one_form(client_of):
    home = family(4)
    client, mae = client_of(home.worker), home.children[3]
    response = sent(client, record_address(*home.children), visit(**not_seen(mae)))
    assert response.status_code == 302, response.content.decode()
    with as_builder():
        said = {each.child_id: (each.seen, each.alone, each.counts_as, each.why_not) for each in Seen.objects.all()}
    assert said.pop(mae) == (False, None, [], "At football")
    assert set(map(str, said.values())) == {"(True, True, ['child_protection'], '')"}
    text = text_of(client.get(response["Location"]))
    assert "The visit is recorded." in text
    assert "Visit: seen, and seen alone" in text


def test_a_form_sent_twice_records_one_visit(client_of):
    home = family(2)
    client, url = client_of(home.worker), record_address(*home.children)
    answers = visit(**ticket(client.get(url)))
    assert [client.post(url, answers).status_code for _ in range(2)] == [302, 302]
    with as_builder():
        assert Visit.objects.count() == 1


def test_an_attempted_visit_needs_few_answers_and_counts_for_nothing(client_of):
    home = family(2)
    answers = {name: answer for name, answer in visit(account="Knocked twice").items() if not name.startswith("each")}
    response = sent(client_of(home.worker), record_address(*home.children, kind="attempted"), answers)
    assert response.status_code == 302, response.content.decode()
    with as_builder():
        assert [(each.seen, each.counts_as) for each in Seen.objects.all()] == [(False, []), (False, [])]


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"visited_on-year": "2099"}, "must be on or before"),
        ({"kind": ""}, "Select what the visit was for"),
        ({"each-all-seen": ""}, "Select whether the child was seen"),
        ({"each-all-alone": ""}, "Select whether the child was seen alone"),
        ({"each-all-alone": "no"}, "Enter why the child was not seen alone"),
        ({"each-all-counts_as": []}, "Select which kinds of visit it counts as, or that it counts as none"),
        ({"each-all-counts_as": ["in_care", "none"]}, "Untick “None of these”"),
        ({"each-all-counts_as": ["school_run"]}, "Choose which kinds of visit it counts as from the list"),
        ({"each-all-safe_tonight": "no"}, "Enter what is being done tonight"),
        ({"words-0-text": "He shouts"}, "Select who may know it"),
        ({"account-account": ""}, "Enter what you saw and heard"),
        ({"account-next_on-day": "31", "account-next_on-month": "5", "account-next_on-year": "2026"}, "not be before"),
    ],
)
def test_a_wrong_answer_is_refused_with_a_sentence_and_nothing_typed_is_lost(client_of, answers, sentence):
    home = family(2)
    typed = {"account-agreed": "To ring on Friday <b>"}
    text = text_of(sent(client_of(home.worker), record_address(*home.children), visit(**typed) | answers))
    assert sentence in text
    assert "To ring on Friday &lt;b&gt;" in text
    with as_builder():
        assert not Visit.objects.exists()


def test_a_visit_counts_as_none_only_where_somebody_said_so(client_of):
    home = family(2)
    tia, leo = home.children
    client, url = client_of(home.worker), record_address(tia, leo)
    assert ticked(text_of(client.get(url))) == []
    differs = {"each-different": [str(leo)], **seen(leo, seen="yes", alone="yes", counts_as=["none"])}
    assert sent(client, url, visit(**differs)).status_code == 302
    with as_builder():
        held = Visit.objects.get()
        assert (seen_at(tia, held).counts_as, seen_at(leo, held).counts_as) == (["child_protection"], [])
    assert "No kind of visit" in text_of(client.get(page_of(leo, held)))
    assert ticked(text_of(client.get(page_of(leo, held, "correct-child/")))) == ["none"]
    assert ticked(text_of(client.get(page_of(tia, held, "correct-child/")))) == ["child_protection"]


def test_of_a_child_who_was_not_seen_nobody_is_asked_what_the_visit_counts_as(client_of):
    home = family(1)
    tia = home.children[0]
    client, typed = client_of(home.worker), visit(**seen("all", seen="no", why_not_seen="At football"))
    del typed["each-all-counts_as"]
    assert sent(client, record_address(tia), typed).status_code == 302
    with as_builder():
        held = Visit.objects.get()
    assert ticked(text_of(client.get(page_of(tia, held, "correct-child/")))) == []


def ticked(text):
    """The kinds of visit that are chosen on a form."""
    return re.findall(r'name="[^"]*counts_as" type="checkbox" value="([^"]*)" checked', text)


def test_what_was_promised_last_time_stands_at_the_top(client_of):
    home = family(1)
    client, url = client_of(home.worker), record_address(home.children[0])
    assert "Agreed and promised" not in text_of(client.get(url))
    sent(client, url, visit(**{"account-agreed": "A bed by Friday"}))
    text = text_of(client.get(url))
    assert text.index("A bed by Friday") < text.index("When was the visit?")


def test_exact_words_stand_first_and_only_in_the_record_of_whose_they_are(client_of):
    home = family(2)
    tia, leo = home.children
    client = client_of(home.worker)
    assert sent(client, record_address(tia, leo), visit(**words(tia, "I hid behind the sofa"))).status_code == 302
    with as_builder():
        held = Visit.objects.get()
        assert [(each.about, each.may_know) for each in Passage.objects.all()] == [([tia], "child")]
    text = text_of(client.get(page_of(tia, held)))
    assert text.index("I hid behind the sofa") < text.index("Played football")
    assert "hid behind the sofa" not in text_of(client.get(page_of(leo, held)))


def test_an_only_child_is_not_asked_whose_words_they_are(client_of):
    home = family(1)
    client, url = client_of(home.worker), record_address(home.children[0])
    assert "words-0-about" not in text_of(client.get(url))
    spoken = {"words-0-text": "I like my bed", "words-0-may_know": "family"}
    assert sent(client, url, visit(**spoken)).status_code == 302
    with as_builder():
        assert Passage.objects.get().about == [home.children[0]]


def test_what_a_visit_was_for_a_sister_is_shown_only_once_her_record_is_opened_too(client_of):
    home = family(2)
    tia, leo = home.children
    held = made_visit(home.children, not_seen={leo: "With the grandmother"})
    client = client_of(home.worker)
    assert "With the grandmother" not in text_of(client.get(page_of(tia, held)))
    assert "With the grandmother" in text_of(client.get(page_of(tia, held) + "?together=1"))
    with as_builder():
        assert ReadEvent.objects.filter(opened=leo, via=tia, practitioner=home.worker.pk).count() == 1


CORRECTED = {
    "visited_on-day": "3", "visited_on-month": "6", "visited_on-year": "2026", "correction-reason": "Wrong day",
}  # fmt: skip


def test_a_wrong_date_is_corrected_for_every_child_and_the_first_stays_readable(client_of):
    home = family(2)
    tia, leo = home.children
    held = made_visit(home.children)
    client, before = client_of(home.worker), page_of(tia, held)
    answers = {**visit(visited_at=""), **CORRECTED}
    assert sent(client, page_of(tia, held, "correct/"), answers).status_code == 302
    assert "Visit, 3 June 2026" in text_of(client.get(page_of(leo, held)))
    text = text_of(client.get(before))
    assert "Visit, 1 June 2026" in text
    assert "This does not stand any more" in text
    assert "Why: Wrong day" in text_of(client.get(f"/chronology/children/{leo}/"))


def test_what_is_said_about_one_child_is_corrected(client_of):
    home = family(2)
    tia, leo = home.children
    held = made_visit(home.children)
    answers = {
        "seen-seen": "yes", "seen-alone": "no", "seen-why_not_alone": "Asked for mum", "seen-counts_as": ["none"],
        "seen-safe_tonight": "yes",
        "account-account": "Played in the yard.", "correction-reason": "Mum was there",
    }  # fmt: skip
    client, first = client_of(home.worker), page_of(tia, held, "correct-child/")
    response = sent(client, first, answers)
    assert response.status_code == 302, response.content.decode()
    assert "Asked for mum" in text_of(client.get(response["Location"]))
    with as_builder():
        assert (seen_at(tia, held).counts_as, seen_at(leo, held).alone) == ([], True)
        before = {"as_known_on": Seen.objects.get(child=tia, superseded_at__isnull=False).recorded_at.isoformat()}
    assert client.get(response["Location"], before).status_code == 404  # nobody knew the correction then


def test_a_visit_recorded_for_the_wrong_child_is_taken_back(client_of):
    home = family(2)
    held = made_visit(home.children)
    client, url = client_of(home.worker), page_of(home.children[0], held, "withdraw/")
    assert sent(client, url, {"reason": "It was the cousin"}).status_code == 302
    assert "No visits yet" in text_of(client.get(f"/visits/children/{home.children[0]}/"))
    assert "seen alone" in text_of(client.get(f"/visits/children/{home.children[1]}/"))


def test_three_failed_visits_ask_for_a_decision(client_of):
    home = family(1)
    for _ in range(3):
        attempted_visit(home.children)
    assert "Ask your manager to decide" in text_of(client_of(home.worker).get(f"/visits/children/{home.children[0]}/"))


WAYS = [
    "",
    "record/?chosen=1",
    "attempted/?chosen=1",
    "{seen}/",
    "{seen}/correct/",
    "{seen}/correct-child/",
    "{seen}/withdraw/",
]


@pytest.fixture
def whole():
    """A child with a visit, and every page about it."""
    home = family(1)
    child = home.children[0]
    seen = seen_at(child, made_visit([child])).pk
    return home, [f"/visits/children/{child}/{way.format(seen=seen)}" for way in WAYS]


def test_another_teams_worker_finds_none_of_it(client_of, whole):
    client = client_of(practitioner())
    assert {client.get(address).status_code for address in whole[1]} == {404}


@pytest.mark.parametrize(("role", "records"), [("assistant", 200), ("business_support", 404)])
def test_who_of_the_team_reads_and_who_records(client_of, whole, role, records):
    home, addresses = whole
    client = client_of(practitioner(role=role, team=home.worker.team))
    assert [client.get(each).status_code for each in addresses] == [
        200,
        records,
        records,
        200,
        records,
        records,
        records,
    ]


def test_every_page_takes_few_queries(client_of, whole, django_assert_max_num_queries):
    home, addresses = whole
    client = client_of(home.worker)
    for address in addresses:
        with django_assert_max_num_queries(25):
            assert client.get(address).status_code == 200


def test_as_many_queries_for_nine_children_as_for_two(client_of):
    def queries_of(number):
        home = family(number)
        held = made_visit(home.children)
        client, url = client_of(home.worker), page_of(home.children[0], held) + "?together=1"
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    assert queries_of(9) <= queries_of(2)
