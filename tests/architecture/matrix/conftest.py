"""The world of the access tests, built once in a database of its own, so that each request is a real transaction."""

import gc
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


@pytest.fixture(scope="package")
def world(django_test_environment: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """Everybody and everything, committed to a test database that only these tests use."""
    with django_db_blocker.unblock(), a_database_of_its_own(), files_in(tmp_path_factory.mktemp("files")):
        with as_jobs(), nothing_thrown_away():
            made = build()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        logging.disable(logging.CRITICAL)  # thousands of requests, many refused on purpose
        yield made
        logging.disable(logging.NOTSET)


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Do not look for garbage among hundreds of thousands of rows: not while they are made, and not afterwards."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def a_database_of_its_own() -> Iterator[None]:
    """Use a test database beside the one of the other tests, which roll back what they do."""
    settings_of_tests, before = connection.settings_dict["TEST"], connection.settings_dict["NAME"]
    others, settings_of_tests["NAME"] = settings_of_tests["NAME"], f"{settings_of_tests['NAME']}_of_access"
    connection.close()
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
        settings_of_tests["NAME"] = others


@contextmanager
def files_in(folder: Any) -> Iterator[None]:
    """Keep uploaded files in a folder of this run, which no power cut matters to."""
    options = settings.STORAGES["default"]["OPTIONS"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(options, "location", folder)
        patch.setattr("os.fsync", lambda file: None)
        yield


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
