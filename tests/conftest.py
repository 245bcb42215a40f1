"""What every test may use: database roles, signed-in clients, and people to start from."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, settings

from sightline.foundation.audit_trail import recorder

settings.register_profile(  # how fast a machine is says nothing about a property; the rest stays as Hypothesis has it
    "any machine", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@contextmanager
def role(name: str) -> Iterator[None]:
    """Run as a database role, whose policies then hold, and go back to the role from before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute(f"SET ROLE {name}")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(f"SET ROLE {before}")


@contextmanager
def as_jobs() -> Iterator[None]:
    """Run as the role of jobs, imports and the demonstration: it sees every row."""
    with role("sightline_jobs"):
        yield


@contextmanager
def as_web(practitioner: Any, open: Iterable[UUID] = ()) -> Iterator[None]:
    """Run as the web role in the name of a practitioner, with these records opened as a request would open them."""
    with role("sightline_web"):
        recorder.begin(actor=practitioner.pk, session="test", request=uuid4(), route="/test/")
        recorder.open_records(list(open), basis="test")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                recorder.forget()


class WebClient(Client):
    """A client whose requests run as the web role."""

    def request(self, **request: Any) -> Any:
        with role("sightline_web"):
            return super().request(**request)


@pytest.fixture
def client_of(db: None) -> Callable[[Any], WebClient]:
    """A client for a practitioner, signed in with a second factor."""

    def signed_in(practitioner: Any, **defaults: Any) -> WebClient:
        client = WebClient(**defaults)
        client.force_login(practitioner, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session["account_authentication_methods"] = [{"method": "password"}, {"method": "mfa", "type": "totp"}]
        session["account_authentication_methods_user"] = str(practitioner.pk)
        session["name"] = f"test-{practitioner.pk}"
        session.save()
        return client

    return signed_in
