"""A backup is made, restored on another server and compared; what is restored still verifies, and life goes on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sightline.config import backup, restore
from sightline.config.backup import BackupFailed, back_up
from sightline.config.database.cluster import Cluster
from sightline.config.database.launcher import start
from sightline.config.fingerprints import RowsHidden, differences, fingerprints
from sightline.foundation.audit_trail import verifier
from sightline.foundation.audit_trail.seal import seal
from tests.reliability.databases import CommittedDatabase, Outside
from tests.reliability.direct import rows, write_directly
from tests.reliability.recording import Scene

pytestmark = pytest.mark.database


@pytest.fixture(scope="module")
def other_server() -> Iterator[Cluster]:
    """A second PostgreSQL, with another identity and its transactions counted from the start."""
    cluster = start("restored")
    yield cluster
    cluster.stop()


@pytest.fixture
def empty_database(other_server: Cluster) -> Iterator[CommittedDatabase]:
    """A prepared, empty database on the other server."""
    other_server.drop_database("restored")
    other_server.ensure_database("restored")
    yield CommittedDatabase(other_server, "restored")
    other_server.drop_database("restored")


@pytest.fixture
def files(tmp_path: Path, settings: Any) -> Path:
    """A folder with two files of the record."""
    settings.STORAGES["default"]["OPTIONS"]["location"] = tmp_path / "files"
    (tmp_path / "files/ab").mkdir(parents=True)
    (tmp_path / "files/ab/one").write_bytes(b"first")
    (tmp_path / "files/two").write_bytes(b"second")
    return tmp_path / "files"


def made(database: CommittedDatabase, folder: Path) -> dict[str, Any]:
    return back_up(database.url("sightline_backup"), folder)


def sealed(database: CommittedDatabase) -> None:
    with database.process("jobs"):
        seal(rows=8)


def guarded(database: CommittedDatabase) -> dict[str, Any]:
    """The fingerprints of a database as somebody sees it whom no policy stops."""
    with database.superuser() as session:
        return fingerprints(session)


def test_what_is_restored_on_another_server_is_equal_verifies_and_can_be_gone_on_with(
    peopled_database: CommittedDatabase,
    empty_database: CommittedDatabase,
    scene: Scene,
    outside: Outside,
    files: Path,
    tmp_path: Path,
) -> None:
    sealed(peopled_database)
    with peopled_database.login("sightline_web") as session:
        write_directly(session, scene, "not sealed yet", refuse=True)
    manifest = made(peopled_database, tmp_path / "backup")
    assert manifest["tables"] == guarded(peopled_database)["tables"]
    assert manifest["tables"]["documents_passage"][0] == 3

    again = tmp_path / "files again"
    assert restore.restore(tmp_path / "backup", empty_database.url("sightline_owner"), again) == []
    assert differences(guarded(peopled_database), guarded(empty_database)) == []
    assert {path.name: path.read_bytes() for path in again.rglob("*") if path.is_file()} == {
        "one": b"first",
        "two": b"second",
    }

    assert outside.findings(empty_database) == []
    with empty_database.login("sightline_web") as session:
        write_directly(session, scene, "on the new server")
    sealed(empty_database)
    assert outside.findings(empty_database) == []
    with empty_database.superuser() as session:
        assert rows(session, "SELECT max(epoch) FROM audit_trail_sealedbatch") == [(2,)]
        assert rows(session, "SELECT count(*) FROM unsealed_rows('0', NULL, 1000)") == [(0,)]


def test_a_backup_that_is_older_than_the_heads_is_called_older(
    peopled_database: CommittedDatabase,
    empty_database: CommittedDatabase,
    scene: Scene,
    outside: Outside,
    tmp_path: Path,
) -> None:
    sealed(peopled_database)
    made(peopled_database, tmp_path / "backup")
    with peopled_database.login("sightline_web") as session:
        write_directly(session, scene, "after the backup")
    sealed(peopled_database)
    assert restore.restore(tmp_path / "backup", empty_database.url("sightline_owner")) == []
    assert [finding.kind for finding in outside.findings(empty_database)] == [verifier.OLDER]
    with empty_database.process("jobs"):
        seal(after_restore="rehearsal")
    assert outside.findings(empty_database) == []


def test_a_table_whose_rows_are_hidden_from_the_backup_stops_it(
    peopled_database: CommittedDatabase, outside: Outside, tmp_path: Path
) -> None:
    with peopled_database.superuser() as session:
        session.execute("DROP POLICY copied ON documents_passage")
    with pytest.raises(RowsHidden, match="documents_passage"):
        made(peopled_database, tmp_path / "backup")
    assert not (tmp_path / "backup").exists()


def test_a_policy_that_narrows_what_the_backup_sees_stops_it(
    peopled_database: CommittedDatabase, outside: Outside, tmp_path: Path
) -> None:
    with peopled_database.superuser() as session:
        session.execute("CREATE POLICY narrow ON documents_passage AS RESTRICTIVE USING (false)")
    with pytest.raises(RowsHidden, match="documents_passage"):
        made(peopled_database, tmp_path / "backup")


def test_a_backup_that_was_damaged_is_not_restored(
    peopled_database: CommittedDatabase, empty_database: CommittedDatabase, outside: Outside, tmp_path: Path
) -> None:
    made(peopled_database, tmp_path / "backup")
    dump = tmp_path / "backup" / backup.DUMP
    content = bytearray(dump.read_bytes())
    content[len(content) // 2] ^= 1
    dump.write_bytes(content)
    with pytest.raises(BackupFailed, match="not as it was written"):
        restore.restore(tmp_path / "backup", empty_database.url("sightline_owner"))


def test_nothing_is_restored_over_something_or_backed_up_over_another_backup(
    peopled_database: CommittedDatabase, outside: Outside, tmp_path: Path
) -> None:
    made(peopled_database, tmp_path / "backup")
    with pytest.raises(BackupFailed, match="not empty"):
        restore.restore(tmp_path / "backup", peopled_database.url("sightline_owner"))
    with pytest.raises(BackupFailed, match="exists already"):
        made(peopled_database, tmp_path / "backup")


def test_a_difference_after_a_restore_is_said(
    peopled_database: CommittedDatabase, outside: Outside, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = made(peopled_database, tmp_path / "backup")
    with peopled_database.superuser() as session:
        session.execute("ALTER TABLE documents_passage DISABLE TRIGGER USER")
        session.execute("DELETE FROM documents_passage WHERE id = (SELECT max(id::text)::uuid FROM documents_passage)")
    told = differences(manifest, guarded(peopled_database))
    assert told == ["documents_passage: 2 rows became 1", "triggers differ"]


def test_the_backup_holds_no_key_and_is_for_its_owner_only(
    peopled_database: CommittedDatabase, outside: Outside, tmp_path: Path
) -> None:
    sealed(peopled_database)
    manifest = made(peopled_database, tmp_path / "backup")
    secret = outside.key.read_text().strip()
    assert manifest["key"]
    assert (tmp_path / "backup").stat().st_mode & 0o077 == 0
    assert all(secret not in part.read_bytes().decode("latin-1") for part in (tmp_path / "backup").iterdir())
    assert secret not in json.dumps(manifest)
