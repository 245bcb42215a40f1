"""A process refuses to start when it would not be safe, and says why."""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from pytest_django import Settings

from sightline.config import refusals
from sightline.config.database.cluster import SUPERUSER
from sightline.config.database.launcher import find
from sightline.config.row_security import protected_tables, unprotected_tables
from tests.conftest import role

STRONG = secrets.token_urlsafe(60)


def test_debugging_is_refused(settings: Settings) -> None:
    settings.DEBUG, settings.SECRET_KEY = True, STRONG
    assert [sentence.split(":")[0] for sentence in refusals.reasons(refusals.OF_SETTINGS)] == ["DEBUG is on"]


@pytest.mark.parametrize(
    "key", ["", "short", "x" * 80, "demonstration-only-" + STRONG], ids=["none", "short", "x", "known"]
)
def test_a_weak_key_is_refused(settings: Settings, key: str) -> None:
    settings.SECRET_KEY_FALLBACKS = [key]
    settings.SECRET_KEY = STRONG
    assert len(refusals.reasons((refusals.weak_key,))) == 1


def test_a_strong_key_is_accepted(settings: Settings) -> None:
    settings.SECRET_KEY = STRONG
    assert refusals.reasons(refusals.OF_SETTINGS) == []


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "key"
    secret.write_text(STRONG)
    monkeypatch.setenv("DATABASE_URL_FILE", str(secret))
    secret.chmod(0o640)
    assert "DATABASE_URL_FILE" in refusals.reasons((refusals.open_secrets,))[0]
    secret.chmod(0o600)
    assert refusals.reasons((refusals.open_secrets,)) == []


def test_a_server_without_a_name_is_refused(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = []
    assert "SIGHTLINE_HOSTS" in refusals.reasons((refusals.nameless_host,))[0]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["sightline_web", "sightline_jobs"])
def test_the_roles_of_people_and_of_jobs_are_accepted(name: str) -> None:
    with role(name):
        assert refusals.reasons((refusals.powerful_role, refusals.owning_role, refusals.row_security_off)) == []


@pytest.mark.django_db
def test_a_role_that_owns_tables_is_refused() -> None:
    assert "sightline_owner" in refusals.reasons((refusals.owning_role,))[0]


@pytest.mark.django_db
@pytest.mark.parametrize("off", ["DISABLE ROW LEVEL SECURITY", "NO FORCE ROW LEVEL SECURITY"])
def test_a_table_without_forced_row_level_security_is_refused(off: str) -> None:
    table = sorted(protected_tables())[0]
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} {off}")
    assert unprotected_tables() == [table]
    assert table in refusals.reasons((refusals.row_security_off,))[0]


@pytest.mark.django_db
def test_all_reasons_are_told_at_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "close", lambda: None)
    settings.MODE, settings.DEBUG, settings.SECRET_KEY = "production", True, "weak"
    with pytest.raises(ImproperlyConfigured, match=r"DEBUG is on.* key is weak.* owns tables"):
        refusals.refuse_if_unsafe()


@pytest.mark.parametrize("command", ["serve", "worker"])
def test_a_superuser_is_refused_by_the_real_command(command: str, tmp_path: Path) -> None:
    cluster = find("test")
    if not cluster.answers():
        pytest.skip("the tests run on a server of somebody else's")
    address = cluster.url(SUPERUSER, "sightline")
    said = started(command, tmp_path, DATABASE_URL=address, DATABASE_JOBS_URL=address)
    assert said.returncode == 1
    reasons = [json.loads(line).get("reason", "") for line in said.stderr.splitlines()]
    assert any("postgres passes row-level security" in reason for reason in reasons)


def started(command: str, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Start a process of production with a strong key, on a port of its own."""
    (folder / "key").touch(mode=0o600)
    (folder / "key").write_text(STRONG)
    settings: dict[str, Any] = {"SIGHTLINE_MODE": "production", "SIGHTLINE_SECRET_KEY_FILE": str(folder / "key")}
    return subprocess.run(
        [sys.executable, "-m", "sightline.config.console", command],
        env=os.environ | settings | {"PORT": "0"} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
