"""Ending with a contact before the essential is known: nothing follows until a manager signs, for their reason."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.door import Refusal
from sightline.foundation.oversight.actions import answer_decisions
from sightline.foundation.oversight.models import Waiting
from sightline.foundation.oversight.rules import Answered
from sightline.foundation.timescales.models import ClockRow
from sightline.practice.front_door import actions, queries
from sightline.practice.front_door.models import (
    Contact,
    ContactDecision,
    ContactOutcome,
    DecisionPutToManager,
    OpenContact,
)
from tests.builders.child_protection import acting, in_the_name_of
from tests.builders.journey import told_by_return
from tests.builders.workforce import BUILDER, as_builder, practitioner
from tests.practice.child_protection.pages import text_of, ticket
from tests.practice.front_door.test_taking import MOST_QUERIES, SAID, TAKE, child, every, number, of, on

pytestmark = pytest.mark.django_db
CLOSES = {"decided-all-way": "close", "decided-all-with_advice": "no"} | {
    f"decided-all-{name}": "Said." for name in ("what_we_checked", "what_we_found", "why_we_stop")
}
LATER = london_today() + timedelta(days=7)


@pytest.fixture
def desk(client_of):
    """A worry that duty took and nobody named a concern for: the contact, duty and manager, and a way to post."""
    manager = practitioner(role="team_manager", telephone="01632 960 001")
    duty = practitioner(role="duty", team=manager.team, manager=manager)
    clients = {who.pk: client_of(who) for who in (manager, duty)}

    def send(who, address, **answers):
        client = clients[who.pk]
        return text_of(client.post(address, answers | ticket(client.get(address)), follow=True))

    send(duty, TAKE, **(SAID | on(london_today()) | child("Kit", "Bell")))
    return every(Contact)[0], duty, manager, send


def put(desk):
    """What duty put to a manager: to close the contact."""
    contact, duty, _, send = desk
    page = send(duty, of(contact, "decide/"), **CLOSES)
    assert "It waits for a manager, and nothing follows until one signs it" in page
    return every(DecisionPutToManager)[-1]


def questions(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return number(asked)


def waits_for(contact):
    with as_builder():
        return list(OpenContact.objects.filter(pk=contact.pk).values_list("waits_for", flat=True))


def test_whoever_closes_a_worry_without_its_kind_is_told_what_is_missing_and_asked_for_no_reason(desk):
    contact, duty, _, send = desk
    page = send(duty, of(contact, "decide/"))
    assert "no kind of concern was named" in page
    assert "Why do you decide it before this is known?" not in page


def test_nothing_follows_until_a_manager_signs_for_a_reason_of_their_own_by_a_day(desk, client_of):
    contact, duty, manager, send = desk
    waiting = put(desk)
    assert (every(ContactDecision), every(ContactOutcome)) == ([], [])
    assert waits_for(contact) == [["signature"]]
    with as_builder():
        assert ClockRow.objects.get(anchor_id=contact.pk).stopped is None
    assert questions(client_of(duty), of(contact)) <= MOST_QUERIES
    mine = text_of(client_of(manager).get("/"))
    address = re.search(r'href="(/[^"]*)"[^>]*>\s*A contact on limited information', mine)
    assert address
    bare = send(manager, address[1], **{"answer-all-answer": "agree"})
    assert "no kind of concern was named" in bare
    assert 0 < bare.index("What it is about") < bare.index("Comes hungry.") < bare.index("What was decided")
    assert all(f"{label}: Said." in bare for label in ("What we checked", "What we found", "Why we stop"))
    assert "Enter your own reason" in bare
    assert "Enter the day on which it is looked at again" in bare
    day = {f"answer-all-follow_up_on-{part}": str(getattr(LATER, part)) for part in ("day", "month", "year")}
    reason = {"answer-all-reasons": "The school sees him daily and rings us."}
    send(manager, address[1], **{"answer-all-answer": "agree"}, **reason, **day)
    (decision,) = every(ContactDecision)
    assert (decision.limited_because, decision.follow_up_on) == ("The school sees him daily and rings us.", LATER)
    assert (decision.recorded_by_id, decision.why_we_stop) == (manager.pk, "Said.")
    assert [each.outcome for each in every(ContactOutcome)] == ["NFA_FLAG"]
    assert waits_for(contact) == []
    assert questions(client_of(manager), of(contact)) <= MOST_QUERIES
    assert every(DecisionPutToManager)[0].pk == waiting.pk
    assert "The school sees him daily" in text_of(client_of(manager).get(of(contact)))


def answer(put, manager, **said):
    with in_the_name_of(acting(manager)):
        given = Answered(put._meta.label, put.pk, put.child_id, **said)
        answer_decisions(answers=[given], on=london_today(), by=acting(manager))


@pytest.mark.parametrize(
    ("reasons", "follow_up_on", "says"),
    [(" ", LATER, "the reason is yours"), ("So.", None, "looked at again"), ("So.", london_today(), "after today")],
)
def test_no_way_round_the_page_signs_without_reason_and_day(desk, reasons, follow_up_on, says):
    with pytest.raises(Refusal, match=says):
        answer(put(desk), desk[2], answer="agree", reasons=reasons, follow_up_on=follow_up_on)
    assert every(ContactDecision) == []


def test_what_is_sent_back_is_put_again_or_something_else_is_decided(desk):
    contact, duty, manager, send = desk
    first = put(desk)
    answer(first, manager, answer="send_back", reasons="Ring the school first.")
    assert waits_for(contact) == [["sent_back"]]
    assert "Ring the school first." in send(duty, of(contact))
    second = put(desk)
    with as_builder():
        assert list(Waiting.objects.values_list("fact_id", flat=True)) == [second.pk]


def test_while_it_waits_a_strategy_discussion_is_asked_for_at_once_and_nothing_waits_any_more(desk):
    contact, duty, _, send = desk
    put(desk)
    assert "Ring now" in send(duty, of(contact, "strategy-discussion/"))
    assert [each.way for each in every(ContactDecision)] == ["strategy_discussion"]
    with as_builder():
        assert not Waiting.objects.exists()


def test_a_manager_who_decides_says_their_own_reason_at_once(desk):
    contact, _, manager, send = desk
    assert "Enter your reason" in send(manager, of(contact, "decide/"), **CLOSES)
    day = {f"follow_up_on-{part}": str(getattr(LATER, part)) for part in ("day", "month", "year")}
    send(manager, of(contact, "decide/"), **CLOSES, limited_because="I know the family.", **day)
    assert [each.limited_because for each in every(ContactDecision)] == ["I know the family."]
    with as_builder():
        assert not Waiting.objects.filter(answer="").exists()


def test_a_kind_that_is_named_for_one_child_of_a_worry_is_named(desk):
    contact, *_ = desk
    with as_builder():
        assert queries.gaps_of(contact.pk) == ["What the worry is about: no kind of concern was named"]
        named = {"child_id": contact.child_id, "contact_id": contact.pk, "on": london_today(), "by": BUILDER}
        actions.name_concerns(concerns=["neglect"], **named)
        assert len(queries.gaps_of(contact.pk)) == 3


def test_brothers_and_sisters_wait_for_a_manager_for_what_is_not_known_of_the_one_whose_concern_is_named(desk):
    _, duty, _, send = desk
    both = {"children-rows": "0,1"} | child("Mae", "Trent") | child("Ash", "Trent", 1)
    send(duty, TAKE, **(SAID | on(london_today()) | both))
    mae, ash = every(Contact)[-2:]
    with as_builder():
        named = {"child_id": mae.child_id, "contact_id": mae.pk, "on": london_today(), "by": BUILDER}
        actions.name_concerns(concerns=["neglect"], **named)
        assert queries.gaps_of(ash.pk) == queries.gaps_of(mae.pk)
    page = send(duty, of(mae, "decide/"), **CLOSES)
    assert "Mae Trent" in page
    assert "Ash Trent" in page
    assert {each.contact_id for each in every(DecisionPutToManager)} == {mae.pk, ash.pk}
    assert every(ContactDecision) == []


@pytest.mark.parametrize("kind", ["family_asks", "court_request", "homeless"])
def test_what_is_no_worry_needs_no_kind_of_concern(desk, kind):
    _, duty, _, send = desk
    send(duty, TAKE, **(SAID | on(london_today()) | child("Mae", "Trent") | {"kind": kind}))
    with as_builder():
        assert queries.gaps_of(every(Contact)[-1].pk) == []


def test_a_contact_that_a_return_told_needs_no_kind_of_concern():
    _, key = told_by_return(date(2026, 3, 26))
    with as_builder():
        assert queries.gaps_of(key) == []


def test_the_way_to_sign_is_offered_to_those_who_may_sign(desk, client_of):
    contact, duty, manager, _ = desk
    put(desk)
    unregistered = practitioner(role="team_manager", team=manager.team, qualification="other")
    offered = [text_of(client_of(who).get(of(contact))) for who in (manager, duty, unregistered)]
    assert ["Sign it, or send it back" in page for page in offered] == [True, False, False]


def test_early_help_with_gaps_is_signed_too(desk):
    contact, duty, _, send = desk
    page = send(duty, of(contact, "decide/"), **{"decided-all-way": "early_help", "decided-all-reasons": "They ask."})
    assert "What waits for a manager" in page
    assert every(ContactDecision) == []


def test_the_time_left_of_a_contact_is_its_own_and_not_that_of_another_about_the_child(desk, client_of):
    contact, duty, _, send = desk
    yesterday = london_today() - timedelta(days=1)
    send(duty, f"/front-door/children/{contact.child_id}/contacts/record/", **(SAID | on(yesterday)))
    assert len(every(Contact)) == 2
    client = client_of(duty)
    for each in every(Contact):
        page = text_of(client.get(of(each)))
        assert page.count("Decision about a contact") == 1, page
