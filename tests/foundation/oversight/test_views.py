"""Oversight on screen: a manager answers for a family at once; words of managers stand in one thread."""

import pytest

from sightline.foundation.oversight.models import Direction, DirectionAnswer, ManagersDecision, OversightNote, Reply
from sightline.practice.child_protection.rules import Decision
from tests.builders.child_protection import acting, decision_for, family, strategy_discussion
from tests.builders.documents import person
from tests.builders.workforce import as_builder, involve, practitioner
from tests.practice.child_protection.pages import text_of, ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return family(3)


@pytest.fixture
def held(home):
    return strategy_discussion(home.children, by=acting(home.worker))


def answer_address(child, held):
    return f"/oversight/children/{child}/waiting/{decision_for(child, held).pk}/"


def sent_back(client, child, held):
    url = answer_address(child, held)
    answers = {
        "answer-all-answer": "send_back",
        "answer-all-reasons": "Say what keeps them safe",
        **ticket(client.get(url)),
    }
    assert client.post(url, answers).status_code == 302
    with as_builder():
        return ManagersDecision.objects.get(child=child)


def test_one_answer_covers_the_family_unless_it_differs_for_somebody(client_of, home, held):
    client, kit = client_of(home.manager), home.children[2]
    listed = text_of(client.get("/oversight/waiting/"))
    assert any(answer_address(child, held) in listed for child in home.children)
    url = answer_address(home.children[0], held)
    page = client.get(url)
    assert "One answer covers all of them" in text_of(page)
    differs = {
        "answer-different": [str(kit)],
        f"answer-{kit}-answer": "send_back",
        f"answer-{kit}-reasons": "Kit sleeps in the same room",
    }
    assert client.post(url, {"answer-all-answer": "agree", **differs, **ticket(page)}).status_code == 302
    with as_builder():
        answers = dict(ManagersDecision.objects.values_list("child", "answer"))
    assert answers == {home.children[0]: "agree", home.children[1]: "agree", kit: "send_back"}
    assert "Nothing waits for you" in text_of(client.get("/oversight/waiting/"))


def test_an_answer_sent_twice_has_one_effect(client_of, home, held):
    client, url = client_of(home.manager), answer_address(home.children[0], held)
    answers = {"answer-all-answer": "agree", **ticket(client.get(url))}
    assert [client.post(url, answers).status_code for _ in range(2)] == [302, 302]
    with as_builder():
        assert ManagersDecision.objects.count() == 3


def test_sending_back_says_why(client_of, home, held):
    client, url = client_of(home.manager), answer_address(home.children[0], held)
    text = text_of(client.post(url, {"answer-all-answer": "send_back", **ticket(client.get(url))}))
    assert "Say why you are sending it back" in text


def test_what_is_sent_back_can_be_replied_to_and_waits_again(client_of, home, held):
    child = home.children[0]
    manager, worker = client_of(home.manager), client_of(home.worker)
    decision = sent_back(manager, child, held)
    page = text_of(worker.get(f"/child-protection/children/{child}/strategy-discussions/{decision.about_id}/"))
    assert "Say what keeps them safe" in page
    url = f"/oversight/children/{child}/decisions/{decision.pk}/reply/"
    assert url in page
    assert worker.post(url, {"text": "They are at their grandmother's", **ticket(worker.get(url))}).status_code == 302
    with as_builder():
        assert Reply.objects.get().decision_id == decision.pk
    assert answer_address(child, held) in text_of(manager.get("/oversight/waiting/"))
    assert "They are at their grandmother" in text_of(worker.get(f"/oversight/children/{child}/"))


@pytest.mark.parametrize(("role", "replies"), [("assistant", False), ("social_worker", True)])
def test_the_way_to_reply_stands_only_for_who_may_reply(client_of, home, held, role, replies):
    child = home.children[0]
    decision = sent_back(client_of(home.manager), child, held)
    client = client_of(practitioner(role=role, team=home.worker.team))
    page = text_of(client.get(f"/child-protection/children/{child}/strategy-discussions/{decision.about_id}/"))
    assert "Say what keeps them safe" in page
    assert ("Reply to the manager" in page) is replies
    reply = client.get(f"/oversight/children/{child}/decisions/{decision.pk}/reply/")
    assert reply.status_code == (200 if replies else 404)


def test_a_managers_own_decision_stands_at_once_where_the_ladder_says_so(client_of, home):
    held = strategy_discussion(home.children, Decision.NO_ENQUIRIES, by=acting(home.manager))
    client = client_of(home.manager)
    assert "Nothing waits for you" in text_of(client.get("/oversight/waiting/"))
    assert "without asking anybody" in text_of(client.get(answer_address(home.children[0], held)))


def test_a_child_of_the_family_in_another_team_is_left_out_of_the_answer(client_of, home):
    elsewhere = person("Zebedee")
    involve(elsewhere, practitioner=practitioner())
    held = strategy_discussion([*home.children, elsewhere], by=acting(home.worker))
    client, url = client_of(home.manager), answer_address(home.children[0], held)
    page = client.get(url)
    assert "Zebedee" not in text_of(page)
    assert client.post(url, {"answer-all-answer": "agree", **ticket(page)}).status_code == 302
    with as_builder():
        assert not ManagersDecision.objects.filter(child=elsewhere).exists()


def test_notes_and_directions_stand_in_the_thread_and_in_the_chronology(client_of, home):
    child = home.children[0]
    manager, worker = client_of(home.manager), client_of(home.worker)
    url = f"/oversight/children/{child}/notes/record/"
    note = {"stance": "considered", "reasons": "Read the school's note"}
    assert manager.post(url, note | ticket(manager.get(url))).status_code == 302
    url = f"/oversight/children/{child}/directions/give/"
    asked = {
        "owner": str(home.worker.pk), "text": "See her alone", "why": "She asked",
        "by_when-day": "1", "by_when-month": "6", "by_when-year": "2099",
    }  # fmt: skip
    assert manager.post(url, asked | ticket(manager.get(url))).status_code == 302
    with as_builder():
        assert OversightNote.objects.count() == 1
        direction = Direction.objects.get()
    url = f"/oversight/children/{child}/directions/{direction.pk}/answer/"
    cannot = {"answer": "cannot", "because": "She is in hospital"}
    assert worker.post(url, cannot | ticket(worker.get(url))).status_code == 302
    with as_builder():
        assert DirectionAnswer.objects.get().because == "She is in hospital"
    thread = text_of(worker.get(f"/oversight/children/{child}/"))
    assert "Cannot be done" in thread
    assert "She is in hospital" in thread
    assert "Write an oversight note" not in thread
    assert "Oversight note: considered" in text_of(worker.get(f"/chronology/children/{child}/"))


def give_direction(client, child, owner, text="See her alone"):
    url = f"/oversight/children/{child}/directions/give/"
    asked = {
        "owner": str(owner.pk), "text": text, "why": "She asked",
        "by_when-day": "1", "by_when-month": "6", "by_when-year": "2099",
    }  # fmt: skip
    assert client.post(url, asked | ticket(client.get(url))).status_code == 302
    with as_builder():
        return Direction.objects.get(text=text)


def answer_direction(client, direction, **answers):
    url = f"/oversight/children/{direction.child_id}/directions/{direction.pk}/answer/"
    assert client.post(url, answers | ticket(client.get(url))).status_code == 302


def test_a_direction_stands_on_my_work_of_its_owner_until_it_is_done(client_of, home):
    manager, worker = client_of(home.manager), client_of(home.worker)
    direction = give_direction(manager, home.children[0], home.worker)
    url = f"/oversight/children/{direction.child_id}/directions/{direction.pk}/answer/"
    mine = text_of(worker.get("/"))
    assert "Asked of you" in mine
    assert url in mine
    assert "See her alone" not in mine  # its words stand at the record
    assert "by 1 June 2099" in text_of(worker.get(url))
    assert url not in text_of(manager.get("/"))
    later = {"new_date-day": "2", "new_date-month": "7", "new_date-year": "2099", "why_later": "She is away"}
    answer_direction(worker, direction, answer="new_date", **later)
    assert "You asked for 2 July 2099 instead." in text_of(worker.get("/"))
    answer_direction(worker, direction, answer="done")
    assert "Asked of you" not in text_of(worker.get("/"))


def test_a_direction_that_cannot_be_done_is_no_longer_owed(client_of, home):
    worker = client_of(home.worker)
    direction = give_direction(client_of(home.manager), home.children[0], home.worker)
    answer_direction(worker, direction, answer="cannot", because="She is in hospital")
    assert "Asked of you" not in text_of(worker.get("/"))


def test_another_teams_manager_finds_none_of_it(client_of, home, held):
    child = home.children[0]
    client = client_of(practitioner(role="assistant"))
    places = ["", "notes/record/", "directions/give/"]
    addresses = [f"/oversight/children/{child}/{place}" for place in places]
    addresses += [answer_address(child, held), "/oversight/waiting/"]
    assert {client.get(address).status_code for address in addresses} == {404}


def test_a_long_list_takes_as_many_queries_as_a_short_one(client_of, home, django_assert_max_num_queries):
    for _ in range(6):
        strategy_discussion(home.children, Decision.NO_ENQUIRIES, by=acting(home.worker))
    client = client_of(home.manager)
    client.get("/oversight/waiting/")
    with django_assert_max_num_queries(25):
        client.get("/oversight/waiting/")
