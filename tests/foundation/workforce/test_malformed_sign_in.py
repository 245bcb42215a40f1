"""Whatever is sent in place of a session, an address to go on to or a passkey is refused, and breaks no page."""

import json

import pytest
from allauth.mfa.models import Authenticator

from tests.conftest import WebClient
from tests.foundation.workforce.signing_in import first_step, signed_in, somebody

pytestmark = pytest.mark.django_db
EMPTY = {"clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AA", "userHandle": "AA"}
MADE = {"clientDataJSON": "e30", "attestationObject": "oA"}
NO_PASSKEYS = [
    "{}", "[]", "1", "\x00", '{"id": "\\ud800"}', "[" * 5000,
    *(json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": sent}) for sent in (1, {}, EMPTY, MADE)),
]  # fmt: skip


@pytest.mark.parametrize("key", [r'"abcdefgh\000abc"', "é" * 9, "a" * 9000])
def test_a_cookie_that_is_no_key_is_nobodys_session(key: str) -> None:
    assert WebClient().get("/sign-in/", headers={"cookie": f"session={key}"}).status_code == 200


@pytest.mark.parametrize("elsewhere", ["//[", "https://[", "//evil.example", "https:evil.example", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(elsewhere: str) -> None:
    them, client = somebody(with_code=False), WebClient()
    assert client.get("/sign-in/", {"next": elsewhere}).status_code == 200
    sent = {"login": them.email, "password": "a long walk by the sea", "next": elsewhere}
    assert client.post("/sign-in/", sent)["Location"] == "/"


@pytest.mark.parametrize("sent", NO_PASSKEYS)
def test_what_is_no_passkey_is_refused_in_place_of_a_password(sent: str) -> None:
    client = WebClient()
    client.get("/sign-in/passkey/", headers={"accept": "application/json"})
    assert client.post("/sign-in/passkey/", {"credential": sent})["Location"] == "/sign-in/"


def test_what_is_no_passkey_is_refused_as_a_second_step() -> None:
    them, client = somebody(), WebClient()
    first_step(client, them.email)
    for sent in NO_PASSKEYS:
        assert client.post("/sign-in/second-step/", {"credential": sent}).status_code == 200


def test_what_is_no_passkey_is_not_added() -> None:
    client = signed_in(somebody())
    for sent in NO_PASSKEYS:
        assert client.post("/sign-in/ways/passkey/", {"credential": sent}).status_code == 200
    assert not Authenticator.objects.filter(type="webauthn").exists()


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000, "\u202e"])
def test_a_session_that_nobody_has_ends_none(name: str) -> None:
    client = signed_in(somebody())
    assert client.post("/account/sessions/end/", {"name": name}).status_code == 302
    assert client.get("/account/sessions/").status_code == 200
