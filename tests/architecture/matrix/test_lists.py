"""Lists, searches and openings: pages that belong to no one record, and what they may show of many."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.children.models import Person
from tests.architecture.matrix.cells import Cell
from tests.architecture.matrix.expectations import STATES, expected, own_routes, permitted
from tests.architecture.matrix.visiting import OF_THE_TEST, leaks, newest_entry, visit
from tests.architecture.matrix.walls import RESTRICTED
from tests.architecture.matrix.world import World

MOST_QUERIES = 25  # of a list page, however many rows it shows; a page asks at most this


def test_lists_show_only_children_this_practitioner_may_know_of_and_log_them(world: World, client_as: Any) -> None:
    """Their names, and nothing else that is recorded about them, except where a list is about one's own work."""
    wrong, shown = [], 0
    for row in own_routes():
        for role in world.practitioners:
            seen = visit(client_as(role), reverse(row["route"]))
            shown += len(seen.tokens)
            allowed = {cell.child for cell in world.cells.values()} if row["shows_others"] == "yes" else set()
            should = "allow" if (role, row["permission"]) in permitted() else "not_found"
            if seen.outcome != should:
                wrong.append(f"{row['route']} {role}: {seen.outcome}, not {should}")
            wrong += [f"{row['route']} {role}: {leak}" for leak in leaks(seen, world, role, allowed)]
    assert wrong[:20] == []
    assert shown > 100


def test_list_pages_ask_the_same_number_of_questions_for_many_rows_as_for_few(world: World, client_as: Any) -> None:
    """Every list shows tens of children in this world; none asks the database something for each of them."""
    many = {}
    for row in own_routes():
        for role in ("team_manager", "social_worker", "director", "user_administrator", "data_protection"):
            with CaptureQueriesContext(connection) as asked:
                client_as(role).get(reverse(row["route"]))
            questions = [each for each in asked if not each["sql"].startswith(OF_THE_TEST)]
            if len(questions) > MOST_QUERIES:
                many[row["route"], role] = len(questions)
    assert many == {}


def searched(client: Any, typed: str) -> Any:
    """The results of a search."""
    return visit(client, client.post(reverse("search:people"), {"q": typed})["Location"])


def reference(cell: Cell) -> str:
    """The number of a child's record, which finds that record and no other."""
    return str(Person.objects.values_list("reference", flat=True).get(pk=cell.child))


@pytest.mark.parametrize("role", ["social_worker", "duty", "team_manager", "data_protection", "legal"])
def test_a_search_finds_nobody_behind_a_wall_and_logs_whom_it_shows(world: World, client_as: Any, role: str) -> None:
    for state in STATES:
        for relationship in ("allocated", "none"):
            cell = world.cells[role, relationship, state]
            seen = searched(client_as(role), reference(cell))
            assert leaks(seen, world, role, set()) == []
            walled = state in ("excluded", "sealed", "restricted_not_named")
            glass = state == "glass_broken" and (role, "break_glass") not in permitted()
            assert (cell.name_token in seen.tokens) is not (walled or glass)


@pytest.mark.parametrize("role", ["social_worker", "duty"])
def test_only_safeguarding_roles_learn_that_a_restricted_record_exists(world: World, client_as: Any, role: str) -> None:
    cell = world.cells[role, "none", "restricted_not_named"]
    told = b"A record exists" in searched(client_as(role), reference(cell)).body
    assert told is ((role, "break_glass") in permitted())


@pytest.mark.parametrize("state", ["sealed", "excluded"])
def test_nobody_learns_by_searching_that_a_record_is_sealed_or_excludes_them(
    world: World, client_as: Any, state: str
) -> None:
    for role in ("duty", "data_protection", "director"):
        cell = world.cells[role, "none", state]
        assert b"No records found" in searched(client_as(role), reference(cell)).body


def keys_of(world: World, role: str) -> list[Cell]:
    """Children in every state, for whom this role has no reason."""
    return [world.cells[role, "none", state] for state in STATES]


def test_a_look_is_offered_to_roles_that_may_look_and_for_no_record_behind_a_wall(world: World, client_as: Any) -> None:
    wrong = []
    for role in world.practitioners:
        for cell in keys_of(world, role):
            may = expected(role, "none", cell.state, "look_with_reason") in ("allow", "reason")
            seen = visit(client_as(role), reverse("access:look", args=[cell.child]))
            if (seen.outcome, seen.tokens) != ("allow" if may else "not_found", set()):
                wrong.append((role, cell.state, seen.outcome, seen.tokens))
    assert wrong == []


def test_an_emergency_opening_is_offered_for_restricted_records_only(world: World, client_as: Any) -> None:
    wrong = []
    for role in world.practitioners:
        for cell in keys_of(world, role):
            may = (role, "break_glass") in permitted() and cell.state in RESTRICTED
            seen = visit(client_as(role), reverse("access:break_glass", args=[cell.child]))
            if (seen.outcome, seen.tokens) != ("allow" if may else "not_found", set()):
                wrong.append((role, cell.state, seen.outcome, seen.tokens))
    assert wrong == []


@pytest.mark.parametrize("route", ["access:look", "access:break_glass", "children:adult"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_may_not_be_opened_in_another_way_looks_like_what_is_not_there(
    world: World, client_as: Any, route: str, method: str
) -> None:
    before = newest_entry()
    for role in ("duty", "social_worker", "data_protection", "user_administrator"):
        nowhere = visit(client_as(role), reverse(route, args=[uuid4()]), method)
        for state in ("excluded", "sealed"):
            cell = world.cells[role, "none", state]
            assert visit(client_as(role), reverse(route, args=[cell.child]), method).same_as(nowhere)
    assert newest_entry() == before


def test_an_adult_is_shown_with_the_records_they_are_in_only_where_these_may_be_known(
    world: World, client_as: Any
) -> None:
    for role in ("social_worker", "duty", "team_manager"):
        for state in STATES:
            cell = world.cells[role, "allocated", state]
            seen = visit(client_as(role), reverse("children:adult", args=[cell.facts["adult"]]))
            assert leaks(seen, world, role, {cell.child}) == [], (role, state)


def test_somebody_elses_draft_and_none_at_all_look_the_same(world: World, client_as: Any) -> None:
    own = world.cells["social_worker", "allocated", "open"]
    page = client_as("social_worker").get(reverse("oversight:thread", args=[own.child]))
    assert page.status_code == 200
    for route in ("documents:choose", "documents:discard"):
        assert visit(client_as("duty"), reverse(route, args=[uuid4()])).outcome == "not_found"
