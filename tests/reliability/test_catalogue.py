"""What the database's own catalogue says of every table, function and sequence, whatever the code declares of them."""

import pytest

from tests.reliability.databases import CommittedDatabase
from tests.reliability.direct import rows

pytestmark = pytest.mark.database
OURS = "relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition"
OF_PEOPLE = ("children_person", "children_child")
WITHOUT_POLICIES = {  # what no policy guards, and why none does
    "account_emailaddress", "account_emailconfirmation", "axes_accessattempt", "axes_accessattemptexpiration",
    "axes_accessfailurelog", "axes_accesslog", "mfa_authenticator", "workforce_signinevent", "workforce_worksession",
    # signing in: asked before anybody is somebody
    "auth_group", "auth_group_permissions", "auth_permission", "cache_entry", "django_content_type",
    "django_migrations", "django_session", "procrastinate_events", "procrastinate_jobs",
    "procrastinate_periodic_defers", "procrastinate_workers",
    # of libraries: keys at most
    "children_agency", "panels_sitting", "timescales_locallimit", "oversight_delegation", "workforce_cover",
    "workforce_duty", "workforce_post", "workforce_practitioner", "workforce_team",
    # of the authority and those who work there
    "returns_batch", "returns_progress", "returns_sourcefile",
    # which files were imported, and how many of their rows
    "front_door_policefile",
    # which police files came, by fingerprints: the lines about children are a table with policies
    "early_help_service", "front_door_verifiedaddress",
    # of the services of the area, and of agencies
    "measures_wordsofmonth",
    # sums of the whole authority
}  # fmt: skip
QUESTIONS = {  # each must find nothing
    "a table about people without policies, or whose owner passes them": (
        f"SELECT relname FROM pg_class JOIN pg_constraint ON conrelid = pg_class.oid AND contype = 'f' WHERE {OURS}"
        f" AND confrelid IN ({', '.join(f'{name!r}::regclass' for name in OF_PEOPLE)})"
        " AND NOT (relrowsecurity AND relforcerowsecurity)"
    ),
    "a view, which would read as its owner": (
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm', 'f')"
    ),
    "a function as another that does not say where it looks for names": (
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        " AND NOT coalesce('search_path=public, pg_temp' = ANY (proconfig), false)"
    ),
    "a function as somebody other than the two roles that hold them": (
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        " AND proowner::regrole::text NOT IN ('sightline_recorder', 'sightline_search')"
    ),
    "a trigger of ours that a session can stand aside": (
        f"SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE {OURS} AND NOT tgisinternal"
        " AND tgenabled <> 'A' AND tgname NOT LIKE 'procrastinate%'"
    ),
    "a table that a role that logs in may empty, or hang a trigger on": (
        "SELECT table_name, privilege_type FROM information_schema.role_table_grants"
        " WHERE grantee IN ('sightline_web', 'sightline_jobs', 'sightline_backup', 'PUBLIC')"
        " AND table_schema = 'public' AND privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')"
    ),
    "a table that the role of backups may change": (
        "SELECT table_name FROM information_schema.role_table_grants"
        " WHERE grantee = 'sightline_backup' AND privilege_type <> 'SELECT'"
    ),
    "something that everybody may": (
        "SELECT table_name FROM information_schema.role_table_grants"
        " WHERE grantee = 'PUBLIC' AND table_schema = 'public'"
    ),
    "a number that the web role may count back": (
        "SELECT name FROM (SELECT relname AS name, CASE WHEN relkind = 'S' THEN"
        " has_sequence_privilege('sightline_web', pg_class.oid, 'UPDATE') END AS may FROM pg_class"
        " WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace) sequences WHERE may"
    ),
    "a role of a running process that is more than a role": (
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'sightline%' AND rolname <> 'sightline_owner'"
        " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"
    ),
    "a role that a running process could become": (
        "SELECT member::regrole, roleid::regrole FROM pg_auth_members"
        " WHERE member::regrole::text IN ('sightline_web', 'sightline_jobs', 'sightline_recorder', 'sightline_search')"
    ),
    "a row about people that the web role may see whatever it opened": (
        "SELECT tablename, policyname FROM pg_policies WHERE qual = 'true'"
        " AND ('sightline_web' = ANY (roles) OR 'public' = ANY (roles))"
    ),
}


@pytest.mark.parametrize("what", QUESTIONS)
def test_nowhere_in_the_database_is_there(refusing_database: CommittedDatabase, what: str) -> None:
    with refusing_database.superuser() as session:
        assert rows(session, QUESTIONS[what].replace("%", "%%")) == []


def test_the_tables_without_policies_are_these(refusing_database: CommittedDatabase) -> None:
    """A new table has policies, or stands here among those of its kind."""
    without = f"SELECT relname FROM pg_class WHERE {OURS} AND NOT (relrowsecurity AND relforcerowsecurity)"
    with refusing_database.superuser() as session:
        assert {name for (name,) in rows(session, without)} == WITHOUT_POLICIES


def test_the_questions_find_what_they_ask_for(peopled_database: CommittedDatabase) -> None:
    """Each kind of fault, made on purpose, is found."""
    with peopled_database.superuser() as session:
        session.execute(
            "CREATE TABLE stray (child uuid REFERENCES children_child); CREATE VIEW seen AS SELECT 1;"
            "CREATE FUNCTION loose() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';"
            "ALTER TABLE notes_noted ENABLE TRIGGER keep_as_written; GRANT TRUNCATE ON notes_noted TO sightline_jobs;"
            "GRANT INSERT ON notes_noted TO sightline_backup; GRANT SELECT ON notes_noted TO PUBLIC;"
            "GRANT UPDATE ON audit_trail_auditentry_id_seq TO sightline_web;"
            "CREATE POLICY everything ON notes_noted FOR SELECT TO sightline_web USING (true)"
        )
        silent = [what for what, ask in QUESTIONS.items() if not rows(session, ask.replace("%", "%%"))]
        session.rollback()
    assert silent == [
        "a role of a running process that is more than a role", "a role that a running process could become",
    ]  # fmt: skip
