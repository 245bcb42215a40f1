"""Where the audit cannot be written, nothing of a record is shown and nothing is recorded (security goals, B2)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from sightline.config.health import seal as seal_as_told
from sightline.foundation.audit_trail.seal import seal
from tests.builders import workforce
from tests.builders.documents import person
from tests.foundation.documents.pages import Page
from tests.reliability.databases import CommittedDatabase, Outside
from tests.reliability.tampering import without_triggers
from tests.reliability.test_drafts import URLS, names, rows, signed_in

pytestmark = [pytest.mark.urls(URLS), pytest.mark.database]

CANARY = "Canaryfamily"
Peopled = tuple[Any, UUID, CommittedDatabase]
FAILS = """CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {} END $$;
CREATE TRIGGER fails BEFORE INSERT ON {{table}} FOR EACH ROW EXECUTE FUNCTION fails();
ALTER TABLE {{table}} ENABLE ALWAYS TRIGGER fails"""
FAULTS = {  # of one log, in statements of somebody whom nothing inside the database stops
    "right to insert revoked": "REVOKE INSERT ON {table} FROM sightline_recorder",
    "disk full": FAILS.format("RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full';"),
    "constraint error": "ALTER TABLE {table} ADD CONSTRAINT broken CHECK (false) NOT VALID",
    "slower than the limit": "ALTER ROLE sightline_web IN DATABASE {database} SET statement_timeout = '400ms';"
    + FAILS.format("PERFORM pg_sleep(5); RETURN NEW;"),
    "read-only transaction": "ALTER ROLE sightline_web IN DATABASE {database} SET default_transaction_read_only = on",
}


@pytest.fixture(scope="module")
def template(migrated_template: CommittedDatabase, django_db_blocker: Any) -> Iterator[Peopled]:
    """A worker, a child whom they work with, and the database in which both are."""
    database = migrated_template.clone()
    with django_db_blocker.unblock(), database.process("jobs"):
        worker, child = workforce.practitioner(), person(family=CANARY)
        workforce.involve(child, practitioner=worker)
    yield worker, child, database
    database.drop()


@pytest.fixture
def database(template: Peopled, django_db_blocker: Any) -> Iterator[CommittedDatabase]:
    """A database of its own for one test, in which Django serves as the web role."""
    database = template[2].clone()
    with django_db_blocker.unblock(), database.process("web"):
        yield database
        connection.close()
    database.drop()


@pytest.fixture
def opened(template: Peopled, database: CommittedDatabase) -> Page:
    """A form about the child, open while everything worked."""
    worker, child, _ = template
    page = Page(signed_in(worker), f"/test/{child}/note/")
    assert CANARY in record(page.client, child).content.decode()
    return page


def record(client: Client, child: UUID) -> Any:
    return client.get(reverse("children:child", args=[child]))


def child_of(template: Peopled) -> UUID:
    return template[1]


def break_(database: CommittedDatabase, statement: str, table: str) -> None:
    """Bring about a fault; connections begin anew, since settings of roles count from the next login."""
    with database.superuser() as session:
        session.execute(statement.format(table=table, database=database.name))  # type: ignore[call-overload]
    connection.close()


def shows_nothing(answer: Any) -> None:
    """A plain message, and not a byte of the record."""
    text = answer.content.decode()
    assert answer.status_code >= 500
    assert CANARY not in text
    assert "There is a problem" in text


@pytest.mark.parametrize("fault", FAULTS)
def test_no_record_is_shown_that_cannot_be_logged(
    fault: str, opened: Page, template: Peopled, database: CommittedDatabase
) -> None:
    break_(database, FAULTS[fault], "audit_trail_readevent")
    shows_nothing(record(opened.client, child_of(template)))


@pytest.mark.parametrize("table", ["audit_trail_auditentry", "audit_trail_rowchange"])
@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_recorded_that_cannot_be_audited(
    fault: str, table: str, opened: Page, database: CommittedDatabase
) -> None:
    break_(database, FAULTS[fault], table)
    refused_in_words(opened)
    assert names(database) == []


def refused_in_words(opened: Page) -> None:
    """What was sent is not recorded, and the page says so."""
    answer = opened.send(name="Robin", note="Long text")
    assert answer.status_code != 302
    assert "There is a problem" in answer.content.decode() or "nothing was recorded" in answer.content.decode()


@contextmanager
def held(database: CommittedDatabase, table: str) -> Iterator[None]:
    """Somebody keeps a table to themselves; the web role does not wait for long."""
    break_(database, "ALTER ROLE sightline_web IN DATABASE {database} SET lock_timeout = '400ms'", table)
    with psycopg.connect(database.url("postgres")) as session:
        session.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")  # type: ignore[call-overload]
        yield
        session.rollback()


def test_a_log_that_somebody_locks_shows_and_records_nothing(
    opened: Page, template: Peopled, database: CommittedDatabase
) -> None:
    with held(database, "audit_trail_readevent"):
        shows_nothing(record(opened.client, child_of(template)))
    with held(database, "audit_trail_auditentry"):
        refused_in_words(opened)
    assert names(database) == []
    assert CANARY in record(opened.client, child_of(template)).content.decode()


def test_a_database_that_refuses_connections_shows_and_records_nothing(
    opened: Page, template: Peopled, database: CommittedDatabase, tmp_path: Any
) -> None:
    connection.close()
    reached = connection.settings_dict["HOST"]
    connection.settings_dict["HOST"] = str(tmp_path)
    try:
        answer = record(opened.client, child_of(template))
        shows_nothing(answer)
        assert (answer.status_code, answer["Retry-After"]) == (503, "120")
        refused_in_words(opened)
    finally:
        connection.settings_dict["HOST"] = reached
    assert names(database) == []


def test_a_locked_chain_holds_nobody_up_and_is_told_as_late(
    opened: Page, template: Peopled, database: CommittedDatabase, outside: Outside
) -> None:
    """The seal follows what is written and stands in nobody's way: what is shown is in the read log all the same."""
    before = looks(database)
    with held(database, "audit_trail_sealedbatch"):
        assert CANARY in record(opened.client, child_of(template)).content.decode()
        assert opened.send(name="Robin", note="Long text").status_code == 302
        assert seal_as_told() == {"waiting_seconds": None, "late": True}
    assert looks(database) > before
    with database.process("jobs"):
        seal()
    assert outside.findings(database) == []


def looks(database: CommittedDatabase) -> int:
    return int(rows(database, "SELECT count(*) FROM audit_trail_readevent WHERE opened IS NOT NULL")[0][0])


def test_a_clock_behind_the_last_entry_hides_nothing_and_raises_no_false_alarm(
    opened: Page, template: Peopled, database: CommittedDatabase, outside: Outside
) -> None:
    with database.superuser() as session:
        without_triggers(session, lambda: ahead(session))
    before = looks(database)
    assert CANARY in record(opened.client, child_of(template)).content.decode()
    assert looks(database) == before + 1
    with database.process("jobs"):
        seal()
    assert outside.findings(database) == []


def ahead(session: Any) -> None:
    """What was written last bears a moment that is still to come, as when the server's clock was set back since."""
    session.execute("UPDATE audit_trail_auditentry SET at = at + interval '1 hour'")
    session.execute("UPDATE audit_trail_rowchange SET at = at + interval '1 hour'")
