"""The sightline command: names, roles, and sentences for what cannot be done."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sightline.config.console import OUR_OWN, PROCESS_OF_COMMAND, joined

NOWHERE = "postgresql://sightline_owner@/none?host=/nonexistent"


def sightline(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command as somebody at a keyboard would, told of a server that is not there."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE", "SIGHTLINE"))}
    addresses = {"DATABASE_URL": NOWHERE, "DATABASE_OWNER_URL": NOWHERE, "SIGHTLINE_MODE": "demonstration"}
    command = [sys.executable, "-m", "sightline.config.console", *words]
    return subprocess.run(command, env=clean | addresses | environment, capture_output=True, text=True, check=False)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_misspelt_command_is_answered_with_the_nearest_names() -> None:
    said = sightline("migrat")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("There is no command migrat. Did you mean migrate")


def test_a_name_near_to_nothing_is_answered_with_where_to_look() -> None:
    assert sightline("xyzzy").stderr == "There is no command xyzzy. `sightline --help` lists them.\n"


def test_without_a_command_all_are_listed() -> None:
    said = sightline()
    assert said.returncode == 0
    assert all(name in said.stdout for name in [*OUR_OWN, "migrate", "check"])


def test_a_database_that_is_away_is_said_in_one_sentence() -> None:
    said = sightline("migrate")
    assert said.returncode == 1
    assert said.stderr.startswith("The database does not answer: ")
    assert len(said.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_taken_port_is_said_in_one_sentence(command: str, taken_port: int) -> None:
    said = sightline(command, PORT=str(taken_port))
    assert said.returncode == 1
    assert said.stderr == (
        f"Port {taken_port} is taken by another program: choose another, for example with PORT={taken_port + 1}.\n"
    )


def test_two_words_name_one_command() -> None:
    assert joined(["demo", "build", "--if-empty"]) == ["demo_build", "--if-empty"]
    assert joined(["database", "prepare"]) == ["database", "prepare"]


def test_what_answers_people_runs_as_the_web_role_and_what_makes_tables_as_the_owner() -> None:
    assert PROCESS_OF_COMMAND["serve"] == PROCESS_OF_COMMAND["runserver"] == "web"
    assert PROCESS_OF_COMMAND["migrate"] == "owner"
    assert PROCESS_OF_COMMAND["worker"] == "jobs"


def test_preparing_a_real_server_needs_no_server(tmp_path: Path) -> None:
    said = sightline("database", "prepare", "--name", "elsewhere", SIGHTLINE_STATE=str(tmp_path / "state"))
    assert said.returncode == 0
    assert "\\connect elsewhere" in said.stdout
    assert not (tmp_path / "state").exists()


def test_every_template_compiles() -> None:
    assert sightline("templates").stderr == ""
