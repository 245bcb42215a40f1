"""The database roles: what each may do, and that the script for a real server makes the same ones."""

import os
import subprocess
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from sightline.config.database.cluster import SUPERUSER, Cluster
from sightline.config.database.environment import DATABASE
from sightline.config.database.launcher import find
from sightline.config.database.prepare import preparation
from sightline.config.database.roles import EXTENSIONS, LOGIN_ROLES, QUIET, TIMEOUTS, roles_sql

pytestmark = pytest.mark.database
ALL_ROLES = (*LOGIN_ROLES, "sightline_recorder", "sightline_search")


def answer(question: str, *parameters: Any) -> Any:
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as owner:
        row = owner.execute(question, parameters).fetchone()  # type: ignore[arg-type]
        return row[0] if row else None


@pytest.fixture
def embedded() -> Cluster:
    cluster = find("test")
    if not cluster.answers():
        pytest.skip("the tests run on a server of somebody else's")
    return cluster


def test_tests_connect_as_the_owner() -> None:
    assert answer("SELECT current_user") == "sightline_owner"


@pytest.mark.parametrize("role", ALL_ROLES)
def test_no_role_passes_row_level_security_or_makes_roles(role: str) -> None:
    powers = "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication FROM pg_roles WHERE rolname = %s"
    assert answer(powers, role) is False


@pytest.mark.parametrize(
    ("role", "may_log_in"), [(role, role in LOGIN_ROLES) for role in ALL_ROLES], ids=lambda value: str(value)
)
def test_nobody_logs_in_as_the_recorder_or_as_search(role: str, *, may_log_in: bool) -> None:
    assert answer("SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", role) is may_log_in


@pytest.mark.parametrize(
    ("role", "may_make"), [(role, role in {"sightline_owner", *ALL_ROLES[4:]}) for role in ALL_ROLES]
)
def test_only_the_owner_and_the_owners_of_functions_make_things(role: str, *, may_make: bool) -> None:
    assert answer("SELECT has_schema_privilege(%s, 'public', 'CREATE')", role) is may_make


@pytest.mark.parametrize("role", ["sightline_web", "sightline_jobs"])
def test_a_role_that_answers_people_is_a_member_of_nothing(role: str) -> None:
    assert answer("SELECT count(*) FROM pg_auth_members WHERE member = %s::regrole", role) == 0


@pytest.mark.parametrize("role", ["sightline_web", "sightline_jobs", "sightline_backup"])
def test_the_owner_may_stand_in_for_a_role_without_its_policies_holding_meanwhile(role: str) -> None:
    assert answer("SELECT pg_has_role('sightline_owner', %s, 'MEMBER')", role) is True
    assert answer("SELECT pg_has_role('sightline_owner', %s, 'USAGE')", role) is False


@pytest.mark.parametrize("role", ["sightline_recorder", "sightline_search"])
def test_the_owner_changes_what_the_recorder_and_search_own(role: str) -> None:
    assert answer("SELECT pg_has_role('sightline_owner', %s, 'USAGE')", role) is True


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_a_new_database_has_the_extensions(extension: str) -> None:
    assert answer("SELECT count(*) FROM pg_extension WHERE extname = %s", extension) == 1


def settings_of(role: str, embedded: Cluster) -> Iterator[tuple[str, str]]:
    with psycopg.connect(embedded.url(role, DATABASE)) as direct:
        yield from direct.execute("SELECT name, setting FROM pg_settings").fetchall()


def test_the_web_role_cannot_hold_a_transaction_or_a_lock_for_long(embedded: Cluster) -> None:
    settings = dict(settings_of("sightline_web", embedded))
    known = {name for name in TIMEOUTS["sightline_web"] if name in settings}
    assert known >= {"statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"}
    assert all(int(settings[name]) > 0 for name in known)


@pytest.mark.parametrize("role", LOGIN_ROLES)
def test_what_people_typed_does_not_reach_the_servers_log(role: str, embedded: Cluster) -> None:
    settings = dict(settings_of(role, embedded))
    assert {name: settings[name] for name in QUIET} == QUIET
    assert settings["TimeZone"] == "UTC"


def test_a_refused_row_leaves_nothing_of_it_in_the_servers_log(embedded: Cluster) -> None:
    written_before = len(embedded.log.read_text())
    with psycopg.connect(embedded.url("sightline_web", DATABASE)) as direct, pytest.raises(psycopg.Error):
        direct.execute("SELECT 'Kumquat-Featherstone'::int")
    assert "Kumquat" not in embedded.log.read_text()[written_before:]


def test_the_script_for_a_real_server_runs_and_may_be_repeated(embedded: Cluster) -> None:
    name = "prepared_by_script"
    lines = preparation(name, for_tests=True).splitlines(keepends=True)
    script = "".join(line for line in lines if not line.startswith("\\password"))
    psql = [embedded.programs / "psql", "-X", "-q", embedded.url(SUPERUSER, "postgres")]
    try:
        for _ in range(2):
            said = subprocess.run(psql, input=script, capture_output=True, text=True, check=False)
            assert (said.returncode, "ERROR" in said.stderr) == (0, False), said.stderr
        with psycopg.connect(embedded.url("sightline_owner", name)) as direct:
            assert direct.execute("SELECT count(*) FROM pg_extension").fetchone() == (len(EXTENSIONS) + 1,)
    finally:
        embedded.drop_database(name)


def test_every_login_role_is_asked_for_its_password_and_none_is_written_down() -> None:
    script = preparation("sightline")
    assert all(f"\\password {role}" in script for role in LOGIN_ROLES)
    assert "PASSWORD '" not in script
    assert "sightline_stand_in" not in script


def test_roles_can_be_set_up_again(embedded: Cluster) -> None:
    embedded.run_sql("postgres", roles_sql(for_tests=True))
