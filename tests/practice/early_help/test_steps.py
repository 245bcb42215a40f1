"""Steps up and down: never without the family's yes downwards, never delayed upwards, and the receiver answers."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.agreements.actions import record_agreement
from sightline.foundation.agreements.queries import waits_to_be_told
from sightline.foundation.agreements.rules import Asking
from sightline.foundation.calendar.working_days import working_days_after
from sightline.foundation.door import Refusal
from sightline.foundation.oversight.models import Waiting
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.workforce import queries as workforce
from sightline.practice.early_help import actions, queries
from sightline.practice.early_help.models import EarlyHelpEpisode, EarlyHelpLead, FirstContact, Service, StepHandover
from tests.builders.child_protection import acting, family
from tests.builders.journey import done as done_by_builder
from tests.builders.measures import told
from tests.builders.people import child
from tests.builders.workforce import as_builder, involve, practitioner
from tests.conftest import as_web
from tests.foundation.chronology.facts import check_everything_derived
from tests.foundation.notes.pages import sent
from tests.foundation.visits.pages import text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
TOLD = {"why": "Mornings work.", "summary": "School every day.", "family_told": True, "family_words": "Glad."}


@pytest.fixture
def home():
    return family(1)


@pytest.fixture
def receiver():
    """A manager of another team."""
    return practitioner(role="team_manager")


def done(who, home, action, **asked):
    """What somebody did at the record of the child."""
    with as_web(who, open=home.children):
        return action(child_id=home.children[0], by=acting(who), **asked).result


def agreed(home, answer="agreed"):
    """What the mother answered to an offer of early help."""
    asked = Asking(who="Mother", what_they_said="Yes, with the same worker.")
    done(home.worker, home, record_agreement, on=TODAY, to="early_help", answer=answer, asked=asked)


def asked(home, direction="down", **more):
    """A step that was asked for."""
    return done(home.worker, home, actions.ask_step, direction=direction, on=TODAY, **TOLD, **more)


def test_a_step_down_needs_the_family_s_yes(home, receiver):
    with pytest.raises(Refusal, match="needs the family's yes"):
        asked(home, to_team=receiver.team.pk)
    agreed(home, "not_agreed")
    with pytest.raises(Refusal, match="needs the family's yes"):
        asked(home, to_team=receiver.team.pk)
    agreed(home)
    asked(home, to_team=receiver.team.pk)
    with as_builder():
        assert Waiting.objects.filter(decision="step_down").count() == 1
        assert len(waits_to_be_told(home.children[0], TODAY)) == 1
        assert workforce.holding_team(home.children[0]).team_id == home.manager.team.pk
    check_everything_derived()


def test_it_is_sent_back_asked_again_and_accepted(home, receiver):
    agreed(home)
    step = {"handover_id": asked(home, to_team=receiver.team.pk), "on": TODAY}
    with pytest.raises(Refusal, match="Only"):
        done(home.manager, home, actions.accept_step, **step, reasons="We can.")
    done(receiver, home, actions.send_step_back, **step, reasons="Who rings the school?")
    with pytest.raises(Refusal, match="sent back already"):
        done(receiver, home, actions.send_step_back, **step, reasons="Again.")
    done(home.worker, home, actions.ask_step_again, **step, reasons="Jo does.")
    done(receiver, home, actions.accept_step, **step, reasons="A visit first.", who_leads="Jo Carr")
    with as_builder():
        assert workforce.holding_team(home.children[0]).team_id == receiver.team.pk
        assert workforce.allocated_worker(home.children[0]) is None
        assert EarlyHelpLead.objects.get().name == "Jo Carr"
        assert StepHandover.objects.get().outcome == "accepted"
        assert queries.look_back(StepHandover.objects.get()).came_back is None
    with pytest.raises(Refusal, match="settled since"):
        done(home.worker, home, actions.withdraw_step, **step, reasons="Late.")
    check_everything_derived()


def test_immediate_risk_never_waits(home, receiver):
    step = asked(home, "up", to_team=receiver.team.pk, risk_is_immediate=True)
    with as_builder():
        assert workforce.holding_team(home.children[0]).team_id == receiver.team.pk
        assert Waiting.objects.count() == 0
        assert ClockRow.objects.get(timescale="step_handover").start == TODAY
    with pytest.raises(Refusal, match="nothing is sent back"):
        done(receiver, home, actions.send_step_back, handover_id=step, on=TODAY, reasons="Full.")
    done(receiver, home, actions.accept_step, handover_id=step, on=TODAY, reasons="Visited.")
    check_everything_derived()


@pytest.mark.parametrize(("direction", "days"), [("up", 5), ("down", 10)])
def test_the_family_is_met_within_days_that_are_counted(home, receiver, direction, days):
    agreed(home)
    step = asked(home, direction, to_team=receiver.team.pk)
    with as_builder():
        assert not ClockRow.objects.filter(timescale="step_handover").exists()  # both have not decided yet
    done(receiver, home, actions.accept_step, handover_id=step, on=TODAY, reasons="Yes.")
    with as_builder():
        clock = ClockRow.objects.get(timescale="step_handover")
        assert (clock.start, clock.due) == (TODAY, working_days_after(TODAY, days))
    met = {"with_whom": "Mother and both workers", "who_leads": "Jo", "account": "A plan for mornings."}
    done(home.worker, home, actions.record_first_contact, handover_id=step, on=TODAY, **met)
    with as_builder():
        assert ClockRow.objects.get(timescale="step_handover").stopped == TODAY
    check_everything_derived()


@pytest.mark.parametrize(
    ("direction", "answer", "met", "start", "due"),
    [
        ("up", {"outcome": "accepted", "ended": date(2026, 3, 9)}, None, date(2026, 3, 9), date(2026, 3, 16)),
        ("down", {"outcome": "accepted", "ended": date(2026, 3, 9)}, None, date(2026, 3, 9), date(2026, 3, 23)),
        ("up", {"risk_is_immediate": True}, None, date(2026, 3, 2), date(2026, 3, 9)),
        ("down", {}, date(2026, 3, 5), date(2026, 3, 5), date(2026, 3, 19)),  # met before anybody wrote the answer
        ("down", {}, None, None, None),
        ("up", {"outcome": "withdrawn", "ended": date(2026, 3, 9)}, None, None, None),
    ],
)
def test_the_days_count_from_when_both_had_decided(direction, answer, met, start, due):
    """Asked on Monday 2 March 2026."""
    about = child()
    step = StepHandover(child=about, began=date(2026, 3, 2), direction=direction, to_organisation="Hub", **answer)
    said = {"with_whom": "Mother", "who_leads": "Jo", "account": "Mornings."}
    told(step, *([FirstContact(child=about, handover=step, happened=met, **said)] if met else []))
    found = [(each.start, each.due) for each in ClockRow.objects.filter(timescale="step_handover")]
    assert found == ([(start, due)] if start else [])


def test_a_step_up_ends_early_help_and_another_organisation_answers_by_telephone(home, receiver):
    agreed(home)
    step = {"handover_id": asked(home, to_organisation="Hill Road Primary"), "on": TODAY}
    with pytest.raises(Refusal, match="Write down what it answered"):
        done(receiver, home, actions.accept_step, **step, reasons="Yes.")
    answer = {"answered_by": "Jo Carr, head", "reasons": "Gladly."}
    done(home.worker, home, actions.record_partner_answer, **step, accepts=True, who_leads="Jo Carr", **answer)
    up = asked(home, "up", to_team=receiver.team.pk)
    done(receiver, home, actions.accept_step, handover_id=up, on=TODAY, reasons="Assessment.")
    with as_builder():
        assert EarlyHelpEpisode.objects.get().ended == TODAY
    check_everything_derived()


def test_the_receiver_finds_it_on_my_work_and_answers_on_its_page(client_of, home, receiver):
    involve(home.children[0], "co_worker", practitioner=receiver)
    agreed(home)
    step = asked(home, to_team=receiver.team.pk)
    client, where = client_of(receiver), [home.children[0], step]
    assert "Steps up and down" in text_of(client.get("/"))
    page = reverse("early_help:step", args=where)
    with CaptureQueriesContext(connection) as queried:
        assert "Send back with reasons" in text_of(client.get(page))
    assert len([each for each in queried if "SAVEPOINT" not in each["sql"]]) <= 27  # two of them set the test's role
    sent(client, reverse("early_help:send_back", args=where), day() | {"reasons": "Who rings the school?"})
    sent(client_of(home.worker), reverse("early_help:ask_again", args=where), day() | {"reasons": "Jo does."})
    sent(client, reverse("early_help:accept", args=where), day() | {"reasons": "A visit.", "who_leads": "Jo"})
    shown = text_of(client.get(page))
    assert "We look back on" in shown
    assert "Who rings the school?" in shown
    assert "Jo leads" in text_of(client.get(reverse("early_help:overview", args=where[:1])))


def test_a_page_asks_for_a_step_up_and_for_one_down(client_of, home, receiver):
    agreed(home)
    client, said = (
        client_of(home.worker),
        {"why": "Worse", "summary": "Hungry", "family_told": "yes", "family_said": "No"},
    )
    down = reverse("early_help:step_down", args=home.children)
    sent(client, down, said | {"to_team": "elsewhere", "to_organisation": "Hill Road Primary"})
    with as_builder():
        step = StepHandover.objects.get()
    sent(client, reverse("early_help:withdraw", args=[*home.children, step.pk]), day() | {"reasons": "Worse again"})
    up = reverse("early_help:step_up", args=home.children)
    sent(client, up, said | {"to_team": str(receiver.team.pk), "risk_is_immediate": "yes"})
    with as_builder():
        assert [each.direction for each in StepHandover.objects.order_by("recorded_at")] == ["down", "up"]


def test_a_manager_keeps_the_directory_and_everybody_searches_it(client_of, home):
    manager, worker, url = client_of(home.manager), client_of(home.worker), reverse("early_help:services")
    assert "No service is in the directory yet" in text_of(manager.get(url))
    said = {
        "name": "Sleep Well", "provider": "Eastmere Health", "for_whom": "Families whose child does not sleep",
        "from_age": "2", "to_age": "9", "how_to_ask": "Ring 01632 960000", "capacity": "Two weeks",
    }  # fmt: skip
    sent(manager, reverse("early_help:add_service"), said)
    with as_builder():
        service = Service.objects.get()
    assert "Sleep Well" in text_of(worker.get(f"{url}?words=sleep+health&age=5"))
    assert "No service fits" in text_of(worker.get(f"{url}?age=12"))
    change = reverse("early_help:service", args=[service.pk])
    assert worker.get(change).status_code == 404
    sent(manager, change, said | {"capacity": "Six weeks"})
    with as_builder():
        assert [each.capacity for each in queries.services_for("sleep", 4)] == ["Six weeks"]
    closed = {f"closed_on-{part}": str(getattr(TODAY, part)) for part in ("day", "month", "year")}
    sent(manager, change, said | closed)
    assert "Sleep Well" not in text_of(worker.get(url))
    assert "Closed services" in text_of(manager.get(url))
    assert change in manager.get(url).content.decode()
    sent(manager, change, said)
    assert "Sleep Well" in text_of(worker.get(url))


def test_help_that_lasts_leads_to_its_plans(client_of, home):
    child, client = home.children[0], client_of(home.worker)
    done_by_builder(
        actions.begin_early_help, child, who_agreed="Mother", on=TODAY, organisation="Centre", reason="Sleep"
    )
    page = reverse("early_help:overview", args=[child])
    client.get(page)
    with CaptureQueriesContext(connection) as asked:
        content = client.get(page).content.decode()
    assert reverse("plans:plans", args=[child]) in content
    assert len(asked) <= 25


def day():
    """Today, as a form asks for it."""
    return {f"on-{part}": str(getattr(TODAY, part)) for part in ("day", "month", "year")}
