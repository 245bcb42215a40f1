"""Every route, role, relationship and state of a record, against the tables that people own."""

import os
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from typing import Any

from tests.architecture.matrix.cells import Cell
from tests.architecture.matrix.expectations import RELATIONSHIPS, STATES, Row, expected_of, record_routes, route_table
from tests.architecture.matrix.visiting import address, leaks, visit
from tests.architecture.matrix.world import World

FEWEST_CELLS = 2000
WALLED = ("restricted_not_named", "excluded", "sealed")


def cells_to_visit(world: World) -> Iterator[tuple[Row, Cell]]:
    """Each child's page; and every other route for every role, for one's own child and for other children in turn.

    With SIGHTLINE_MATRIX=whole (make bench) every route meets every role in every state.
    """
    first, whole = route_table()["children:child"], os.environ.get("SIGHTLINE_MATRIX") == "whole"
    relationship, state = cycle(RELATIONSHIPS), cycle((*STATES, "open"))  # 12 and 9: the pair is another each time
    for role in world.practitioners:
        yield from ((first, world.cells[role, each, form]) for each in RELATIONSHIPS for form in STATES)
        for row in record_routes():
            yield row, world.cells[role, "allocated", "open"]
            states = STATES if whole else [next(state)]
            yield from ((row, world.cells[role, next(relationship), each]) for each in states)


def test_every_cell_comes_out_as_people_decided(world: World, client_as: Any) -> None:
    """Also: no page shows a token it may not show, nor one without an entry in the read log."""
    wrong, counted, began = Counter(), Counter(), time.monotonic()
    for row, cell in cells_to_visit(world):
        seen = visit(client_as(cell.role), address(row["route"], cell, row["parameters"]))
        should = expected_of(row, cell.role, cell.relationship, cell.state)
        counted[should] += 1
        if seen.outcome != should:
            wrong[f"{row['route']} {cell.role} {cell.relationship} {cell.state}: {seen.outcome}, not {should}"] += 1
        for leak in leaks(seen, world, cell.role, {cell.child} if should == "allow" else set()):
            wrong[f"{row['route']} {cell.role} {cell.relationship} {cell.state}: {leak}"] += 1
    seconds = time.monotonic() - began
    print(f"\nmatrix: {counted.total()} cells in {seconds:.0f} s, {counted.total() / seconds:.0f} cells a second")
    assert list(wrong)[:40] == []
    assert counted.total() >= FEWEST_CELLS
    assert all(counted[outcome] for outcome in ("allow", "reason", "not_found"))
