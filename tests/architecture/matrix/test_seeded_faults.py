"""Tests of the tests: faults planted on purpose are caught by what the matrix checks."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.urls import clear_url_caches, reverse

from sightline.foundation.access.checks import every_route_declares_its_policy
from tests.architecture.matrix.visiting import leaks, visit
from tests.architecture.matrix.world import World


@pytest.fixture(autouse=True)
def faulty_routes(settings: Any) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.architecture.matrix.faulty_urls"
    clear_url_caches()
    yield
    clear_url_caches()


def test_a_route_without_a_policy_is_caught() -> None:
    assert ["without_policy" in error.msg for error in every_route_declares_its_policy()] == [True]


def test_a_list_that_forgets_the_filter_is_caught(world: World, client_as: Any) -> None:
    seen = visit(client_as("social_worker"), reverse("list_without_filter"))
    assert any("not in the read log" in leak for leak in leaks(seen, world, "social_worker", set()))


def test_an_export_of_everything_is_caught(world: World, client_as: Any) -> None:
    found = leaks(visit(client_as("social_worker"), reverse("export_of_everything")), world, "social_worker", set())
    assert {"excluded", "sealed", "restricted_not_named"} <= {leak.split("(")[-1].rstrip(")") for leak in found}


def test_a_403_where_its_twin_gives_404_is_caught(world: World, client_as: Any) -> None:
    forbidden = world.cells["social_worker", "none", "open"].child
    there = visit(client_as("social_worker"), reverse("tells", args=[forbidden]))
    nowhere = visit(client_as("social_worker"), reverse("tells", args=[uuid4()]))
    assert (there.outcome, there.body) != (nowhere.outcome, nowhere.body)


def test_an_unlogged_fragment_is_caught(world: World, client_as: Any) -> None:
    own = world.cells["social_worker", "allocated", "open"].child
    seen = visit(client_as("social_worker"), reverse("unlogged_fragment", args=[own]))
    assert leaks(seen, world, "social_worker", {own}) != []
