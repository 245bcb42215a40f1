"""The world of the access tests, built once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from tests.architecture.matrix.world import World, build
from tests.conftest import WebClient, as_jobs


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Everybody and everything, in a transaction that is rolled back when the access tests end."""
    with django_db_blocker.unblock():
        transaction.set_autocommit(False)
        with as_jobs():
            made = build()
        yield made
        connection.rollback()
        transaction.set_autocommit(True)


@pytest.fixture(scope="package")
def client_as(world: World) -> Callable[[str], WebClient]:
    """A client signed in, with a second factor, as the practitioner of a role."""
    clients: dict[str, WebClient] = {}

    def signed_in(role: str) -> WebClient:
        if role not in clients:
            clients[role] = WebClient()
            clients[role].force_login(
                world.practitioners[role], backend="allauth.account.auth_backends.AuthenticationBackend"
            )
            session = clients[role].session
            session["account_authentication_methods"] = [{"method": "password"}, {"method": "mfa", "type": "totp"}]
            session["name"] = f"matrix-{role}"
            session.save()
        return clients[role]

    return signed_in
