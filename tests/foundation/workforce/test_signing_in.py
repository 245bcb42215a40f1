"""Signing in: two steps for everybody, the same answer to every wrong try, and no way round the second step."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone

from sightline.foundation.workforce import actions
from sightline.foundation.workforce.models import Practitioner, SignInEvent, WorkSession
from sightline.foundation.workforce.sign_in import first_password
from tests.builders.workforce import BUILDER, as_builder
from tests.conftest import WebClient
from tests.foundation.workforce.signing_in import (
    PASSWORD,
    code_of,
    first_step,
    second_step,
    secret_of,
    signed_in,
    somebody,
)

pytestmark = pytest.mark.django_db


def body(response: Any) -> bytes:
    """What the page says, without its token and what was typed."""
    return re.sub(rb'value="[^"]*"|nonce="[^"]*"', b"", response.content)


def events(them: Any) -> list[str]:
    return list(SignInEvent.objects.filter(practitioner=them.pk).order_by("id").values_list("what", flat=True))


def test_a_password_alone_opens_nothing() -> None:
    them, client = somebody(), WebClient()
    assert first_step(client, them.email)["Location"] == "/sign-in/second-step/"
    assert client.get("/")["Location"] == "/sign-in/?next=/"


def test_password_and_code_open_my_work() -> None:
    them = somebody()
    client = signed_in(them)
    assert b"My work" in client.get("/").content
    assert events(them) == ["signed_in"]


def test_without_a_second_step_it_is_set_up_before_anything_else() -> None:
    them, client = somebody(with_code=False), WebClient()
    assert first_step(client, them.email)["Location"] == "/"
    assert client.get("/")["Location"] == "/sign-in/ways/"
    assert b"Set up a second step" in client.get("/sign-in/ways/").content
    key = client.session.session_key
    page = client.get("/sign-in/ways/code/")
    assert page.status_code == 200
    secret = client.session["mfa.totp.secret"]
    assert client.post("/sign-in/ways/code/", {"code": code_of(secret)})["Location"] == "/"
    assert client.get("/").status_code == 200
    assert client.session.session_key != key
    assert secret_of(them) == secret
    assert secret not in str(Authenticator.objects.get(user=them.pk).data)


def test_who_had_only_the_password_cannot_add_a_second_step_once_its_owner_did() -> None:
    them, thief = somebody(with_code=False), WebClient()
    first_step(thief, them.email)
    somebody_else = Authenticator.objects.create(user=them, type="totp", data={"secret": "x"})
    assert b"Sign in once more" in thief.get("/sign-in/ways/").content
    assert b"Sign in once more" in thief.post("/sign-in/ways/code/", {"code": "123456"}).content
    assert b"Sign in once more" in thief.get("/sign-in/ways/passkey/").content
    assert list(Authenticator.objects.filter(user=them.pk)) == [somebody_else]


def test_unknown_wrong_suspended_and_throttled_look_the_same() -> None:
    known, suspended, throttled = somebody(), somebody(), somebody()
    with as_builder():
        actions.suspend(practitioner_id=suspended.pk, version=suspended.version, at_moment=timezone.now(), by=BUILDER)
    for _ in range(10):
        first_step(WebClient(), throttled.email, "wrong")
    answers = {
        "wrong": first_step(WebClient(), known.email, "wrong"),
        "unknown": first_step(WebClient(), "nobody@eastmere.example"),
        "suspended": first_step(WebClient(), suspended.email),
        "throttled": first_step(WebClient(), throttled.email),
    }
    assert {answer.status_code for answer in answers.values()} == {200}
    assert len({body(answer) for answer in answers.values()}) == 1


def test_a_session_has_a_new_key_and_a_name_that_is_not_its_key() -> None:
    them, client = somebody(), WebClient()
    first_step(client, them.email)
    before = client.session.session_key
    second_step(client)
    session = WorkSession.objects.get(practitioner=them.pk)
    assert session.session_key != before
    assert session.name
    assert session.name not in session.session_key


def test_signing_out_ends_the_session_on_the_server_and_clears_the_browser() -> None:
    them = somebody()
    client = signed_in(them)
    cookie = client.cookies["session"].value
    response = client.post("/sign-in/out/")
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not WorkSession.objects.filter(practitioner=them.pk).exists()
    client.cookies["session"] = cookie
    assert client.get("/").status_code == 302
    assert events(them) == ["signed_in", "signed_out"]


def test_a_get_signs_nobody_out() -> None:
    client = signed_in(somebody())
    assert b"Sign out" in client.get("/sign-in/out/").content
    assert client.get("/").status_code == 200


def test_a_code_is_taken_once() -> None:
    them = somebody()
    code = code_of()
    signed_in(them)
    again = WebClient()
    first_step(again, them.email)
    assert b"Check the code" in second_step(again, code).content


def test_nobody_can_sign_up_or_ask_for_a_password_by_mail() -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert sorted(name for name in names if name.startswith(("account_", "mfa_", "socialaccount_"))) == [
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_authenticate",
        "mfa_index",
        "mfa_login_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_remove_webauthn",
    ]
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_the_first_password_is_chosen_once_with_the_link() -> None:
    them = somebody(with_code=False)
    Practitioner.objects.filter(pk=them.pk).update(password="!none")
    them.refresh_from_db()
    link, client = first_password.link_for(them), WebClient()
    assert client.get(link)["Cache-Control"] == "no-store"
    short = client.post(link, {"password": "short", "again": "short"})
    assert b"This password is too short" in short.content
    different = client.post(link, {"password": PASSWORD, "again": "something else"})
    assert b"Type the same password twice" in different.content
    assert client.post(link, {"password": PASSWORD, "again": PASSWORD})["Location"] == "/sign-in/"
    assert client.get(link).status_code == 404
    assert first_step(client, them.email)["Location"] == "/"


def test_a_wrong_link_looks_like_no_page() -> None:
    them = somebody()
    wrong = WebClient().get(f"/first-password/{them.pk}/abc-123/")
    unknown = WebClient().get("/first-password/0198a5a0-0000-7000-8000-000000000000/abc-123/")
    assert (wrong.status_code, unknown.status_code) == (404, 404)
    assert wrong.content == unknown.content


def test_a_session_lasts_a_working_day_however_active(monkeypatch: pytest.MonkeyPatch) -> None:
    client = signed_in(somebody())
    session = client.session
    session["began"] -= 12 * 3600 + 1
    session.save()
    assert client.get("/").status_code == 302


def test_somebody_sees_and_ends_their_own_sessions_only() -> None:
    them, other = somebody(), somebody()
    at_desk, at_home = signed_in(them), signed_in(them, HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")
    elsewhere = signed_in(other)
    page = at_desk.get("/account/sessions/").content.decode()
    assert "Firefox on Windows" in page
    assert page.count("Sign out there") == 1
    named = WorkSession.objects.get(practitioner=them.pk, browser__contains="Firefox").name
    foreign = WorkSession.objects.get(practitioner=other.pk).name
    at_desk.post("/account/sessions/end/", {"name": foreign})
    assert elsewhere.get("/").status_code == 200
    at_desk.post("/account/sessions/end/", {"name": named})
    assert at_home.get("/").status_code == 302
    assert at_desk.get("/").status_code == 200
