"""A session left alone is locked, and opens again where it was."""

import time
from typing import Any
from uuid import uuid4

import pytest

from sightline.foundation.workforce.models import SignInEvent
from tests.foundation.workforce.signing_in import PASSWORD, signed_in, somebody

pytestmark = pytest.mark.django_db
AUTOSAVE = {"HTTP_X_REQUESTED_WITH": "autosave", "HTTP_ACCEPT": "application/json"}
SCRIPT = {"HTTP_X_REQUESTED_WITH": "lock", "HTTP_ACCEPT": "application/json"}


@pytest.fixture
def client(db: None) -> Any:
    return signed_in(somebody())


def leave_alone(client: Any, minutes: int) -> None:
    session = client.session
    session["active"] = time.time() - minutes * 60
    session["account_authentication_methods"] = [
        each | {"at": each["at"] - minutes * 60} for each in session["account_authentication_methods"]
    ]
    session.save()


def test_fourteen_minutes_are_not_too_long(client: Any) -> None:
    leave_alone(client, 14)
    assert client.get("/").status_code == 200


def test_after_a_quarter_of_an_hour_a_page_asks_for_the_password_and_goes_on(client: Any) -> None:
    leave_alone(client, 16)
    response = client.get("/account/sessions/?a=b")
    assert response["Location"] == "/locked/?next=%2Faccount%2Fsessions%2F%3Fa%3Db"
    assert b"This page is locked" in client.get(response["Location"]).content
    wrong = client.post(response["Location"], {"password": "wrong"})
    assert b"Check your password" in wrong.content
    assert client.get("/").status_code == 302
    assert client.post(response["Location"], {"password": PASSWORD})["Location"] == "/account/sessions/?a=b"
    assert client.get("/account/sessions/").status_code == 200


def test_a_save_in_the_background_is_told_where_to_unlock(client: Any) -> None:
    leave_alone(client, 16)
    response = client.post(f"/drafts/{uuid4()}/save", **AUTOSAVE)
    assert (response.status_code, response.json()) == (401, {"reauthenticate": "/locked/"})


def test_a_save_in_the_background_is_not_activity_but_the_typing_it_tells_of_is(client: Any) -> None:
    leave_alone(client, 10)
    before = client.session["active"]
    client.post(f"/drafts/{uuid4()}/save", **AUTOSAVE)
    client.post(f"/drafts/{uuid4()}/save", **AUTOSAVE, HTTP_X_SECONDS_IDLE="700")
    assert client.session["active"] == before
    client.post(f"/drafts/{uuid4()}/save", **AUTOSAVE, HTTP_X_SECONDS_IDLE="3")
    assert client.session["active"] == pytest.approx(time.time() - 3, abs=5)


def test_the_page_locks_and_unlocks_in_place(client: Any) -> None:
    locked = client.post("/locked/", {"lock": "1"}, **SCRIPT)
    assert locked.json() == {"unlocked": False}
    assert client.get("/").status_code == 302
    assert client.post("/locked/", {"check": "1"}, **SCRIPT).json() == {"unlocked": False}
    wrong = client.post("/locked/", {"password": "wrong"}, **SCRIPT)
    assert wrong.status_code == 400
    assert wrong.json()["error"].startswith("Check your password")
    assert client.post("/locked/", {"password": PASSWORD}, **SCRIPT).json() == {"unlocked": True}
    assert client.get("/").status_code == 200


def test_unlocking_in_another_tab_opens_every_tab(client: Any) -> None:
    client.post("/locked/", {"lock": "1"}, **SCRIPT)
    client.post("/sign-in/confirm/", {"password": PASSWORD})
    assert client.post("/locked/", {"check": "1"}, **SCRIPT).json() == {"unlocked": True}


def test_ten_wrong_passwords_do_not_unlock_with_the_right_one(client: Any) -> None:
    client.post("/locked/", {"lock": "1"}, **SCRIPT)
    for _ in range(10):
        client.post("/locked/", {"password": "wrong"}, **SCRIPT)
    assert client.post("/locked/", {"password": PASSWORD}, **SCRIPT).status_code == 400


def test_an_ended_session_is_told_to_sign_in() -> None:
    from tests.conftest import WebClient

    answer = WebClient().post("/locked/", {"password": PASSWORD}, **SCRIPT)
    assert (answer.status_code, answer.json()["reauthenticate"]) == (401, "/sign-in/")
    save = WebClient().post("/account/sessions/end/", **AUTOSAVE)
    assert (save.status_code, save.json()) == (401, {"reauthenticate": "/sign-in/"})


def test_nobody_is_led_off_to_another_site(client: Any) -> None:
    client.post("/locked/", {"lock": "1"}, **SCRIPT)
    response = client.post("/locked/?next=https://elsewhere.example/", {"password": PASSWORD})
    assert response.status_code == 200
    assert b"elsewhere.example" not in response.content


@pytest.mark.parametrize("nowhere", ["9999-12-31", "ui:brand", "//[", "\x00"])
def test_what_is_no_address_leads_nowhere(client: Any, nowhere: str) -> None:
    assert b"Unlocked" in client.get("/locked/", {"next": nowhere}).content


def test_locking_and_unlocking_are_written_down(client: Any) -> None:
    client.post("/locked/", {"lock": "1"}, **SCRIPT)
    client.post("/locked/", {"password": PASSWORD}, **SCRIPT)
    assert list(SignInEvent.objects.order_by("id").values_list("what", flat=True)) == [
        "signed_in",
        "locked",
        "unlocked",
    ]


def test_five_minutes_later_something_dangerous_asks_who_it_is() -> None:
    administrator = signed_in(somebody("user_administrator"))
    assert administrator.get("/workforce/add/").status_code == 200
    leave_alone(administrator, 6)
    response = administrator.get("/workforce/add/")
    assert response["Location"] == "/sign-in/confirm/?next=%2Fworkforce%2Fadd%2F"
    confirmed = administrator.post(response["Location"], {"password": PASSWORD})
    assert confirmed["Location"] == "/workforce/add/"
    assert administrator.get("/workforce/add/").status_code == 200


def test_what_was_sent_too_late_is_kept_as_a_draft() -> None:
    administrator = signed_in(somebody("user_administrator"))
    page = administrator.get("/workforce/add/")
    draft = page.context["form"].autosave.draft
    leave_alone(administrator, 6)
    response = administrator.post("/workforce/add/", {"name": "Nia Price", "draft": draft, "draft_version": "0"})
    assert "draft" in response["Location"]
    again = administrator.post(response["Location"], {"password": PASSWORD})
    assert b"Nia Price" in administrator.get(again["Location"]).content
