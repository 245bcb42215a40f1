"""The login roles used directly in SQL: none stands a trigger, a policy, a function or the server's log aside."""

import pytest

from tests.reliability.databases import CommittedDatabase
from tests.reliability.direct import RUNTIME, refuses

pytestmark = pytest.mark.database

STANDING_ASIDE: dict[str, str] = {
    "disable a trigger": "ALTER TABLE documents_passage DISABLE TRIGGER keep_as_written",
    "disable all triggers": "ALTER TABLE documents_passage DISABLE TRIGGER ALL",
    "drop a trigger": "DROP TRIGGER change_update ON documents_passage",
    "add a trigger": "CREATE TRIGGER mine BEFORE INSERT ON children_person EXECUTE FUNCTION keep_whole()",
    "pretend to be a replica": "SET session_replication_role = replica",
    "row security off in the table": "ALTER TABLE documents_passage DISABLE ROW LEVEL SECURITY",
    "row security not forced": "ALTER TABLE documents_passage NO FORCE ROW LEVEL SECURITY",
    "drop a policy": "DROP POLICY seen ON documents_passage",
    "add a policy": "CREATE POLICY mine ON documents_passage USING (true)",
    "add a rule": "CREATE RULE mine AS ON UPDATE TO documents_passage DO INSTEAD NOTHING",
    "become the recorder": "SET ROLE sightline_recorder",
    "become the owner": "SET ROLE sightline_owner",
    "become the jobs": "SET ROLE sightline_jobs",
    "another session": "SET SESSION AUTHORIZATION sightline_owner",
    "grant itself": "GRANT sightline_recorder TO sightline_web",
    "replace a function": "CREATE OR REPLACE FUNCTION opened_people() RETURNS SETOF uuid LANGUAGE sql AS ''",
    "make a function": "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "make a function for a while": "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "make a schema": "CREATE SCHEMA mine",
    "make a table": "CREATE TABLE public.mine (id int)",
    "make a table for a while": "CREATE TEMPORARY TABLE children_person (id uuid)",
    "make an operator": "CREATE OPERATOR === (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = uuid_eq)",
    "own a function": "ALTER FUNCTION opened_people() OWNER TO sightline_web",
    "change a function's path": "ALTER FUNCTION opened_people() SET search_path = pg_temp",
    "give up security of a function": "ALTER FUNCTION open_records(uuid[], text, text, uuid) SECURITY INVOKER",
    "rename a table": "ALTER TABLE audit_trail_readevent RENAME TO gone",
    "take a partition away": "ALTER TABLE audit_trail_readevent DETACH PARTITION audit_trail_readevent_other",
    "make a month": "SELECT ensure_read_log_month('2030-01-01')",
    "add to the seal": "SELECT add_sealed_batch(1, now(), 1, '', '1', 1, '{1}', '{1}', '{x}', 'x')",
    "read what waits for the seal": "SELECT * FROM unsealed_rows('0', NULL, 10)",
    "note new shapes": "SELECT record_shapes()",
    "copy to a program": "COPY documents_passage TO PROGRAM 'cat'",
    "copy to a file": "COPY documents_passage TO '/tmp/passages'",
    "read a file": "SELECT pg_read_file('postgresql.conf')",
    "import a file": "SELECT lo_import('/etc/hostname')",
    "export a file": "SELECT lo_export(1, '/tmp/exported')",
    "make a large object": "SELECT lo_creat(-1)",
    "make a large object with a number": "SELECT lo_create(0)",
    "keep bytes in a large object": "SELECT lo_from_bytea(0, 'kept aside')",
    "say that a migration ran": "INSERT INTO django_migrations (app, name, applied) VALUES ('access', '0099', now())",
    "say that no migration ran": "DELETE FROM django_migrations",
    "rename what a table is called": "UPDATE django_content_type SET model = 'gone'",
    "raw statistics": "SELECT * FROM pg_statistic",
    "raw statistics of expressions": "SELECT * FROM pg_statistic_ext_data",
    "passwords of the roles": "SELECT * FROM pg_authid",
    "a setting of the server": "ALTER SYSTEM SET log_statement = 'all'",
    "a setting of its role": "ALTER ROLE sightline_web SET session_replication_role = replica",
    "quiet the server's log": "SET log_min_messages = panic",
    "an extension": "CREATE EXTENSION dblink",
    "another language": "CREATE LANGUAGE plpython3u",
    "the write-ahead log": "SELECT pg_switch_wal()",
    "a subscription": "CREATE PUBLICATION mine FOR ALL TABLES",
}


WORK_OF_JOBS = {"become the jobs", "make a month", "add to the seal", "read what waits for the seal"}
READ_BY_BACKUP = {"raw statistics", "raw statistics of expressions", "passwords of the roles"}
ALLOWED = {
    *(("sightline_jobs", attempt) for attempt in WORK_OF_JOBS),
    *(("sightline_backup", attempt) for attempt in READ_BY_BACKUP),  # it holds pg_read_all_data
}
TRIED = [(role, attempt) for role in RUNTIME for attempt in STANDING_ASIDE if (role, attempt) not in ALLOWED]


@pytest.mark.parametrize(("role", "attempt"), TRIED)
def test_nothing_that_keeps_the_record_can_be_stood_aside(
    refusing_database: CommittedDatabase, attempt: str, role: str
) -> None:
    refuses(refusing_database, STANDING_ASIDE[attempt], role=role)
