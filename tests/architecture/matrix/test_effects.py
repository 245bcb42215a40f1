"""Every form of a record, filled in: sent by somebody who may, it has an effect; sent by others, it has none."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.architecture.matrix.cells import Cell
from tests.architecture.matrix.expectations import Row, expected_of, record_routes
from tests.architecture.matrix.filling import filled_in
from tests.architecture.matrix.visiting import address, newest_entry
from tests.architecture.matrix.world import World

ERRORS = re.compile(r'govuk-error-summary__list">(.*?)</ul>', re.DOTALL)
OTHERS = ("user_administrator", "analyst", "inspector", "virtual_school")
SAID: dict[str, dict[str, Any]] = {}  # answers that a form needs besides those that fit every form


def somebody_who_may(world: World, row: Row, used: set[int]) -> Cell:
    """A child nobody has recorded anything about in these tests, and somebody whose record it is to write in."""
    for cell in world.cells.values():
        free = cell.number not in used and cell.state != "closed"
        if free and expected_of(row, cell.role, cell.relationship, cell.state) == "allow":
            used.add(cell.number)
            return cell
    raise AssertionError(f"nobody may: {row['route']}")


def forms(world: World, client_as: Any) -> Iterator[tuple[Row, Cell, str, dict[str, Any]]]:
    """Each page of a record with a form that records something: who fills it in, where it goes, and the answers."""
    used: set[int] = set()
    for row in record_routes():
        cell = somebody_who_may(world, row, used)
        url = address(row["route"], cell, row["parameters"])
        html = client_as(cell.role).get(url).content.decode("utf-8", "replace")
        if 'name="draft_version"' in html:
            yield row, cell, url, filled_in(html, **SAID.get(row["route"], {}))


def test_what_somebody_who_may_sends_has_an_effect(world: World, client_as: Any) -> None:
    without, count = [], 0
    for row, cell, url, answers in forms(world, client_as):
        before = newest_entry()
        response = client_as(cell.role).post(url, answers)
        count += 1
        if response.status_code != 302 or newest_entry() == before:
            said = ERRORS.search(response.content.decode())
            without.append((row["route"], cell.role, response.status_code, said and re.sub(r"<.*?>|\s+", " ", said[1])))
    assert without == []
    assert count > 40


def test_the_same_answers_sent_by_others_have_none(world: World, client_as: Any) -> None:
    wrong = []
    for row, _, url, answers in forms(world, client_as):
        before = newest_entry()
        for role in OTHERS:
            response = client_as(role).post(url, answers)
            if response.status_code != 404 or newest_entry() != before:
                wrong.append((row["route"], role, response.status_code))
    assert wrong == []


@pytest.mark.parametrize("role", ["social_worker"])
def test_the_answers_of_one_form_do_nothing_at_the_record_of_another_child(
    world: World, client_as: Any, role: str
) -> None:
    """The record in the address is the record that is written in, or nothing is."""
    other, wrong = world.cells[role, "none", "open"], []
    for row, _, _, answers in forms(world, client_as):
        before = newest_entry()
        response = client_as(role).post(address(row["route"], other, row["parameters"]), answers)
        if response.status_code != 404 or newest_entry() != before:
            wrong.append((row["route"], response.status_code))
    assert wrong == []
