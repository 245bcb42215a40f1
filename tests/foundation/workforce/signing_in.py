"""Signing in by hand: password, then a code."""

import time
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from sightline.foundation.workforce.sign_in.second_factor import SecondFactor, ways_in
from tests.builders.workforce import practitioner
from tests.conftest import WebClient

PASSWORD = "a long walk by the sea"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_of(secret: str = SECRET) -> str:
    """The code that the app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def somebody(role: str = "social_worker", *, with_code: bool = True, **more: Any) -> Any:
    """Somebody with a password and, unless told otherwise, an app for codes."""
    them = practitioner(role=role, password=PASSWORD, **more)
    if with_code:
        TOTP.activate(them, SECRET)
    return them


def first_step(client: Client, email: str, password: str = PASSWORD, **extra: Any) -> Any:
    """Send address and password."""
    return client.post("/sign-in/", {"login": email, "password": password}, **extra)


def second_step(client: Client, code: str | None = None) -> Any:
    """Send a code."""
    return client.post("/sign-in/second-step/", {"code": code or code_of()})


def signed_in(them: Any, **defaults: Any) -> WebClient:
    """A client of somebody who signed in with password and code."""
    cache.clear()  # a code is taken once; tests sign in more often than every 30 seconds
    client = WebClient(**defaults)
    first_step(client, them.email)
    assert second_step(client)["Location"] == "/"
    return client


def secret_of(them: Any) -> str:
    """The secret behind somebody's codes."""
    return SecondFactor().decrypt(ways_in(them)["totp"][0].data["secret"])
