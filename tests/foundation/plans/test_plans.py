"""Plans: what may be recorded of them, and what their pages and My work show."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sightline.foundation.children.queries import child_with_adults
from sightline.foundation.documents.making.kinds import Reader
from sightline.foundation.documents.rules.passages import Audience, Recipient
from sightline.foundation.door import Refusal
from sightline.foundation.oversight.models import StillToDo
from sightline.foundation.plans import actions, queries
from sightline.foundation.plans.models import Goal, Plan, Progress, Step
from sightline.foundation.plans.presenters import copies
from sightline.foundation.plans.rules import Moved, NewGoal, PlanKind, State
from tests.builders.people import child, worker_of
from tests.builders.plans import AGREED, begun, goal, step
from tests.builders.workforce import BUILDER, as_builder
from tests.foundation.chronology.facts import check_everything_derived

pytestmark = pytest.mark.django_db
LATER = date(2026, 3, 20)


def say(plan: Plan, state: str, note: str = "", new_date: date | None = None, on: date = LATER) -> None:
    with as_builder():
        (only,) = queries.steps_of(plan)
        actions.record_progress(
            child=plan.child_id, plan=plan.pk, moved=[Moved(only.pk, state, note, new_date)], on=on, by=BUILDER
        )


def test_a_plan_keeps_its_goals_and_steps_and_everything_derived() -> None:
    plan = begun(child())
    with as_builder():
        (stands,) = queries.plans_of(plan.child_id)
        assert [each.goal.text for each in stands.goals] == ["Kit sleeps in his own bed"]
        assert [each.step.text for each in stands.steps] == ["Buy a bed"]
    check_everything_derived()


def test_a_child_has_one_open_plan_of_a_kind_and_may_have_another_kind() -> None:
    kit = child()
    begun(kit)
    with pytest.raises(Refusal, match="open plan of this kind"):
        begun(kit)
    begun(kit, kind=PlanKind.SAFETY)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (NewGoal("", "We hear it"), "what will be different"),
        (NewGoal("Kit sleeps", " "), "how everybody will know"),
        (goal("Kit sleeps", step("")), "what will be done"),
        (goal("Kit sleeps", step(by_when=date(2026, 3, 1))), "must not be before the day it is agreed"),
    ],
)
def test_a_goal_and_a_step_say_what_they_must(wrong: NewGoal, sentence: str) -> None:
    with as_builder(), pytest.raises(Refusal, match=sentence):
        actions.begin_plan(child=child().pk, kind=PlanKind.SAFETY, began=AGREED, goals=[wrong], by=BUILDER)


@pytest.mark.parametrize("state", [State.STUCK, State.NOT_NEEDED])
def test_what_is_stuck_or_given_up_says_why(state: str) -> None:
    plan = begun(child())
    with pytest.raises(Refusal, match="Say in a few words why"):
        say(plan, state)
    say(plan, state, "The shop has no beds")


def test_a_step_of_another_childs_plan_is_not_moved() -> None:
    mine, theirs = begun(child()), begun(child("Leo"))
    with as_builder():
        (other,) = queries.steps_of(theirs)
        with pytest.raises(Refusal, match="not part of the plan"):
            actions.record_progress(
                child=mine.child_id, plan=mine.pk, moved=[Moved(other.pk, State.DONE)], on=LATER, by=BUILDER
            )


def test_ending_a_plan_ends_its_open_goals_and_nothing_is_added_after() -> None:
    plan = begun(child())
    with as_builder():
        actions.end_plan(child=plan.child_id, plan=plan.pk, on=LATER, reason="The family moved", by=BUILDER)
        assert Goal.objects.get(plan=plan).result == "not_reached"
        with pytest.raises(Refusal, match="has ended"):
            actions.add_goal(child=plan.child_id, plan=plan.pk, goal=goal(), on=LATER, by=BUILDER)
    check_everything_derived()


def test_a_step_stands_on_my_work_of_its_owner_until_it_is_settled(client_of: Any) -> None:
    kit = child()
    worker = worker_of(kit)
    plan = begun(kit, owner=worker)
    assert b"Step of a plan" in client_of(worker).get("/").content
    say(plan, State.UNDER_WAY, new_date=date(2026, 5, 1))
    with as_builder():
        assert StillToDo.objects.get().new_date == date(2026, 5, 1)
    say(plan, State.DONE, on=date(2026, 3, 21))
    assert b"Step of a plan" not in client_of(worker).get("/").content


def test_the_pages_take_a_worker_from_nothing_to_a_plan_that_has_ended(client_of: Any) -> None:
    kit = child()
    worker = worker_of(kit)
    client = client_of(worker)
    page = client.get(reverse("plans:plans", args=[kit.pk]))
    assert b"No plan is recorded yet" in page.content

    def send(name: str, key: Any, **answers: Any) -> Any:
        address = reverse(f"plans:{name}", args=[kit.pk, key] if key else [kit.pk])
        found = client.post(address, answers, follow=True)
        assert found.status_code == 200, name
        return found

    day = {"began-day": "2", "began-month": "3", "began-year": "2026"}
    said = {"text": "Kit sleeps in his own bed", "how_we_will_know": "Kit says so"}
    assert b"Add the steps now" in send("begin", None, kind="child_in_need", **day, **said).content
    with as_builder():
        plan, first = Plan.objects.get(), Goal.objects.get()
    when = {"by_when-day": "2", "by_when-month": "4", "by_when-year": "2027"}
    shown = send("add_step", first.pk, text="Buy a bed", who="Mum", owner=str(worker.pk), **when)
    assert b"Buy a bed" in shown.content
    with as_builder():
        only = Step.objects.get()
    on = {"on-day": "1", "on-month": "6", "on-year": "2026"}
    shown = send("progress", plan.pk, **on, **{f"step-{only.pk}-state": "stuck", f"step-{only.pk}-note": "No money"})
    assert b"No money" in shown.content
    assert client.get(reverse("plans:step_progress", args=[kit.pk, only.pk])).status_code == 302
    send("add_goal", plan.pk, text="Kit eats breakfast", how_we_will_know="The school sees it")
    shown = send("end_goal", first.pk, **on, result="reached", how="He has slept there for a month")
    assert b"It is how we hoped" in shown.content
    shown = send("end", plan.pk, **on, reason="Everybody agrees that it is enough")
    assert b"Everybody agrees that it is enough" in shown.content
    with as_builder():
        assert Progress.objects.get().state == State.STUCK


@pytest.mark.parametrize("audience", [Audience.PARENT, Audience.CHILD])
def test_no_copy_for_the_family_holds_the_worry_what_follows_or_what_was_noted(audience: Audience) -> None:
    kit = child()
    kept = {"worry": "CANARY worry", "if_not": "CANARY what follows"}
    plan = begun(kit)
    say(plan, State.STUCK, "CANARY note", date(2026, 5, 1))
    apart = replace(goal("Kit sleeps", replace(step(), starting_point="CANARY now", agency="police")), **kept)
    person = kit.pk if audience is Audience.PARENT else None  # whoever it is, the same stands in a parent's copy
    with as_builder():
        actions.add_goal(child=kit.pk, plan=plan.pk, goal=apart, on=LATER, by=BUILDER)
        opened = child_with_adults(kit.pk)
        made = copies.made(opened, plan.pk, Reader("one", "Sam", Recipient(audience, person), "Sam"), LATER)
    assert "Kit sleeps" in repr(made)
    assert "CANARY" not in repr(made)


def test_a_goal_says_the_worry_and_what_follows_and_a_step_who_carries_it_and_how_everybody_will_know(
    client_of: Any,
) -> None:
    kit = child()
    client, plan = client_of(worker_of(kit)), begun(kit)
    when = {"by_when-day": "2", "by_when-month": "4", "by_when-year": "2027"}
    decide = {"decide_by-day": "3", "decide_by-month": "5", "decide_by-year": "2027"}
    said = {"worry": "Kit falls asleep in class", "text": "Kit is awake", "how_we_will_know": "Mr Hart sees it"}
    address = reverse("plans:add_goal", args=[kit.pk, plan.pk])
    client.post(address, said | decide | {"if_not": "Nan has him on weekdays"})
    with as_builder():
        made = Goal.objects.get(text="Kit is awake")
    whole = {"agency": "family", "starting_point": "He shares a mattress", "how_we_will_know": "Nan sees the bed"}
    address = reverse("plans:add_step", args=[kit.pk, made.pk])
    shown = client.post(address, {"text": "Buy a bed", "who": "Jean", **whole, **when}, follow=True).content.decode()
    for each in ("Kit falls asleep in class", "Nan has him on weekdays", "3 May 2027"):
        assert each in shown, each
    for each in (
        "Mum and Amina carries 1 of 2, Jean 1.",
        "Now: He shares a mattress",
        "We will know: Nan sees the bed",
    ):
        assert each in shown, each
