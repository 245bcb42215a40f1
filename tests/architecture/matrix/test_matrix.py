"""Every route, role, relationship and state of a record, against the tables that people own."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from typing import Any
from uuid import uuid4

from tests.architecture.matrix.cells import Cell
from tests.architecture.matrix.expectations import RELATIONSHIPS, STATES, Row, expected_of, record_routes, route_table
from tests.architecture.matrix.visiting import Visit, address, leaks, newest_entry, visit
from tests.architecture.matrix.world import EVERYTHING, World

FEWEST_CELLS = 2000
WALLED = ("restricted_not_named", "excluded", "sealed")
FOUR_WAYS = (
    "social_worker",
    "duty",
    "data_protection",
    "user_administrator",
)  # works, looks, breaks glass, reads nothing
LIGHT = "documents:download"  # a file of the record: the quickest answer that shows something of a child


def cells_to_visit(world: World) -> Iterator[tuple[Row, Cell]]:
    """A file of every child; and every other route for every role, for one's own child or for another child in turn.

    With SIGHTLINE_MATRIX=whole every route meets every role in every state.
    """
    light = route_table()[LIGHT]
    relationships = cycle(RELATIONSHIPS)
    for number, role in enumerate(world.practitioners):
        yield from ((light, world.cells[role, each, form]) for each in RELATIONSHIPS for form in STATES)
        others = cycle(world.whole(role))
        for place, row in enumerate(record_routes()):
            if EVERYTHING:
                yield from ((row, world.cells[role, next(relationships), state]) for state in STATES)
            if EVERYTHING or (number + place) % 2 == 0:
                yield row, world.cells[role, "allocated", "open"]
            else:
                yield row, next(others)


def test_every_cell_comes_out_as_people_decided(world: World, client_as: Any, capsys: Any) -> None:
    """Also: no page shows a token it may not show, nor one without an entry in the read log."""
    wrong: dict[str, None] = {}
    counted: Counter[str] = Counter()
    began = time.monotonic()
    for row, cell in cells_to_visit(world):
        seen = visit(client_as(cell.role), address(row["route"], cell, row["parameters"]))
        should = expected_of(row, cell.role, cell.relationship, cell.state)
        counted[should] += 1
        where = f"{row['route']} {cell.role} {cell.relationship} {cell.state}"
        if seen.outcome != should:
            wrong[f"{where}: {seen.outcome}, not {should}"] = None
        allowed = {cell.child} if should == "allow" else set()
        wrong |= dict.fromkeys(f"{where}: {leak}" for leak in leaks(seen, world, cell.role, allowed))
    seconds = time.monotonic() - began
    with capsys.disabled():
        rate = counted.total() / seconds
        sys.stdout.write(f"\nmatrix: {counted.total()} cells in {seconds:.0f} s, {rate:.0f} cells a second\n")
    assert list(wrong)[:60] == []
    assert counted.total() >= FEWEST_CELLS
    assert all(counted[outcome] for outcome in ("allow", "reason", "not_found"))


def test_every_route_meets_every_role(world: World) -> None:
    met = {(row["route"], cell.role) for row, cell in cells_to_visit(world)}
    assert met == {(row["route"], role) for row in record_routes() for role in world.practitioners}


def test_a_forbidden_record_and_an_absent_one_give_the_same_answer(world: World, client_as: Any) -> None:
    """Opened or sent to: the same status, headers and body; and nothing is ever recorded."""
    different, before, turn = [], newest_entry(), cycle(WALLED)
    for role in FOUR_WAYS:
        for row in record_routes():
            walls = WALLED if role == "social_worker" else [next(turn)]
            for method, states in (("get", walls), ("post", [next(turn)])):
                nowhere = visit_absent(world, client_as, role, row, method)
                for state in states:
                    cell = world.cells[role, "allocated", state]
                    there = visit(client_as(role), address(row["route"], cell, row["parameters"]), method)
                    if not there.same_as(nowhere) or there.outcome != "not_found":
                        different.append(f"{method} {row['route']} {role} {state}: {there.status} {nowhere.status}")
    assert different[:20] == []
    assert newest_entry() == before


def visit_absent(world: World, client_as: Any, role: str, row: Row, method: str) -> Visit:
    """The answer for a record that was never there."""
    facts = world.cells[role, "allocated", "open"].facts
    absent = Cell(role, "none", "absent", uuid4(), 0, {name: uuid4() for name in facts})
    return visit(client_as(role), address(row["route"], absent, row["parameters"]), method)


def test_a_fact_of_another_child_does_not_open_through_ones_own_child(world: World, client_as: Any) -> None:
    """A fact, a file, or an adult of another record."""
    wrong = []
    for role in ("social_worker", "team_manager"):
        own = world.cells[role, "allocated", "restricted_named"]
        for other in (world.cells[role, "none", "open"], world.cells[role, "co_worker", "open"]):
            through = Cell(role, own.relationship, own.state, own.child, own.number, other.facts)
            for row in record_routes():
                if "=" in row["parameters"].replace("person_id=child", ""):
                    seen = visit(client_as(role), address(row["route"], through, row["parameters"]))
                    if seen.outcome != "not_found":
                        wrong.append((row["route"], role, seen.outcome))
    assert wrong == []
