"""Starting the demonstration: nobody's database is stopped under them, a slow start is waited for, words for faults."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import OperationalError

from sightline.config import demonstration
from sightline.config.database.users import used

HOLDS = """
import fcntl, sys, time
with open(sys.argv[1]) as users:
    fcntl.flock(users, fcntl.LOCK_EX)
    print("holds", flush=True)
    time.sleep(1)
"""


class Server:
    """A database server that only notes whether it runs."""

    def __init__(self, folder: Path, *, running: bool = False) -> None:
        self.data, self.running = folder / "demo-17", running

    def answers(self) -> bool:
        return self.running

    def stop(self) -> None:
        self.running = False


def use(server: Any, waited: list[str] | None = None) -> Any:
    """One demonstration's use of the server, which it starts where it does not run."""
    return used(server, lambda: (waited if waited is not None else []).append("waited"))


def test_the_last_of_two_demonstrations_stops_the_server(tmp_path: Path) -> None:
    server = Server(tmp_path)
    first, second = ExitStack(), ExitStack()
    first.enter_context(use(server))
    server.running = True
    second.enter_context(use(server))
    first.close()
    assert server.running
    second.close()
    assert not server.running


def test_a_server_that_ran_before_goes_on_running(tmp_path: Path) -> None:
    server = Server(tmp_path, running=True)
    with use(server), use(server):
        pass
    assert server.running


def test_whoever_comes_while_the_server_is_being_stopped_waits_until_it_is(tmp_path: Path) -> None:
    server, waited = Server(tmp_path), list[str]()
    lock = tmp_path / "demo-17.users"
    lock.write_text("stop")
    stopping = subprocess.Popen([sys.executable, "-c", HOLDS, str(lock)], stdout=subprocess.PIPE)
    assert stopping.stdout
    assert stopping.stdout.readline() == b"holds\n"
    with use(server, waited):
        assert stopping.wait(timeout=30) == 0
        server.running = True
    assert (waited, server.running) == (["waited"], False)
    stopping.stdout.close()


@pytest.mark.parametrize(
    "fault", [psycopg.errors.AdminShutdown("terminating connection\nserver"), OperationalError("gone")]
)
def test_a_database_that_is_stopped_meanwhile_is_said_in_a_sentence(fault: Exception) -> None:
    sentence = r"^The database does not answer any more: [^\n]*$"
    with pytest.raises(demonstration.StepFailed, match=sentence), demonstration.database_told_of():
        raise fault


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demonstration, "PATIENCE", 0.2)
    monkeypatch.setattr(demonstration, "LONGEST_START", 1.5)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("lives", "told"), [(True, True), (False, False)])
def test_a_server_is_waited_for_as_long_as_it_lives(lives: bool, told: bool, capsys: Any) -> None:
    ending = "import time; time.sleep(60)" if lives else "raise SystemExit(3)"
    server = subprocess.Popen([sys.executable, "-c", ending])
    if not lives:
        server.wait()
    with pytest.raises(demonstration.StepFailed):
        demonstration.wait_until_ready(server, "http://127.0.0.1:9/health/ready")
    server.kill()
    server.wait()
    assert ("is not ready yet" in capsys.readouterr().out) is told
