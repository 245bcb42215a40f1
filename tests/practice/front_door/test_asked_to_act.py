"""Whoever is asked to act about a child opens the record for that reason, for as long as the asking waits."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.access.rules import Outcome
from sightline.foundation.agreements.actions import record_agreement
from sightline.foundation.agreements.rules import Asking
from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.notes import rules as notes
from sightline.foundation.notes.actions import record_note
from sightline.foundation.oversight.actions import answer_decisions, answer_direction, give_direction
from sightline.foundation.oversight.models import Direction, Waiting
from sightline.foundation.oversight.rules import Answered
from sightline.foundation.workforce import actions as workforce
from sightline.practice.early_help import actions as early_help
from sightline.practice.front_door import actions, rules
from sightline.practice.front_door.actions.night import AskedOfNight, DoneAtNight
from sightline.practice.front_door.queries.night import open_requests
from sightline.practice.front_door.rules import Decided
from tests.builders.child_protection import acting, family, in_the_name_of
from tests.builders.journey import contacted, essentials_known
from tests.builders.workforce import BUILDER, as_builder, practitioner
from tests.conftest import as_web
from tests.foundation.access.acting import decision, exclude, restrict

pytestmark = pytest.mark.django_db
NIGHT, STEP, SIGN = "Asked to act this night", "Asked to answer a step up or down", "Asked to sign a decision"
TOLD = {"why": "A bruise.", "summary": "School every day.", "family_told": True, "family_words": "Worried."}


@pytest.fixture
def home():
    return family(1)


@pytest.fixture
def night():
    """Somebody who answers at night, with a desk of their own."""
    return practitioner(role="out_of_hours")


def asks_the_night(home, nights=0):
    first = rules.night_of(timezone.now())
    asked = {home.children[0]: AskedOfNight("Ring at nine.", "Ring the police.")}
    with in_the_name_of(acting(home.worker)):
        actions.ask_night(asked=asked, first=first, until=first + timedelta(days=nights), by=acting(home.worker))


def did(home, night, what):
    with as_web(night, open=home.children):
        requests = open_requests(home.children, rules.night_of(timezone.now()))
        done = {home.children[0]: DoneAtNight("Rang.")}
        actions.record_night(done=done, what=what, at=timezone.now(), requests=requests, by=acting(night))


def basis(who, child):
    found = decision(who, child)
    return found.basis if found.outcome is Outcome.ALLOW else ""


def test_what_day_asks_opens_the_record_at_night_until_it_is_done(client_of, home, night) -> None:
    (child,) = home.children
    assert basis(night, child) == ""
    asks_the_night(home)
    assert basis(night, child) == NIGHT
    assert client_of(night).get(reverse("children:child", args=[child])).status_code == 200
    with as_builder():
        assert [each.basis for each in ReadEvent.objects.filter(opened=child, practitioner=night.pk)] == [NIGHT]
    did(home, night, "tried")
    assert basis(night, child) == NIGHT
    did(home, night, "visited")
    assert basis(night, child) == ""
    assert client_of(night).get(reverse("children:child", args=[child])).status_code == 302


def test_only_whoever_answers_at_night_is_asked(home) -> None:
    by_day, with_a_shift = practitioner(), practitioner(role="social_worker")
    now = timezone.now()
    shift = {"team_id": with_a_shift.team.pk, "began_at": now - timedelta(hours=1), "until": now + timedelta(hours=8)}
    with as_builder():
        workforce.put_on_duty(practitioner_id=with_a_shift.pk, **shift, out_of_hours=True, by=BUILDER)
    asks_the_night(home)
    assert [basis(each, home.children[0]) for each in (by_day, with_a_shift)] == ["", NIGHT]


def test_walls_stand_before_every_asking(home, night) -> None:
    (child,) = home.children
    asks_the_night(home)
    exclude(home.manager, child, night)
    assert decision(night, child).outcome is Outcome.NOT_FOUND
    other = practitioner(role="out_of_hours")
    restrict(home.manager, child, [home.manager, home.worker])
    assert decision(other, child).outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("answer", ["send_step_back", "accept_step"])
def test_a_manager_who_is_asked_to_take_a_step_opens_the_record_until_it_is_answered(home, answer) -> None:
    (child,), receiver, colleague = home.children, practitioner(role="team_manager"), practitioner()
    to = {"direction": "up", "to_team": receiver.team.pk, "risk_is_immediate": False}
    with as_web(home.worker, open=home.children):
        step = early_help.ask_step(child_id=child, on=london_today(), **to, **TOLD, by=acting(home.worker)).result
    assert [basis(each, child) for each in (receiver, colleague)] == [STEP, ""]
    with as_web(receiver, open=home.children):
        said = {"handover_id": step, "on": london_today(), "reasons": "A visit first."}
        getattr(early_help, answer)(child_id=child, **said, by=acting(receiver))
    assert basis(receiver, child) == ("" if answer == "send_step_back" else "In the team that holds the child")


def test_the_manager_of_who_closed_a_contact_of_nobody_s_child_signs_it_and_then_has_no_reason_any_more() -> None:
    (child, contact), manager = contacted(london_today()), practitioner(role="team_manager")
    worker, other = practitioner(manager=manager, team=manager.team), practitioner(role="team_manager")
    essentials_known(child, contact, london_today())
    with as_web(worker, open=(child,)):
        words = {"what_we_checked": "The school.", "what_we_found": "He is well.", "why_we_stop": "Nothing is left."}
        said = Decided(child, contact, rules.Way.CLOSE, "", **words)
        actions.decide_contacts(decisions=[said], on=london_today(), by=acting(worker))
    with as_builder():
        waiting = Waiting.objects.get(answer="")
    assert [basis(each, child) for each in (manager, other)] == [SIGN, ""]
    with as_web(manager, open=(child,)):
        given = Answered(waiting.kind, waiting.fact_id, child, answer="agree", reasons="", follow_up_on=None)
        answer_decisions(answers=[given], on=london_today(), by=acting(manager))
    assert basis(manager, child) == ""


def test_whoever_is_given_a_direction_opens_the_record_until_it_is_answered(home) -> None:
    (child,), owner = home.children, practitioner()
    asked = {"text": "Ring the school.", "why": "Nobody has.", "by_when": london_today(), "owner": owner.pk}
    with in_the_name_of(acting(home.manager)):
        give_direction(children=[child], on=london_today(), by=acting(home.manager), **asked)
    assert basis(owner, child) == "Asked to do something by a day"
    with as_web(owner, open=home.children):
        answered = {"answer": "done", "because": "", "new_date": None}
        answer_direction(direction=Direction.objects.get().pk, on=london_today(), **answered, by=acting(owner))
    assert basis(owner, child) == ""


def test_nobody_who_opened_a_record_once_keeps_it_open_by_asking_themselves(home) -> None:
    (child,), once, colleague = home.children, practitioner(role="team_manager"), practitioner()
    by, to = acting(once), once.team.pk
    told = {"joint_visit_on": london_today(), "partners": "School", **TOLD}
    with as_web(once, open=home.children):
        for owner in (once, colleague):
            step = notes.Step("Ring the school.", owner.pk, london_today() + timedelta(days=900))
            said = {"kind": "call", "with_whom": "School", "account": "Nobody was there.", "step": step}
            record_note(happened_on=london_today(), children=[child], **said, by=by)
        workforce.ask_transfer(children=[child], to_team=to, on=london_today(), **told, by=by)
        early_help.ask_step(child_id=child, on=london_today(), direction="up", to_team=to, **TOLD, by=by)
    assert [basis(each, child) for each in (once, colleague)] == ["", "Asked to do something by a day"]


def test_an_answer_of_a_partner_that_somebody_wrote_down_asks_them_nothing(home) -> None:
    (child,), once = home.children, practitioner()
    with as_web(once, open=home.children):
        yes = Asking(who="Mother", what_they_said="Yes.")
        said = {"to": "early_help", "answer": "agreed", "asked": yes}
        record_agreement(child_id=child, on=london_today(), **said, by=acting(once))
        to = {"direction": "down", "to_organisation": "A family hub"}
        step = early_help.ask_step(child_id=child, on=london_today(), **to, **TOLD, by=acting(once)).result
        said = {"handover_id": step, "answered_by": "The hub", "accepts": False, "reasons": "No room."}
        early_help.record_partner_answer(child_id=child, on=london_today(), **said, by=acting(once))
    assert basis(once, child) == ""
