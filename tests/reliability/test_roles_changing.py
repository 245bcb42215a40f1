"""The login roles used directly in SQL: none changes, deletes or invents a fact or an entry of the audit."""

from uuid import uuid4

import pytest

from sightline.foundation.access.protection import protected_models, set_once
from sightline.foundation.facts import Protection
from tests.reliability.databases import CommittedDatabase
from tests.reliability.direct import AUDIT, KEPT, NEW_ENTRY, RUNTIME, refuses, refuses_in_opened, rows
from tests.reliability.recording import Scene

pytestmark = pytest.mark.database


@pytest.mark.parametrize("role", RUNTIME)
@pytest.mark.parametrize("table", KEPT)
def test_no_login_role_changes_deletes_or_empties_what_is_kept(
    refusing_database: CommittedDatabase, table: str, role: str
) -> None:
    with refusing_database.superuser() as session:
        names = [name for (name,) in rows(session, "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass"
                                                   " AND attnum > 0 AND NOT attisdropped", table)]  # fmt: skip
    whole = f"DELETE FROM {table}", f"TRUNCATE {table}", f"TRUNCATE {table} CASCADE", f"DROP TABLE {table}"
    changes = [f'UPDATE {table} SET "{name}" = DEFAULT' for name in set(names) - set_once_columns(table)]
    assert changes
    refuses(refusing_database, *whole, *changes, role=role)


def set_once_columns(table: str) -> set[str]:
    model = next(model for model in protected_models() if model._meta.db_table == table)
    return set() if model.protection is Protection.RECORDER else set(set_once(model))


@pytest.mark.parametrize("role", RUNTIME)
@pytest.mark.parametrize("table", AUDIT)
def test_no_login_role_adds_to_the_audit_but_through_its_functions(
    refusing_database: CommittedDatabase, table: str, role: str
) -> None:
    refuses(refusing_database, f"INSERT INTO {table} DEFAULT VALUES", f"COPY {table} FROM STDIN", role=role)
    with refusing_database.superuser() as session:
        counted = rows(session, "SELECT pg_get_serial_sequence(%s, 'id')", table)[0][0]
    if counted:
        counting = f"SELECT setval('{counted}', 1)", f"SELECT nextval('{counted}')"
        refuses(refusing_database, *counting, role=role)


def test_what_is_set_once_is_set_once_and_only_under_an_audit_entry(
    refusing_database: CommittedDatabase, scene: Scene
) -> None:
    withdraw = "UPDATE documents_passage SET superseded_at = now()"
    refuses_in_opened(refusing_database, scene, withdraw, "nothing is recorded without an audit entry")
    entry = "SELECT set_config('sightline.entry', (SELECT max(id)::text FROM audit_trail_auditentry), true)"
    refuses_in_opened(refusing_database, scene, withdraw, "audit entry of its own transaction", first=entry)
    twice = "UPDATE documents_passage SET superseded_at = now() + interval '1 day'"
    refuses_in_opened(refusing_database, scene, twice, "set once and for all", first=f"{NEW_ENTRY}; {withdraw}")


def test_no_fact_is_written_without_an_audit_entry_of_the_same_transaction(
    refusing_database: CommittedDatabase, scene: Scene
) -> None:
    columns = (
        "(id, recorded_at, entry_id, source, superseded_at, correction_reason, contested, occasion_kind, occasion_id,"
        " place, position, about, may_know, text)"
    )
    insert = (
        f"INSERT INTO documents_passage {columns} SELECT gen_random_uuid(), now(), {{entry}}, 'person', NULL, '', "
        f"false, 'note', gen_random_uuid(), 'note', 0, ARRAY['{scene.child}'::uuid], 'undecided', 'made up'"
    )
    old = insert.format(entry="(SELECT max(id) FROM audit_trail_auditentry)")
    refuses_in_opened(refusing_database, scene, old, "nothing is recorded without an audit entry")
    refuses_in_opened(refusing_database, scene, insert.format(entry=1), "without an audit entry", first=NEW_ENTRY)


def test_the_audit_names_the_actor_and_nobody_else(refusing_database: CommittedDatabase, scene: Scene) -> None:
    somebody = uuid4()
    forged = (
        f"SELECT record_entry('{somebody}', '{{system}}', 'director', NULL, '', '', 'x', 'x', '{{{{}}}}', '[]',"
        " NULL, NULL, '')"
    )
    refuses(refusing_database, forged.format(system=""), actor=scene.practitioner)
    refuses(refusing_database, forged.format(system="import"), actor=scene.practitioner)
    refused = f"SELECT record_refusal('{somebody}', '', '/', NULL, 'forged')"
    refuses(refusing_database, refused, actor=scene.practitioner)
