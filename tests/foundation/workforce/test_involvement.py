"""Allocation: a team first, then a worker; and everybody else with a reason to work with a child."""

from datetime import date, timedelta
from typing import Any

import pytest

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.facts import Acting
from sightline.foundation.workforce import actions, queries
from sightline.foundation.workforce.actions import involvement
from tests.builders.documents import person
from tests.builders.workforce import BEGAN, BUILDER, as_builder, involve, practitioner, team
from tests.conftest import as_web

pytestmark = pytest.mark.django_db


def acting(them: Any) -> Acting:
    return Acting(practitioner_id=them.pk, name=them.name, role=them.role, team_id=them.team.pk, basis="test")


def allocate(child: Any, worker: Any, by: Acting = BUILDER, on: date = BEGAN) -> None:
    actions.allocate(child_id=child, practitioner_id=worker.pk, on=on, by=by)


def test_a_child_waits_in_a_team_before_a_worker_is_found() -> None:
    child, worker = person(), practitioner()
    involve(child, "holding_team", team=worker.team)
    with as_builder():
        assert queries.allocated_worker(child) is None
        allocate(child, worker)
        found = queries.allocated_worker(child)
    assert found is not None
    assert (found.practitioner_id, found.team_id) == (worker.pk, worker.team.pk)


def test_a_child_whom_no_team_holds_cannot_be_allocated() -> None:
    with as_builder(), pytest.raises(involvement.NotNow, match="Place the child with a team first"):
        allocate(person(), practitioner())


def test_a_worker_of_another_team_cannot_be_allocated() -> None:
    child = person()
    involve(child, "holding_team", team=team())
    with as_builder(), pytest.raises(involvement.NotThisPerson, match="not in the team that holds the child"):
        allocate(child, practitioner())


def test_a_second_team_cannot_hold_a_child() -> None:
    child = person()
    involve(child, "holding_team", team=team())
    with pytest.raises(involvement.NotNow, match="already holds this child"):
        involve(child, "holding_team", team=team())


def test_allocating_again_ends_the_first_worker_with_a_reason() -> None:
    child, first = person(), practitioner()
    second = practitioner(team=first.team)
    involve(child, practitioner=first)
    with as_builder():
        allocate(child, second, on=date(2026, 3, 2))
        history = list(queries.history_of(child).filter(kind="allocated_worker"))
    assert [(each.practitioner_id, each.ended, each.end_reason) for each in history] == [
        (second.pk, None, ""),
        (first.pk, date(2026, 3, 2), "Allocated to another worker"),
    ]


@pytest.mark.parametrize("role", ["user_administrator", "analyst"])
def test_who_opens_no_records_works_with_no_child(role: str) -> None:
    child, worker = person(), practitioner(role=role)
    involve(child, "holding_team", team=worker.team)
    with as_builder(), pytest.raises(involvement.NotThisPerson):
        allocate(child, worker)


def test_a_leaver_is_given_no_child() -> None:
    child, worker = person(), practitioner(ends_on=date(2026, 1, 1))
    involve(child, "holding_team", team=worker.team)
    with as_builder(), pytest.raises(involvement.NotThisPerson):
        allocate(child, worker)


def test_nobody_gives_themselves_a_child() -> None:
    manager = practitioner(role="team_manager")
    child = person()
    involve(child, "holding_team", team=manager.team)
    with as_web(manager, open=[child]), pytest.raises(involvement.NotYourOwn):
        allocate(child, manager, by=acting(manager), on=london_today())


def test_nobody_ends_their_own_work_with_a_child() -> None:
    manager = practitioner(role="team_manager")
    child = person()
    part = involve(child, practitioner=manager)
    with as_web(manager, open=[child]), pytest.raises(involvement.NotYourOwn):
        actions.end_involvement(involvement_id=part.pk, reason="Done", on=london_today(), by=acting(manager))


def test_a_manager_allocates_a_record_that_was_opened() -> None:
    manager = practitioner(role="team_manager")
    worker, child = practitioner(team=manager.team), person()
    involve(child, "holding_team", team=manager.team)
    with as_web(manager, open=[child]):
        allocate(child, worker, by=acting(manager), on=london_today())
        assert queries.allocated_worker(child) is not None


def test_the_team_stays_while_a_worker_does() -> None:
    child, worker = person(), practitioner()
    involve(child, practitioner=worker)
    with as_builder():
        held = queries.holding_team(child)
        assert held is not None
        with pytest.raises(involvement.NotNow, match="End the worker's part first"):
            actions.end_involvement(involvement_id=held.pk, reason="Closed", on=london_today(), by=BUILDER)


def test_a_team_lets_go_of_a_child_by_handing_over_or_closing_alone() -> None:
    manager, child = practitioner(role="team_manager"), person()
    held = involve(child, "holding_team", team=manager.team)
    with as_web(manager, open=[child]), pytest.raises(involvement.NotNow, match="until another team has taken over"):
        actions.end_involvement(involvement_id=held.pk, reason="Gone", on=london_today(), by=acting(manager))


def test_work_does_not_end_before_it_began() -> None:
    child, worker = person(), practitioner()
    part = involve(child, practitioner=worker)
    with as_builder(), pytest.raises(involvement.NotNow, match="cannot end before that"):
        actions.end_involvement(involvement_id=part.pk, reason="x", on=BEGAN - timedelta(days=1), by=BUILDER)


def test_a_co_worker_is_involved_once() -> None:
    child, other = person(), practitioner()
    involve(child, "co_worker", practitioner=other)
    with pytest.raises(involvement.NotNow, match="already has this part"):
        involve(child, "co_worker", practitioner=other)
