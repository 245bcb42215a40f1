"""What a step leaves open is pointed out while it is typed, once it is recorded and in the plan; it stops nothing."""

from typing import Any

import pytest
from django.urls import reverse

from sightline.foundation.plans.models import Goal, Plan, Step
from tests.builders.people import child, worker_of
from tests.builders.plans import begun
from tests.builders.workforce import as_builder
from tests.foundation.documents.pages import Page

pytestmark = pytest.mark.django_db
WHEN = {"by_when-day": "2", "by_when-month": "4", "by_when-year": "2027"}


@pytest.fixture
def plan() -> Plan:
    return begun(child())


@pytest.fixture
def client(client_of: Any, plan: Plan) -> Any:
    return client_of(worker_of(plan.child))


def adding(plan: Plan) -> str:
    with as_builder():
        goal = Goal.objects.get(plan=plan)
    return reverse("plans:add_step", args=[plan.child_id, goal.pk])


def test_it_is_pointed_out_while_typing_and_what_is_still_empty_is_not(client: Any, plan: Plan) -> None:
    page = Page(client, adding(plan))
    assert 'data-words-of="text:pointed" hidden' in page.html
    said = page.save(text="Mum to engage with services", who="All professionals").json()["words"]
    assert sorted(said) == ["text:pointed", "who:pointed"]
    assert said["text:pointed"][0].startswith("“engage” does not say what exactly. Say what will be seen")
    assert page.save(text="Mum buys a bed on Friday", who="Mum").json()["words"] == {}


def test_a_step_that_could_be_clearer_is_recorded_and_says_so_there_and_in_the_plan(client: Any, plan: Plan) -> None:
    sent = {"text": "School to monitor attendance", "who": "School", **WHEN}
    shown = client.post(adding(plan), sent, follow=True).content.decode()
    assert "Worth another look: “monitor” does not say what exactly." in shown
    assert "Could be clearer: what exactly, how we will know" in shown
    assert "0 of 2 say who, what exactly, by when, how we will know and how it is now." in shown


def test_a_clear_step_has_nothing_to_be_pointed_out(client: Any, plan: Plan) -> None:
    sent = {"text": "Mum collects the bed on 2 April", "who": "Mum", "how_we_will_know": "Amina sees the bed", **WHEN}
    shown = client.post(adding(plan), sent, follow=True).content.decode()
    assert "Worth another look" not in shown
    assert "1 of 2 say who" in shown


def test_a_step_agreed_at_a_meeting_is_looked_at_too(client: Any, plan: Plan) -> None:
    page = Page(client, reverse("meetings:record", args=[plan.child_id]))
    said = page.save(**{"steps-0-text": "Continue to monitor", "steps-0-who": "All"}).json()["words"]
    assert sorted(said) == ["steps-0-text:pointed", "steps-0-who:pointed"]
    assert 'data-words-of="steps-0-text:pointed" hidden' in page.html
    with as_builder():
        assert Step.objects.filter(goal__plan=plan).count() == 1
