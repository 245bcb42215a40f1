"""The database and the code give the same answer about walls, for every practitioner and every child of this world."""

from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from sightline.foundation.access import queries
from sightline.foundation.access.protection import column, protected_models
from sightline.foundation.access.rules import ORDER, Permission, Standing
from sightline.foundation.audit_trail import recorder
from sightline.foundation.children.models import Gender, Person
from sightline.foundation.facts import Acting, Protection
from tests.architecture.matrix.cells import Cell
from tests.architecture.matrix.expectations import permitted
from tests.architecture.matrix.walls import RESTRICTED
from tests.architecture.matrix.world import World
from tests.conftest import as_web, role

SAMPLE = 60  # children whose content is looked at as each practitioner
WALLS = {"excluded", "sealed", "restricted, not named"}


def stands_open(cell: Cell, role_of_me: str) -> bool:
    """Whether no wall stands between a practitioner and a child, as this world was built."""
    if cell.state == "sealed":
        return False
    if cell.role != role_of_me:
        return cell.state not in RESTRICTED  # exclusions and names are of the practitioner of the cell
    if cell.state == "glass_broken":
        return (role_of_me, "break_glass") in permitted()
    return cell.state not in ("excluded", "restricted_not_named")


def acting(world: World, role_of_me: str) -> Acting:
    """The practitioner of a role, as a request has them."""
    staff = world.staff[role_of_me]
    return Acting(practitioner_id=staff.me.pk, name=staff.me.name, role=role_of_me, team_id=staff.teams["own"].pk)


def walled(standing: Standing) -> bool:
    """Whether the first row that fits is a wall."""
    return next(name for name, test, _ in ORDER if test(standing)) in WALLS


def test_the_same_people_are_behind_walls_for_the_database_for_the_code_and_by_design(world: World) -> None:
    compared = 0
    for name in world.staff:
        by = acting(world, name)
        people = [cell.child for cell in world.cells.values()]
        with transaction.atomic(), as_web(world.practitioners[name]):
            shown = set(Person.objects.filter(pk__in=people).values_list("pk", flat=True))
            standings = queries.standings(by, queries.reach(by), people, Permission.OPEN_RECORD)
        by_code = {person for person, standing in standings.items() if not walled(standing)}
        by_design = {cell.child for cell in world.cells.values() if stands_open(cell, name)}
        assert shown == by_code == by_design, name
        compared += len(people)
    assert compared > 30_000


def test_the_database_opens_nobody_behind_a_wall_and_shows_content_of_nobody_else(world: World) -> None:
    chance = Random(4)
    for name in world.staff:
        cells = chance.sample(list(world.cells.values()), SAMPLE)
        with transaction.atomic(), as_web(world.practitioners[name]):
            recorder.open_records([cell.child for cell in cells], basis="test of the walls")
            opened = {cell.child for cell in cells if stands_open(cell, name)}
            for model in protected_models():
                if model.protection is Protection.CONTENT:
                    assert subjects(model, opened) <= opened, (name, model)
            assert subjects(Gender, opened) == opened


def subjects(model: Any, opened: set[UUID]) -> set[UUID]:
    """Whom the rows that show are about; what joins two people shows from either end."""
    other = any(field.name == "other" for field in model._meta.concrete_fields)
    elsewhere = "WHERE other_id IS NULL OR other_id <> ALL (%s)" if other else ""
    with connection.cursor() as cursor:
        asked = [list(opened)] if other else []
        cursor.execute(f"SELECT DISTINCT {column(model)} FROM {model._meta.db_table} {elsewhere}", asked)
        return {subject for (subject,) in cursor.fetchall()}


@pytest.mark.parametrize("kind", [Protection.WALLS, Protection.CONTENT, Protection.OCCASION, Protection.PASSAGE])
def test_without_an_actor_nothing_shows(world: World, kind: Protection) -> None:
    for model in protected_models():
        if model.protection is kind:
            with transaction.atomic(), role("sightline_web"), connection.cursor() as cursor:
                cursor.execute(f"SELECT count(*) FROM {model._meta.db_table}")
                assert (model.__name__, cursor.fetchone()[0]) == (model.__name__, 0)


def test_every_table_about_people_forces_its_policies(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        forced = {name for (name,) in cursor.fetchall()}
    tables = {model._meta.db_table for model in protected_models() if model.protection is not Protection.REFERENCE}
    assert tables - forced == set()
