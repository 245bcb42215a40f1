"""A strategy discussion that nobody has: it stands first for whoever asked, and after ten minutes for those next."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sightline.foundation.workforce.actions import put_on_duty
from sightline.practice.front_door import actions
from sightline.practice.front_door.models import ContactDecision, DecidedContact
from tests.builders.child_protection import acting, in_the_name_of
from tests.builders.journey import contacted
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner, team
from tests.practice.child_protection.pages import text_of
from tests.practice.front_door.test_taking import MOST_QUERIES, number

pytestmark = pytest.mark.django_db
WAITS = "Strategy discussion asked for, and nobody has it yet"


@pytest.fixture
def desk(client_of):
    """Duty asked for a strategy discussion; their manager, somebody else on duty, and a stranger look at My work."""
    here = team("Front door team")
    manager = practitioner(role="team_manager", team=here, telephone="01632 960 001")
    duty, other = (practitioner(role="duty", team=here, manager=manager) for _ in range(2))
    stranger = practitioner(role="team_manager", team=team("Protection team"))
    now = timezone.now()
    with as_builder():
        shift = {"began_at": now - timedelta(hours=1), "until": now + timedelta(hours=7), "out_of_hours": False}
        put_on_duty(practitioner_id=other.pk, team_id=here.pk, by=BUILDER, **shift)
    child, contact = contacted(now.date())
    involve(child, kind="holding_team", team=here)
    with in_the_name_of(acting(duty)):
        actions.ask_at_once(contacts={child: contact}, by=acting(duty))

    def sees(who):
        return WAITS in text_of(client_of(who).get("/"))

    return child, duty, manager, other, stranger, sees


def so_long_ago(**ago):
    """The last that was done about it was so long ago."""
    moment = timezone.now() - timedelta(**ago)
    with as_builder():
        DecidedContact.objects.update(decided_at=moment, rung_at=moment)


def ring(child, by, rung, answer):
    with in_the_name_of(acting(by)):
        decision = ContactDecision.objects.get(child=child).pk
        told = {"telephone": rung.telephone, "answer": answer, "at": timezone.now()}
        actions.ring(child_id=child, decision_id=decision, rung=rung.pk, by=acting(by), **told)


def test_it_stands_first_for_whoever_asked_and_after_ten_minutes_for_manager_and_duty(desk, client_of):
    _, duty, manager, other, stranger, sees = desk
    assert [sees(who) for who in (duty, manager, other, stranger)] == [True, False, False, False]
    so_long_ago(minutes=11)
    assert [sees(who) for who in (duty, manager, other, stranger)] == [True, True, True, False]
    page = text_of(client_of(manager).get("/"))
    assert "Nobody answered in 10 minutes: ring the next person now." in page
    first = re.search(r"<h2[^>]*>([^<]*)", page.split("<main", 1)[1])
    assert first
    assert first[1].strip() == "Ring now"
    with as_builder():
        DecidedContact.objects.update(rung_at=None)
    assert "Nobody was rung" in text_of(client_of(manager).get("/"))
    so_long_ago(hours=25)
    assert not sees(duty), "a day later it rings no more"


def test_a_ring_without_an_answer_begins_the_ten_minutes_anew_and_one_with_an_answer_ends_them(desk):
    child, duty, manager, other, _, sees = desk
    so_long_ago(minutes=11)
    ring(child, duty, manager, "no_answer")
    assert [sees(who) for who in (duty, manager, other)] == [True, False, False]
    ring(child, duty, other, "has_it")
    assert not sees(duty)


def test_the_board_says_what_rings_with_few_questions(desk, client_of):
    _, _, manager, *_ = desk
    client = client_of(manager)
    assert WAITS in text_of(client.get("/front-door/"))
    for address in ("/front-door/", "/"):
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert number(asked) <= MOST_QUERIES, address
