"""The world of the access tests, built once in a database of its own, so that each request is a real transaction."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from tests.architecture.matrix.world import World, build
from tests.conftest import WebClient, as_jobs

DATABASE = "test_of_access"


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """Everybody and everything, committed to a copy of the test database that is thrown away at the end."""
    with django_db_blocker.unblock(), a_database_of_its_own(), files_in(tmp_path_factory.mktemp("files")):
        with as_jobs():
            made = build()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        logging.disable(logging.CRITICAL)  # thousands of requests, many refused on purpose
        yield made
        logging.disable(logging.NOTSET)


@contextmanager
def a_database_of_its_own() -> Iterator[None]:
    """Use a copy of the empty test database, and go back to that one afterwards."""
    shared = connection.settings_dict["NAME"]
    copied(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)", f"CREATE DATABASE {DATABASE} TEMPLATE {shared}")
    connection.settings_dict["NAME"] = DATABASE
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = shared
        copied(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def copied(*statements: str) -> None:
    """Make and drop databases; nobody may be connected to the one that is copied."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def files_in(folder: Any) -> Iterator[None]:
    """Keep uploaded files in a folder of this run."""
    options = settings.STORAGES["default"]["OPTIONS"]
    before, options["location"] = options["location"], folder
    yield
    options["location"] = before


@pytest.fixture(scope="package")
def client_as(world: World) -> Callable[[str], WebClient]:
    """A client signed in, with a second factor, as the practitioner of a role."""
    clients: dict[str, WebClient] = {}

    def signed_in(role: str) -> WebClient:
        if role not in clients:
            clients[role] = WebClient(raise_request_exception=False)
            sign_in(clients[role], world.practitioners[role])
        return clients[role]

    return signed_in


def sign_in(client: WebClient, practitioner: Any) -> None:
    """Sign in with a password and a second step, fresh for as long as these tests run."""
    client.force_login(practitioner, backend="allauth.account.auth_backends.AuthenticationBackend")
    session, shown = client.session, {"at": time.time() + 3600}
    methods = [{"method": "password", **shown}, {"method": "mfa", "type": "totp", **shown}]
    session["account_authentication_methods"] = methods
    session["name"] = f"matrix-{practitioner.pk}"
    session.save()
