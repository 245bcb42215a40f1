"""Visitors who are not signed in, or whose browser sends without the token of our own page."""

from typing import Any
from uuid import uuid4

from django.urls import reverse

from tests.architecture.matrix.conftest import sign_in
from tests.architecture.matrix.expectations import route_table
from tests.conftest import WebClient


def stranger(practitioner: Any) -> WebClient:
    """A client signed in as somebody, of whom another site makes use."""
    client = WebClient(enforce_csrf_checks=True, raise_request_exception=False)
    sign_in(client, practitioner)
    return client


def addresses_for_anyone() -> list[str]:
    """The addresses that need no sign-in, with keys where they need some."""
    keys = {"workforce:choose_password": [uuid4(), "no-such-token"], "mfa_remove_webauthn": [1]}
    keys["front_door:reply"] = ["no-such-token"]
    names = [name for name, row in route_table().items() if row["kind"] == "anyone"]
    return [reverse(name, args=keys.get(name, [])) for name in names]
