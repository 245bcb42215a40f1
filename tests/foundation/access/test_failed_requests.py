"""A request that read a record and then failed shows nothing, and is in the read log all the same."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection

from sightline.foundation.access import middleware
from sightline.foundation.audit_trail import queries, recorder
from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.children import presenters
from tests.builders.documents import person
from tests.builders.workforce import involve
from tests.conftest import as_jobs
from tests.foundation.access.conftest import Scene


def opened_by(practitioner: Any) -> list[tuple[UUID, str]]:
    """Which records the read log says a practitioner opened, and on what basis."""
    with as_jobs():
        found = ReadEvent.objects.filter(practitioner=practitioner.pk, opened__isnull=False)
        return list(found.values_list("opened", "basis").order_by("id"))


def fail(*_: Any, **__: Any) -> Any:
    raise RuntimeError("canary")


def fail_in_database(*_: Any, **__: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")


def wait_too_long(*_: Any, **__: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '20ms'; SELECT pg_sleep(5)")


@pytest.mark.parametrize(("failing", "status"), [(fail, 500), (fail_in_database, 500), (wait_too_long, 503)])
def test_a_page_that_fails_after_it_opened_a_record_is_in_the_read_log(
    scene: Scene, client_of: Any, monkeypatch: pytest.MonkeyPatch, failing: Any, status: int
) -> None:
    client = client_of(scene.worker, raise_request_exception=False)
    monkeypatch.setattr(presenters, "overview", failing)
    response = client.get(f"/people/children/{scene.child}/")
    assert response.status_code == status
    assert ("Retry-After" in response) is (status == 503)  # the database was busy: somebody may try again soon
    assert "Canary" not in response.content.decode()
    assert opened_by(scene.worker) == [(scene.child, "Allocated worker; the page was not shown")]


def test_a_page_of_the_record_that_does_not_exist_is_in_the_read_log(scene: Scene, client_of: Any) -> None:
    response = client_of(scene.worker).get(f"/people/children/{scene.child}/documents/{uuid4()}/")
    assert response.status_code == 404
    assert opened_by(scene.worker) == [(scene.child, "Allocated worker; the page was not shown")]


def test_a_request_whose_transaction_cannot_be_finished_is_in_the_read_log(
    scene: Scene, client_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, leaving = client_of(scene.worker), iter([fail_in_database, recorder.forget])
    monkeypatch.setattr(middleware.recorder, "forget", lambda *given, **named: next(leaving)(*given, **named))
    with pytest.raises(DatabaseError):
        client.get(f"/people/children/{scene.child}/")
    assert opened_by(scene.worker) == [(scene.child, "Allocated worker; the page was not shown")]


def test_a_refused_record_is_never_said_to_have_been_opened(scene: Scene, client_of: Any) -> None:
    assert client_of(scene.stranger).get(f"/people/children/{scene.child}/").status_code == 404
    assert opened_by(scene.stranger) == []


def test_who_looked_tells_of_it(scene: Scene, client_of: Any) -> None:
    sibling = person("Sky", "Canary")
    involve(sibling, practitioner=scene.worker)
    client_of(scene.worker).get(f"/people/children/{scene.child}/documents/{uuid4()}/")
    with as_jobs():
        assert queries.looks_at(scene.child).count() == 1
        assert queries.looks_at(sibling).count() == 0


@pytest.mark.parametrize(
    "address", ["/people/children/{}%00/", "/%00", "/people/children/{}/%ED%A0%80/", "/%F0%9F%91%B6" * 90]
)
def test_an_address_of_strange_characters_is_one_that_does_not_exist(
    scene: Scene, client_of: Any, address: str
) -> None:
    client = client_of(scene.worker, raise_request_exception=False)
    assert client.get(address.format(scene.child)).status_code == 404
