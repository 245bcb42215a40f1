"""A post in a service gives its managers a relationship with the children of its teams, and nobody else there."""

from datetime import timedelta
from typing import Any

import pytest

from sightline.foundation.access.queries import reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce import actions
from sightline.foundation.workforce.rules import Role
from tests.builders.workforce import BUILDER, as_builder, involve, practitioner
from tests.conftest import as_web
from tests.foundation.access.acting import acting, decision
from tests.foundation.access.conftest import Scene

MANAGERS = {"team_manager", "service_manager", "director"}  # access-and-records section 1: "their manager line"
OPENERS = sorted(role.value for role in Role if may(role, Permission.OPEN_RECORD))


def posted_above(scene: Scene, role: str, steps: int = 1) -> Any:
    """Somebody whose post is so many steps above the team that holds the child."""
    team = scene.manager.team
    for _ in range(steps):
        team = team.within
    return practitioner(role=role, team=team)


@pytest.mark.parametrize("steps", [1, 2], ids=["in the service", "in the authority"])
@pytest.mark.parametrize("role", OPENERS)
def test_only_managers_work_with_the_children_of_the_teams_below_their_post(
    scene: Scene, role: str, steps: int
) -> None:
    found = decision(posted_above(scene, role, steps), scene.child)
    looks = may(role, Permission.LOOK_WITH_REASON)
    assert found.outcome == ("allow" if role in MANAGERS else "ask_reason" if looks else "not_found")
    if role in MANAGERS:
        assert found.basis == "Manager line of the team that holds the child"


@pytest.mark.parametrize(("days", "now", "next_one"), [(0, "not_found", "allow"), (9, "allow", "not_found")])
def test_a_manager_reaches_the_work_of_people_from_the_first_day_and_to_the_last_day_of_their_post(
    scene: Scene, days: int, now: str, next_one: str
) -> None:
    manager, following = practitioner(role="auditor"), practitioner(role="auditor")
    worker, elsewhere = practitioner(manager=manager), practitioner().team
    involve(scene.child, "co_worker", practitioner=worker)
    with as_builder():
        begins = london_today() + timedelta(days=days)
        post = {"role": "social_worker", "team_id": elsewhere.pk, "manager_id": following.pk}
        actions.change_post(practitioner_id=worker.pk, on=begins, by=BUILDER, **post)
    outcomes = [str(decision(each, scene.child).basis) == "Manager of: Co-worker" for each in (manager, following)]
    assert outcomes == [now == "allow", next_one == "allow"]


@pytest.mark.parametrize("role", ["business_support", "team_manager"])
def test_the_team_that_holds_the_child_is_a_reason_for_everybody_in_it(scene: Scene, role: str) -> None:
    assert decision(practitioner(role=role, team=scene.manager.team), scene.child).outcome == "allow"


@pytest.mark.parametrize(("role", "status"), [("business_support", 404), ("chair", 404), ("service_manager", 200)])
def test_the_page_of_a_team_is_for_the_managers_above_it(scene: Scene, client_of: Any, role: str, status: int) -> None:
    page = client_of(posted_above(scene, role)).get(f"/teams/{scene.manager.team.pk}/")
    assert page.status_code == status
    assert ("Canary" in page.content.decode()) is (status == 200)


def test_an_analyst_above_counts_what_is_below_and_works_with_none_of_it(scene: Scene) -> None:
    analyst = posted_above(scene, "analyst")
    with as_web(analyst):
        own = reach(acting(analyst))
    assert scene.manager.team.pk in own.teams_below
    assert own.teams_managed == frozenset()
