"""Every route, role, relationship and state of a record, against the tables that people own."""

from collections import Counter
from itertools import cycle
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sightline.foundation.access.checks import every_route_declares_its_policy, routes
from tests.architecture.matrix.expectations import expected, route_table
from tests.architecture.matrix.visiting import address, leaks, visit
from tests.architecture.matrix.world import Cell, World

FEWEST_CELLS = 2000


def record_routes() -> list[dict[str, str]]:
    """The routes that open a child's record."""
    return [row for row in route_table().values() if row["kind"] == "record"]


def test_every_route_has_declared_its_policy() -> None:
    assert every_route_declares_its_policy() == []


def test_every_route_is_in_the_table_that_people_own_with_the_same_policy() -> None:
    declared = {
        name: (view.policy.kind, str(view.policy.permission or ""))
        for _, name, view in routes()
        if hasattr(view, "policy")
    }
    owned = {name: (row["kind"], row["permission"]) for name, row in route_table().items()}
    assert declared == owned, "write each route into tests/architecture/matrix/routes.csv: who it is for, and why"


def cells_to_visit(world: World) -> list[tuple[dict[str, str], Cell]]:
    """Each child's page, and the next record route in turn, so that every route meets every role."""
    turn = cycle(record_routes())
    first = route_table()["children:child"]
    return [(row, cell) for cell in world.cells.values() for row in (first, next(turn))]


def test_every_cell_comes_out_as_people_decided(world: World, client_as: Any) -> None:
    """Also: no page shows a token it may not show, nor one without an entry in the read log."""
    wrong, counted = [], Counter()
    for row, cell in cells_to_visit(world):
        seen = visit(client_as(cell.role), address(row["route"], cell, row["parameters"]))
        should = expected(cell.role, cell.relationship, cell.state, row["permission"])
        counted[should] += 1
        if seen.outcome != should:
            wrong.append(f"{row['route']} {cell.role} {cell.relationship} {cell.state}: {seen.outcome}, not {should}")
        allowed = {cell.child} if should == "allow" and not row["shows_others"] else set()
        wrong += [f"{row['route']} {cell.role}: {leak}" for leak in leaks(seen, world, cell.role, allowed)]
    assert wrong[:20] == []
    assert sum(counted.values()) >= FEWEST_CELLS
    assert all(counted[outcome] for outcome in ("allow", "reason", "not_found"))


def test_every_route_meets_every_role(world: World) -> None:
    met = {(row["route"], cell.role) for row, cell in cells_to_visit(world)}
    assert met == {(row["route"], role) for row in record_routes() for role in world.practitioners}


def test_a_forbidden_record_and_an_absent_one_give_the_same_answer(world: World, client_as: Any) -> None:
    different = []
    for role in world.practitioners:
        for state in ("restricted_not_named", "excluded", "sealed"):
            cell = world.cells[role, "allocated", state]
            absent = Cell(role, "none", "absent", uuid4(), "", {name: uuid4() for name in cell.facts})
            for row in record_routes():
                for method in ("get", "post"):
                    there = visit(client_as(role), address(row["route"], cell, row["parameters"]), method)
                    nowhere = visit(client_as(role), address(row["route"], absent, row["parameters"]), method)
                    if (there.outcome, there.body, there.headers) != (nowhere.outcome, nowhere.body, nowhere.headers):
                        different.append(f"{method} {row['route']} {role} {state}")
            if role not in ("social_worker", "duty", "data_protection"):
                break  # one state for most roles; all three for a worker, a role that looks, and one that breaks glass
    assert different[:20] == []


def test_a_fact_of_another_child_does_not_open_through_ones_own_child(world: World, client_as: Any) -> None:
    own = world.cells["social_worker", "allocated", "open"]
    other = world.cells["social_worker", "none", "open"]
    through = Cell(own.role, own.relationship, own.state, own.child, own.token, other.facts)
    for row in record_routes():
        if "=" in row["parameters"]:
            seen = visit(client_as("social_worker"), address(row["route"], through, row["parameters"]))
            assert (row["route"], seen.outcome) == (row["route"], "not_found")


def test_lists_show_only_children_this_practitioner_may_know_of_and_log_them(world: World, client_as: Any) -> None:
    for row in route_table().values():
        if row["kind"] == "practitioner" and not row["parameters"]:
            for role in world.practitioners:
                seen = visit(client_as(role), reverse(row["route"]))
                assert (row["route"], role, leaks(seen, world, role, set())) == (row["route"], role, [])


@pytest.mark.django_db
def test_a_stranger_is_asked_to_sign_in_everywhere(world: World) -> None:
    for row in record_routes():
        cell = world.cells["social_worker", "allocated", "open"]
        for method in ("get", "post"):
            seen = visit(Client(), address(row["route"], cell, row["parameters"]), method)
            assert (row["route"], method, seen.outcome, seen.tokens) == (row["route"], method, "sign_in", set())
