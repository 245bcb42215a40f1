"""The seal takes every row once, in order, whatever is written meanwhile; and raises no false alarm."""

import json
from collections.abc import Callable
from random import Random
from threading import Event, Thread
from typing import Any

import pytest

from sightline.foundation.audit_trail import heads, queries, tasks, verifier
from sightline.foundation.audit_trail.heads import SealRefused
from sightline.foundation.audit_trail.seal import Sealed, seal
from tests.reliability.databases import CommittedDatabase, Outside
from tests.reliability.direct import begin, open_records, rows, write_directly
from tests.reliability.recording import Scene

pytestmark = pytest.mark.database

CLEAN_RUNS = 50


def sealed(database: CommittedDatabase, **how: Any) -> Sealed:
    """One run of the seal, as the role of jobs."""
    with database.process("jobs"):
        return seal(**how)


def unsealed(database: CommittedDatabase) -> int:
    with database.superuser() as session:
        return int(rows(session, "SELECT count(*) FROM unsealed_rows('0', NULL, 100000)")[0][0])


def test_everything_finished_is_sealed_once_and_then_nothing_is_left(
    peopled_database: CommittedDatabase, outside: Outside
) -> None:
    waiting = unsealed(peopled_database)
    assert sealed(peopled_database, rows=7).rows == waiting > 10
    assert sealed(peopled_database) == Sealed(0, 0)
    assert unsealed(peopled_database) == 0
    assert outside.findings(peopled_database) == []
    assert json.loads(outside.heads.read_text().splitlines()[-1])["count"] == waiting


def test_a_run_stops_at_its_cap_and_the_next_one_goes_on(peopled_database: CommittedDatabase, outside: Outside) -> None:
    waiting = unsealed(peopled_database)
    assert sealed(peopled_database, rows=5, batches=2) == Sealed(2, 10)
    assert outside.findings(peopled_database) == []
    assert sealed(peopled_database, rows=5).rows == waiting - 10
    assert outside.findings(peopled_database) == []


def test_one_long_transaction_is_sealed_in_parts(
    peopled_database: CommittedDatabase, scene: Scene, outside: Outside
) -> None:
    sealed(peopled_database)
    with peopled_database.login("sightline_web") as session:
        for _ in range(30):
            begin(session, scene.practitioner)
            open_records(session, scene.child)
    for _ in range(4):
        sealed(peopled_database, rows=8, batches=1)
        assert outside.findings(peopled_database) == []
    assert unsealed(peopled_database) == 0


def test_a_transaction_still_running_is_waited_for_and_its_rows_are_not_lost(
    peopled_database: CommittedDatabase, scene: Scene, outside: Outside
) -> None:
    sealed(peopled_database)
    with peopled_database.login("sightline_web") as slow:
        begin(slow, scene.practitioner)
        open_records(slow, scene.child)
        with peopled_database.login("sightline_web") as quick:
            write_directly(quick, scene, "written later, finished earlier")
        assert sealed(peopled_database).rows == 0
        assert outside.findings(peopled_database) == []
    assert sealed(peopled_database).rows > 3
    assert unsealed(peopled_database) == 0
    assert outside.findings(peopled_database) == []


def test_no_false_alarm_in_many_runs_beside_writers(
    peopled_database: CommittedDatabase, scene: Scene, outside: Outside
) -> None:
    with writers(peopled_database, scene, 3) as written:
        for number in range(CLEAN_RUNS):
            sealed(peopled_database, rows=Random(number).choice([3, 20, 200]), batches=5)
            assert outside.findings(peopled_database) == [], f"run {number}"
    sealed(peopled_database)
    assert unsealed(peopled_database) == 0
    assert outside.findings(peopled_database) == []
    assert sum(written) > CLEAN_RUNS


class writers:  # noqa: N801
    """Threads that write, and sometimes take back what they wrote, until the block ends."""

    def __init__(self, database: CommittedDatabase, scene: Scene, how_many: int) -> None:
        self.stop, self.written = Event(), [0] * how_many
        self.threads = [Thread(target=self.write, args=(database, scene, number)) for number in range(how_many)]

    def __enter__(self) -> list[int]:
        for thread in self.threads:
            thread.start()
        return self.written

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def write(self, database: CommittedDatabase, scene: Scene, number: int) -> None:
        random = Random(number)
        with database.login("sightline_web") as session:
            while not self.stop.wait(random.random() / 50):
                if random.random() < 0.2:
                    begin(session, scene.practitioner)
                    open_records(session, scene.child)
                    session.rollback()
                write_directly(session, scene, f"by {number}", refuse=random.random() < 0.3)
                self.written[number] += 1


def test_a_crash_between_database_and_file_of_heads_is_made_good(
    peopled_database: CommittedDatabase, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed(peopled_database, rows=5, batches=1)
    monkeypatch.setattr(heads.HeadFile, "append", crash)
    with pytest.raises(OSError, match="no space"):
        sealed(peopled_database, rows=5, batches=1)
    monkeypatch.undo()
    assert outside.findings(peopled_database) == []
    sealed(peopled_database)
    assert outside.findings(peopled_database) == []
    assert [json.loads(line)["batch"] for line in outside.heads.read_text().splitlines()] == [1, 2, 3]


def crash(*_: Any, **__: Any) -> None:
    raise OSError("no space left")


def test_an_older_state_is_found_and_sealed_only_when_somebody_says_why(
    peopled_database: CommittedDatabase, scene: Scene, outside: Outside
) -> None:
    sealed(peopled_database)
    older = peopled_database.clone()
    with peopled_database.login("sightline_web") as session:
        write_directly(session, scene, "after the backup")
    sealed(peopled_database)
    assert [finding.kind for finding in outside.findings(older)] == [verifier.OLDER]
    with pytest.raises(SealRefused, match="older than the file of heads"):
        sealed(older)
    sealed(older, after_restore="rehearsal")
    with older.login("sightline_web") as session:
        write_directly(session, scene, "life goes on")
    sealed(older)
    assert outside.findings(older) == []
    older.drop()


def test_rows_written_on_another_server_are_sealed_after_a_move_to_this_one(
    peopled_database: CommittedDatabase, scene: Scene, outside: Outside
) -> None:
    """Their transactions bear numbers to which this server has not come yet."""
    sealed(peopled_database)
    with peopled_database.login("sightline_web") as session:
        write_directly(session, scene, "on the other server")
    make_foreign(peopled_database)
    assert outside.findings(peopled_database) == []
    assert sealed(peopled_database).rows > 3
    assert unsealed(peopled_database) == 0
    with peopled_database.login("sightline_web") as session:
        write_directly(session, scene, "on this server")
    sealed(peopled_database)
    assert unsealed(peopled_database) == 0
    assert outside.findings(peopled_database) == []
    with peopled_database.superuser() as session:
        assert rows(session, "SELECT max(epoch) FROM audit_trail_sealedbatch") == [(2,)]


def make_foreign(database: CommittedDatabase) -> None:
    """Let this database look as if it came from another server, whose transactions had come further."""
    with database.superuser() as session:
        session.execute(
            "CREATE OR REPLACE FUNCTION cluster_identity() RETURNS text LANGUAGE sql AS $$ SELECT 'the new one' $$"
        )
        for table in ("auditentry", "readevent", "rowchange"):
            session.execute(f"ALTER TABLE audit_trail_{table} DISABLE TRIGGER USER")  # type: ignore[arg-type]
            session.execute(  # type: ignore[call-overload]
                f"UPDATE audit_trail_{table} e SET xid = (xid::text::bigint + 1000000)::text::xid8 WHERE NOT EXISTS"
                f" (SELECT FROM audit_trail_sealedrow s WHERE s.log = %s AND s.row = e.id)",
                [{"auditentry": 1, "readevent": 2, "rowchange": 4}[table]],
            )
            session.execute(f"ALTER TABLE audit_trail_{table} ENABLE ALWAYS TRIGGER keep_whole")  # type: ignore[arg-type]


def test_without_its_key_or_its_heads_nothing_is_sealed(peopled_database: CommittedDatabase, outside: Outside) -> None:
    sealed(peopled_database)
    kept = outside.key.read_text()
    outside.key.unlink()
    with pytest.raises(SealRefused, match="key"):
        sealed(peopled_database)
    outside.key.write_text(kept)
    outside.heads.unlink()
    with pytest.raises(SealRefused, match="heads"):
        sealed(peopled_database)


def test_the_key_is_for_its_owner_only(peopled_database: CommittedDatabase, outside: Outside) -> None:
    sealed(peopled_database)
    assert outside.key.stat().st_mode & 0o777 == 0o600


def test_lag_is_what_the_oldest_unsealed_row_has_waited(
    peopled_database: CommittedDatabase, outside: Outside, caplog: pytest.LogCaptureFixture
) -> None:
    with peopled_database.process("web"):
        assert queries.seal_lag().total_seconds() > 0
    sealed(peopled_database)
    with peopled_database.process("web"):
        assert queries.seal_lag().total_seconds() == 0


def test_the_job_says_when_the_seal_is_late(
    peopled_database: CommittedDatabase,
    outside: Outside,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(tasks.rules, "SEAL_LAG_ALARM", -tasks.rules.SEAL_LAG_ALARM)
    with peopled_database.process("jobs"):
        tasks.seal(0)
    assert [record.message for record in caplog.records] == ["the seal of the audit is late"]


def test_the_read_log_gets_its_months_ahead(peopled_database: CommittedDatabase, scene: Scene) -> None:
    with peopled_database.process("jobs"):
        tasks.prepare_read_log(0)
    with peopled_database.superuser() as session:
        months = rows(session, "SELECT count(*) FROM pg_inherits WHERE inhparent = 'audit_trail_readevent'::regclass")
        guarded = rows(session, "SELECT count(*) FROM pg_class WHERE starts_with(relname, 'audit_trail_readevent') AND"
                                " relkind = 'r' AND relrowsecurity AND relforcerowsecurity")  # fmt: skip
    assert months == guarded
    assert months[0][0] >= 5


Shape = Callable[[Any], None]


@pytest.mark.parametrize(
    "migration",
    [
        "ALTER TABLE documents_passage ADD COLUMN tone text NOT NULL DEFAULT 'plain'",
        "ALTER TABLE documents_passage ALTER COLUMN place TYPE varchar(80)",
        "ALTER TABLE documents_passage ADD COLUMN tone text; ALTER TABLE documents_passage DROP COLUMN place",
    ],
)
def test_a_change_of_columns_raises_no_false_alarm(
    peopled_database: CommittedDatabase, outside: Outside, migration: str
) -> None:
    with peopled_database.login("sightline_owner") as session:
        session.execute(migration)  # type: ignore[call-overload]
    with peopled_database.login("sightline_owner") as session:
        session.execute("SELECT record_shapes()")
    sealed(peopled_database)
    assert outside.findings(peopled_database) == []


def test_an_altered_row_is_not_noted_as_good_when_columns_are_added(
    peopled_database: CommittedDatabase, outside: Outside
) -> None:
    with peopled_database.superuser() as session:
        session.execute("ALTER TABLE documents_passage DISABLE TRIGGER USER")
        session.execute("UPDATE documents_passage SET text = 'altered'")
        session.execute("ALTER TABLE documents_passage ENABLE TRIGGER USER")
    with peopled_database.login("sightline_owner") as session:
        session.execute("ALTER TABLE documents_passage ADD COLUMN tone text NOT NULL DEFAULT 'plain'")
        session.execute("SELECT record_shapes()")
    sealed(peopled_database)
    assert {finding.kind for finding in outside.findings(peopled_database)} == {verifier.FACTS}
