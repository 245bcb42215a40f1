"""A database made at once from the models is the database that every migration makes, step by step."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from sightline.foundation.access.management.commands import migrate

CATALOGUE = {
    "columns": """
        SELECT table_name, column_name, data_type, udt_name, character_maximum_length, is_nullable, column_default,
               is_identity, collation_name, generation_expression
        FROM information_schema.columns WHERE table_schema = 'public'""",
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "policies": "SELECT tablename, policyname, cmd, roles::text, qual, with_check FROM pg_policies",
    "row security": """
        SELECT oid::regclass::text, relkind, relrowsecurity, relforcerowsecurity, relacl::text
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S', 'v')""",
    "triggers": "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "functions": """
        SELECT oid::regprocedure::text, prosrc, proowner::regrole::text, proacl::text
        FROM pg_proc WHERE pronamespace = 'public'::regnamespace""",
    "extensions": "SELECT extname, extversion FROM pg_extension",
    "sequences": "SELECT sequencename, data_type::text, start_value, increment_by, cycle FROM pg_sequences",
    "migrations": "SELECT app, name FROM django_migrations",
}


def catalogue() -> dict[str, list[Any]]:
    """Everything the database says of its tables and of who may do what, except for the order of columns."""
    with connection.cursor() as cursor:
        found = {}
        for kind, question in CATALOGUE.items():
            cursor.execute(question)
            found[kind] = sorted(cursor.fetchall(), key=repr)
        return found


def made(monkeypatch: pytest.MonkeyPatch, name: str, is_fresh: Callable[[Any], bool]) -> dict[str, list[Any]]:
    """The catalogue of a new database."""
    monkeypatch.setattr(migrate, "is_fresh", is_fresh)
    given = connection.settings_dict["TEST"]
    monkeypatch.setitem(given, "NAME", f"{given['NAME']}_{name}")
    before = connection.settings_dict["NAME"]
    connection.close()
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        return catalogue()
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
        monkeypatch.undo()


def test_both_ways_end_with_the_same_database(
    django_test_environment: None, django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with django_db_blocker.unblock():
        at_once = made(monkeypatch, "at_once", migrate.is_fresh)
        step_by_step = made(monkeypatch, "step_by_step", lambda connection: False)
    assert len(at_once["columns"]) > 1000
    for kind in CATALOGUE:
        assert at_once[kind] == step_by_step[kind], kind
