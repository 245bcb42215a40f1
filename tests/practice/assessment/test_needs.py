"""Needs that lead somewhere: to a service of the directory, or to a step of the plan that says whose words it is of."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.children.models import Child
from sightline.foundation.documents.making.kinds import Reader
from sightline.foundation.documents.rules.passages import Audience, Recipient
from sightline.foundation.plans import presenters as plans
from sightline.foundation.plans.actions import begin_plan
from sightline.foundation.plans.models import Step
from sightline.practice.assessment import actions
from sightline.practice.assessment.models import NeedFound
from sightline.practice.assessment.rules import Answer
from sightline.practice.early_help.actions.services import ServiceSaid, add_service, change_service
from sightline.practice.early_help.models import Service
from tests.builders.child_protection import Family, family
from tests.builders.people import adult
from tests.builders.workforce import BUILDER, as_builder, made
from tests.foundation.children.test_query_counts import SET_UP
from tests.practice.assessment.test_findings import NEED, STEP, VIEW, do, of_work
from tests.practice.assessment.test_pages import MOST, hidden, written
from tests.practice.assessment.test_work import LATER, begin
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
WORDS = "I want the bed by the window back."


@pytest.fixture
def home() -> Family:
    return family(2)


def agree_plan(child: Any, on: date = LATER, kind: str = "child_in_need") -> Any:
    with as_builder():
        return made(begin_plan(child=child, kind=kind, began=on, goals=[], by=BUILDER))


def hear_and_answer(home: Family, work: Any, answer: Answer = STEP, **said: Any) -> None:
    """The first child says something, and a need with an answer comes of it."""
    view = do(home, actions.record_view, **of_work(home, work, **VIEW | {"words": WORDS} | said)).made
    do(home, actions.record_need, **of_work(home, work, **NEED, answer=answer, heard=view))


def step_of(home: Family) -> Any:
    with as_builder():
        return Step.objects.filter(child=home.children[0]).select_related("goal").first()


def test_a_step_becomes_one_of_the_open_plan_and_the_plan_says_from_whose_words(client_of: Any, home: Family) -> None:
    plan, work = agree_plan(home.children[0]), begin(home)
    hear_and_answer(home, work)
    step = step_of(home)
    assert (step.text, step.who, step.starts_on) == ("The window is mended", "Tom", STEP.starts_on)
    assert (step.goal.text, step.goal.plan_id) == ("Quiet nights", plan)
    page = text_of(client_of(home.worker).get(f"/plans/children/{home.children[0]}/{plan}/"))
    assert f"It came from the child’s words on 12 June 2026: “{WORDS}”" in page
    assert "A step of the child in need plan" in text_of(client_of(home.worker).get(written(home, work))).replace(
        "Child in need", "child in need"
    )


def test_a_step_waits_until_a_plan_is_agreed_and_joins_only_that_one(client_of: Any, home: Family) -> None:
    work = begin(home)
    hear_and_answer(home, work)
    assert step_of(home) is None
    assert "It waits for a plan of the child" in text_of(client_of(home.worker).get(written(home, work)))
    agree_plan(home.children[0], kind="safety")
    assert step_of(home) is None, "a safety plan is no place for it"
    plan = agree_plan(home.children[0], on=date(2026, 7, 1))
    step = step_of(home)
    assert step.goal.plan_id == plan
    assert step.by_when == date(2026, 7, 1), "no step is past its day when it is agreed"
    agree_plan(home.children[0], on=date(2026, 7, 1), kind="child_protection")
    with as_builder():
        assert Step.objects.filter(child=home.children[0]).count() == 1
    assert "It waits for a plan" not in text_of(client_of(home.worker).get(written(home, work)))


def test_what_a_child_kept_from_a_parent_is_in_no_copy_of_the_plan_for_one(home: Family) -> None:
    plan, work = agree_plan(home.children[0]), begin(home)
    hear_and_answer(home, work, may_know="child")
    with as_builder():
        mum = adult(Child.objects.get(pk=home.children[0]), "mother")
    with as_builder():
        child = Child.objects.get(pk=home.children[0])
        mother = Recipient(Audience.PARENT, mum.pk)
        copies = {
            reader.recipient.audience: repr(plans.made(child, plan, reader, LATER))
            for reader in (Reader("child", "Tia", Recipient(Audience.CHILD)), Reader("mother", "Mum", mother))
        }
    assert WORDS in copies[Audience.CHILD]
    assert WORDS not in copies[Audience.PARENT]
    assert "The window is mended" in copies[Audience.PARENT]


def test_a_view_points_at_the_step_it_changed(client_of: Any, home: Family) -> None:
    plan, work = agree_plan(home.children[0]), begin(home)
    do(home, actions.record_need, **of_work(home, work, **NEED, answer=STEP))
    client, url = client_of(home.worker), written(home, work, "views/")
    page = text_of(client.get(url))
    assert "Step of the plan: The window is mended" in page
    answers = {
        "children": str(home.children[0]), "on-day": "12", "on-month": "6", "on-year": "2026", "issue": "The window",
        "kind": "own", "words": WORDS, "seen": "alone", "may_know": "family", "changed": "Sooner.",
        "changed_in": f"step:{step_of(home).pk}",
    }  # fmt: skip
    assert "The view is recorded" in text_of(client.post(url, hidden(page) | answers, follow=True))
    assert WORDS in text_of(client.get(f"/plans/children/{home.children[0]}/{plan}/"))


def test_a_service_is_chosen_from_the_directory_and_a_closed_one_is_not_offered(client_of: Any, home: Family) -> None:
    said = ServiceSaid(name="Young carers’ evening", provider="Eastmere Carers", for_whom="Any", how_to_ask="Ring")
    with as_builder():
        service = made(add_service(said=said, by=BUILDER))
        shut = made(add_service(said=replace(said, name="Night nursery"), by=BUILDER))
        gone = Service.objects.get(pk=shut)
        shut_said = replace(said, name="Night nursery")
        change_service(service_id=gone.pk, seen=gone.version, said=shut_said, closed_on=LATER, by=BUILDER)
    work, client = begin(home), client_of(home.worker)
    page = text_of(client.get(written(home, work, "needs/")))
    assert "Young carers’ evening, Eastmere Carers" in page
    assert "Night nursery" not in page
    answers = {
        "children": [str(each) for each in home.children], "on-day": "12", "on-month": "6", "on-year": "2026",
        "need": "Company", "answered": "service", "service": str(service), "may_know": "undecided",
        "service_from-day": "20", "service_from-month": "6", "service_from-year": "2026",
    }  # fmt: skip
    sent = text_of(client.post(written(home, work, "needs/"), hidden(page) | answers, follow=True))
    assert "The need is recorded" in sent
    with as_builder():
        found = NeedFound.objects.filter(child__in=home.children)
        assert {(each.service_id, str(each.starts_on)) for each in found} == {(service, "2026-06-20")}
        assert not Step.objects.exists()


def test_the_pages_of_needs_and_plans_ask_a_constant_number_of_queries(client_of: Any, home: Family) -> None:
    plan, work, client = agree_plan(home.children[0]), begin(home), client_of(home.worker)
    pages = [
        written(home, work),
        written(home, work, "needs/"),
        written(home, work, "views/"),
        written(home, work, "document/"),
    ]
    pages.append(f"/plans/children/{home.children[0]}/{plan}/")
    counted = []
    for number in range(3):
        hear_and_answer(home, work, replace(STEP, step=f"Step {number}"), issue=f"Issue {number}", words=f"{number}")
        counted.append([])
        for page in pages:
            client.get(page)
            with CaptureQueriesContext(connection) as asked:
                client.get(page)
            counted[-1].append(sum(not each["sql"].startswith(SET_UP) for each in asked))
    assert counted[1] == counted[2], counted
    assert max(counted[2]) <= MOST, counted[2]
