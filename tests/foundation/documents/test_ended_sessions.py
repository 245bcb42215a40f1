"""A form that is sent when nobody, or somebody else, is signed in: kept for its author, recorded for nobody."""

from typing import Any
from uuid import uuid4

import pytest

from sightline.foundation.children.models import Person
from sightline.foundation.documents import tickets
from sightline.foundation.documents.models import Draft
from tests.builders import workforce

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.foundation.documents.forms_to_fill")]


def names() -> list[str]:
    return list(Person.objects.exclude(given_names="Sam").values_list("given_names", flat=True))


def typed() -> list[Any]:
    return [draft.data for draft in Draft.objects.order_by("started_at")]


def test_a_form_sent_after_the_session_ended_is_kept_for_its_author(opened: Any) -> None:
    page = opened()
    page.client.logout()
    response = page.send(name="Robin", note="Long text")
    key = tickets.read(page.draft).draft
    assert response.status_code == 302
    assert f"draft%3D{key}" in response["Location"]
    assert "Long text" not in response.content.decode()
    assert names() == []
    assert typed() == [{"name": ["Robin"], "note": ["Long text"]}]


def test_a_save_after_the_session_ended_is_kept_and_asks_to_sign_in(opened: Any) -> None:
    page = opened()
    page.client.logout()
    response = page.save(name="Robin")
    assert response.status_code == 401
    assert "reauthenticate" in response.json()
    assert typed() == [{"name": ["Robin"]}]


def test_a_form_opened_by_somebody_else_is_kept_for_them_and_never_recorded(opened: Any, child: Any) -> None:
    page = opened()
    other = workforce.practitioner()
    workforce.involve(child, kind="co_worker", practitioner=other)
    page.client = opened(by=other).client
    answer = page.send(name="Robin")
    assert answer.status_code == 303
    assert "another account" in page.client.get(answer["Location"]).content.decode()
    assert names() == []
    [draft] = Draft.objects.all()
    assert draft.author_id != other.pk


def test_a_ticket_that_was_not_signed_here_saves_nothing_for_anybody(client: Any, child: Any) -> None:
    response = client.post(f"/test/{child}/note/", {"draft": "forged", "name": "Robin"})
    assert response.status_code == 302
    assert typed() == []


def test_a_form_without_a_ticket_still_records_once(opened: Any) -> None:
    page = opened()
    page.draft = str(uuid4())
    first, second = page.send(name="Robin"), page.send(name="Robin")
    assert first["Location"] == second["Location"]
    assert names() == ["Robin"]


def lock(page: Any) -> None:
    session = page.client.session
    session["locked"] = 4_000_000_000
    session.save()


def test_a_form_sent_while_the_session_is_locked_is_kept_and_unlocking_leads_back_to_it(opened: Any) -> None:
    page = opened()
    lock(page)
    response = page.send(name="Robin", note="Long text")
    assert response.status_code == 302
    assert f"draft%3D{tickets.read(page.draft).draft}" in response["Location"]
    assert names() == []
    assert typed() == [{"name": ["Robin"], "note": ["Long text"]}]


def test_a_save_while_the_session_is_locked_is_kept_and_asks_to_unlock(opened: Any) -> None:
    page = opened()
    lock(page)
    response = page.save(name="Robin")
    assert response.status_code == 401
    assert "reauthenticate" in response.json()
    assert typed() == [{"name": ["Robin"]}]


def test_a_form_without_a_valid_token_against_forgery_is_kept_and_not_recorded(opened: Any) -> None:
    page = opened()
    page.client.handler.enforce_csrf_checks = True
    assert page.send(name="Robin", note="Long text").status_code == 403
    assert names() == []
    assert typed() == [{"name": ["Robin"], "note": ["Long text"]}]
