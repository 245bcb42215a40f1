"""Health is told without an account, without a known host name, and while the database is away."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import Settings

from sightline.config import health
from sightline.config.row_security import protected_tables


def test_a_process_lives_without_a_database(client: Client) -> None:
    response = client.get("/health/live", headers={"host": "10.0.0.7"})
    assert (response.status_code, response.json()) == (200, {"live": True})


def test_a_probe_is_not_sent_to_tls(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/health/live").status_code == 200


@pytest.mark.django_db
def test_all_parts_are_ready(client: Client) -> None:
    response = client.get("/health/ready")
    told = response.json()
    assert told.pop("seal").keys() == {"waiting_seconds", "late"}
    assert (response.status_code, told) == (200, {"ready": True, "missing": []})


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "late"), [(0, False), (15, False), (16, True)])
def test_a_late_seal_is_told_and_keeps_nobody_from_working(
    client: Client, monkeypatch: pytest.MonkeyPatch, minutes: int, late: bool
) -> None:
    monkeypatch.setattr(health, "seal_lag", lambda: timedelta(minutes=minutes))
    response = client.get("/health/ready")
    assert (response.status_code, response.json()["seal"]) == (200, {"waiting_seconds": 60 * minutes, "late": late})


@pytest.mark.django_db
def test_a_migration_that_was_not_applied_is_told(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'children'")
    response = client.get("/health/ready")
    assert (response.status_code, response.json()["missing"]) == (503, ["migrations"])


@pytest.mark.django_db
def test_row_level_security_that_is_off_is_told(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {sorted(protected_tables())[0]} DISABLE ROW LEVEL SECURITY")
    response = client.get("/health/ready")
    assert (response.status_code, response.json()["missing"]) == (503, ["row-level security"])


def test_a_database_that_is_away_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> list[str]:
        raise OperationalError

    monkeypatch.setattr(health, "parts_missing", away)
    response = client.get("/health/ready")
    assert (response.status_code, response.json()) == (503, {"ready": False, "missing": ["database"]})
