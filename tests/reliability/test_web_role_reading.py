"""The web role, logged in for real and used directly in SQL: no content is read that the read log does not tell of."""

from uuid import uuid4

import pytest
from django.apps import apps
from psycopg import errors

from sightline.config.row_security import protected_tables
from tests.reliability.databases import CommittedDatabase, begin
from tests.reliability.direct import CONTENT, open_records, partitions, refuses, rows
from tests.reliability.recording import SECRET, Scene

pytestmark = pytest.mark.database


def test_every_protected_table_has_row_security_that_its_owner_cannot_pass_either(
    refusing_database: CommittedDatabase,
) -> None:
    with refusing_database.superuser() as session:
        forced = rows(session, "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    assert protected_tables() <= {name for (name,) in forced}
    assert len(CONTENT) >= 4


def test_every_model_of_ours_says_how_it_is_protected() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("sightline.")]
    assert [model._meta.label for model in ours if not hasattr(model, "protection")] == []


@pytest.mark.parametrize("table", CONTENT)
def test_no_row_of_content_is_seen_before_a_record_is_opened(
    refusing_database: CommittedDatabase, scene: Scene, table: str
) -> None:
    for actor in (None, scene.practitioner, uuid4()):
        with refusing_database.login("sightline_web") as session:
            begin(session, actor)
            assert rows(session, f"SELECT 1 FROM {table}") == []


def test_what_is_opened_is_in_the_read_log_of_the_same_transaction(
    refusing_database: CommittedDatabase, scene: Scene
) -> None:
    with refusing_database.login("sightline_web") as session:
        begin(session, scene.practitioner)
        assert open_records(session, scene.child) == 1
        assert rows(session, "SELECT text FROM documents_passage") == [(SECRET,)]
        (number,) = rows(session, "SELECT pg_current_xact_id()::text")[0]
    with refusing_database.superuser() as session:
        logged = "SELECT practitioner_id, opened FROM audit_trail_readevent WHERE xid = %s::xid8"
        assert rows(session, logged, number) == [(scene.practitioner, scene.child)]


def test_opening_ends_with_the_transaction_the_request_and_the_actor(
    refusing_database: CommittedDatabase, scene: Scene
) -> None:
    with refusing_database.login("sightline_web") as session:
        begin(session, scene.practitioner)
        open_records(session, scene.child)
        session.execute("SELECT set_config('sightline.request', %s, true)", [str(uuid4())])
        assert rows(session, "SELECT * FROM documents_passage") == []
        session.commit()
        begin(session, scene.practitioner)
        assert rows(session, "SELECT * FROM documents_passage") == []
        open_records(session, scene.child)
        session.execute("SELECT set_config('sightline.actor', %s, true)", [str(uuid4())])
        assert rows(session, "SELECT * FROM documents_passage") == []


def test_an_opening_that_is_taken_back_shows_nothing(refusing_database: CommittedDatabase, scene: Scene) -> None:
    with refusing_database.login("sightline_web") as session:
        begin(session, scene.practitioner)
        session.execute("DECLARE early SCROLL CURSOR FOR SELECT * FROM documents_passage")
        session.execute("SAVEPOINT before_opening")
        open_records(session, scene.child)
        assert rows(session, "FETCH ALL FROM early") == []
        session.execute("ROLLBACK TO before_opening")
        assert rows(session, "SELECT * FROM documents_passage") == []


def test_a_reading_that_is_rolled_back_leaves_a_line_in_the_servers_log(
    refusing_database: CommittedDatabase, scene: Scene
) -> None:
    with refusing_database.login("sightline_web") as session:
        begin(session, scene.practitioner)
        open_records(session, scene.other_child)
        (number,) = rows(session, "SELECT pg_current_xact_id()::text")[0]
        session.rollback()
    written = refusing_database.cluster.log.read_text()
    line = next(line for line in written.splitlines() if f"transaction {number} opened" in line)
    assert str(scene.other_child) in line
    assert str(scene.practitioner) in line


@pytest.mark.parametrize("kind", ["INSERT", "COPY", "through a view", "through a partition"])
def test_the_read_log_takes_entries_from_its_own_function_only(
    refusing_database: CommittedDatabase, scene: Scene, kind: str
) -> None:
    given = f"VALUES ('{scene.practitioner}', '', '', '', '', '{scene.child}')"
    columns = "(practitioner_id, session, route, basis, reason, opened)"
    attempts = {
        "INSERT": [f"INSERT INTO audit_trail_readevent {columns} {given}"],
        "COPY": [f"COPY audit_trail_readevent {columns} FROM STDIN"],
        "through a view": ["CREATE VIEW pg_temp.mine AS SELECT * FROM audit_trail_readevent"],
        "through a partition": [f"INSERT INTO {name} {columns} {given}" for name in partitions(refusing_database)],
    }[kind]
    assert attempts
    for statement in attempts:
        refuses(refusing_database, statement, actor=scene.practitioner)


def test_no_partition_can_be_asked_directly(refusing_database: CommittedDatabase, scene: Scene) -> None:
    assert len(partitions(refusing_database)) >= 3
    for name in partitions(refusing_database):
        for statement in ("SELECT * FROM {}", "DELETE FROM {}", "UPDATE {} SET reason = ''", "TRUNCATE {}"):
            refuses(refusing_database, statement.format(name), actor=scene.practitioner)


WAYS_ROUND = {
    "a condition that fails on what it sees": "SELECT 1 FROM documents_passage WHERE 1 / strpos(text, 'nothing') = 1",
    "an order that fails on what it sees": "SELECT 1 FROM documents_passage ORDER BY 1 / strpos(text, 'nothing')",
    "a cast that quotes what it sees": "SELECT 1 FROM documents_passage WHERE text::integer = 1",
    "a copy": "SELECT count(*) FROM (SELECT * FROM documents_passage FOR KEY SHARE) copied HAVING count(*) > 0",
    "statistics": "SELECT most_common_vals FROM pg_stats WHERE tablename = 'documents_passage'",
    "the change table": "SELECT 1 FROM information_schema.columns WHERE table_name = 'audit_trail_rowchange'",
    "a large object": "SELECT oid FROM pg_largeobject_metadata",
    "the text of another's statement": "SELECT query FROM pg_stat_activity WHERE strpos(query, 'being-written') > 0",
}


@pytest.mark.parametrize("way", WAYS_ROUND)
def test_no_way_round_shows_anything(refusing_database: CommittedDatabase, scene: Scene, way: str) -> None:
    with refusing_database.superuser() as superuser:
        superuser.execute("ANALYZE")
    with refusing_database.login("sightline_web") as busy, refusing_database.login("sightline_web") as session:
        busy.execute("SELECT 'canary-being-written'")
        begin(session, scene.practitioner)
        assert rows(session, WAYS_ROUND[way]) == []


def test_a_copy_out_holds_no_row_that_is_not_opened(refusing_database: CommittedDatabase, scene: Scene) -> None:
    with refusing_database.login("sightline_web") as session:
        begin(session, scene.practitioner)
        with session.cursor().copy("COPY (SELECT * FROM documents_passage) TO STDOUT") as copied:
            assert list(copied) == []
        with session.cursor().copy("COPY documents_passage TO STDOUT") as copied:
            assert list(copied) == []


def test_row_security_cannot_be_switched_off(refusing_database: CommittedDatabase, scene: Scene) -> None:
    with refusing_database.login("sightline_web") as session:
        session.execute("SET row_security = off")
        with pytest.raises(errors.InsufficientPrivilege):
            session.execute("SELECT * FROM documents_passage")


SHADOWS = """
    CREATE TABLE mine.audit_trail_readevent AS SELECT * FROM public.audit_trail_readevent WITH NO DATA;
    CREATE TABLE mine.children_person (id uuid);
    CREATE FUNCTION mine.current_setting(text, boolean) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
    CREATE FUNCTION mine.current_actor() RETURNS uuid LANGUAGE sql AS $$ SELECT gen_random_uuid() $$;
    CREATE FUNCTION mine.opened_people() RETURNS SETOF uuid LANGUAGE sql
        AS $$ SELECT id FROM public.children_person $$;
    CREATE FUNCTION mine.seen(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001
        AS $$ BEGIN RAISE EXCEPTION 'seen: %', $1; END $$;
    SET search_path = mine, pg_temp, pg_catalog, public;
    CREATE TEMPORARY TABLE audit_trail_exclusion (practitioner_id uuid);
"""


def test_names_that_shadow_ours_change_nothing(peopled_database: CommittedDatabase, scene: Scene) -> None:
    """As it would be if an administrator had let the role make things: defence in depth."""
    with peopled_database.superuser() as superuser:
        superuser.execute(f"GRANT TEMPORARY, CREATE ON DATABASE {peopled_database.name} TO sightline_web")
    with peopled_database.login("sightline_web") as session:
        session.execute("CREATE SCHEMA mine")
        session.execute(SHADOWS)
        begin(session, scene.practitioner)
        assert rows(session, "SELECT text FROM public.documents_passage WHERE mine.seen(text)") == []
        assert open_records(session, scene.child) == 1
        assert rows(session, "SELECT text FROM public.documents_passage") == [(SECRET,)]
