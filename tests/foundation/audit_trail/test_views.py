"""Who looked at a record and what was done with it, on screen."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.urls import reverse

from sightline.foundation.audit_trail import recorder
from sightline.foundation.audit_trail.presenters import basis_in_words, page_of
from sightline.foundation.audit_trail.queries import Asked, who_looked
from tests.builders import people
from tests.builders.workforce import involve, practitioner
from tests.conftest import role

pytestmark = pytest.mark.django_db


class Record:
    """A child with a mother, a worker who holds them, and the worker's manager."""

    def __init__(self) -> None:
        self.child = people.child("Tia", "Bright")
        self.worker = people.worker_of(self.child, name="Asha Bell")
        self.mother = people.adult(self.child, "mother", "Mel", "Bright")
        self.manager = practitioner("service_manager", name="Jo Marsh")
        involve(self.child, practitioner=self.manager, kind="co_worker")


@pytest.fixture
def record(db: None) -> Record:
    return Record()


def text_of(client: Any, record: Record, page: str = "who-looked", query: str = "") -> str:
    response = client.get(f"/audit/{record.child.pk}/{page}/{query}")
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def rows_of(client: Any, record: Record, query: str = "") -> int:
    response = client.get(f"/audit/{record.child.pk}/who-looked/{query}")
    return response.content.decode().count('<tr class="govuk-table__row"') - 1


def look(practitioner: Any, record: Record, times: int = 1) -> None:
    """Open the record, as so many requests."""
    for _ in range(times):
        with role("sightline_web"):
            recorder.begin(
                actor=practitioner.pk, session="s", request=uuid4(), route=f"/chronology/children/{record.child.pk}/"
            )
            recorder.open_record(record.child.pk, basis="Allocated worker")
            recorder.open_records([record.mother.pk], basis="in the record of a child", via=record.child.pk)
            recorder.forget()


def test_who_when_which_page_on_what_basis_and_with_whom(client_of: Any, record: Record) -> None:
    look(record.worker, record)
    text = text_of(client_of(record.manager), record)
    assert "Asha Bell Page Chronology How Opened, with Mel Bright On what basis Allocated worker" in text


def test_whoever_asks_stands_in_the_list_too(client_of: Any, record: Record) -> None:
    assert "Jo Marsh Page Who looked" in text_of(client_of(record.manager), record)


def test_a_line_in_a_list_is_told_apart_from_an_opened_record(client_of: Any, record: Record) -> None:
    with role("sightline_web"):
        recorder.begin(actor=record.worker.pk, session="s", request=uuid4(), route="/search/")
        recorder.forget([record.child.pk, uuid4()], basis="shown in a list")
    assert "How Shown in a list" in text_of(client_of(record.manager), record)


def test_the_reason_given_for_a_look_stands_beside_it(client_of: Any, record: Record) -> None:
    duty = practitioner("duty", name="Dee Wu")
    client = client_of(duty)
    client.get(f"/chronology/children/{record.child.pk}/")
    client.post(
        f"/access/look/{record.child.pk}/?next=/chronology/children/{record.child.pk}/",
        {"reason_code": "new_contact", "reason": "The school rang about a bruise this morning", "key": str(uuid4())},
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access_opening WHERE person_id = %s", [record.child.pk])
        if cursor.fetchone() == (0,):
            pytest.fail("the look was not recorded: has its form changed?")
    client.get(f"/chronology/children/{record.child.pk}/")
    assert "The school rang about a bruise this morning" in text_of(client_of(record.manager), record)


def test_it_can_be_narrowed_to_one_person_and_to_some_days(client_of: Any, record: Record) -> None:
    look(record.worker, record, 3)
    client = client_of(record.manager)
    assert rows_of(client, record, f"?who={record.worker.pk}") == 3
    long_ago = "earliest-day=1&earliest-month=1&earliest-year=2001&latest-day=2&latest-month=1&latest-year=2001"
    assert "Nobody has looked" in text_of(client, record, query=f"?{long_ago}")
    today = "earliest-day=1&earliest-month=1&earliest-year=2001"
    assert rows_of(client, record, f"?{today}") >= 3
    assert "must not be before" in text_of(
        client, record, query="?" + long_ago.replace("2001", "2002", 1).replace("day=2", "day=1")
    )


def test_a_long_list_is_shown_in_parts_and_whole_for_print(client_of: Any, record: Record) -> None:
    look(record.worker, record, 60)
    client = client_of(record.manager)
    page = client.get(f"/audit/{record.child.pk}/who-looked/").content.decode()
    older = re.search(r'href="(\?older=\d+)"', page)
    assert older
    assert rows_of(client, record) == 50
    assert 0 < rows_of(client, record, older[1]) < 50
    assert rows_of(client, record, "?all=1") > 60


def test_nonsense_in_the_address_is_no_error(client_of: Any, record: Record) -> None:
    for query in ("?older=x", "?older=9999999999999999999999", "?who=nobody", "?earliest-day=99", "?all=", "?older=²"):
        text_of(client_of(record.manager), record, query=query)


def test_what_was_done_says_what_by_whom_and_when(client_of: Any, record: Record) -> None:
    text = text_of(client_of(record.manager), record, "what-was-done")
    assert "What was done" in text
    assert len(re.findall(r"\d{1,2} \w+ \d{4}", text)) >= 3


@pytest.mark.parametrize("page", ["who-looked", "what-was-done"])
def test_whoever_may_not_see_it_finds_no_such_page(client_of: Any, record: Record, page: str) -> None:
    refused = client_of(record.worker).get(f"/audit/{record.child.pk}/{page}/")
    absent = client_of(record.worker).get(f"/audit/{uuid4()}/{page}/")
    assert (refused.status_code, absent.status_code) == (404, 404)


def test_a_look_at_another_child_is_not_told_here(client_of: Any, record: Record) -> None:
    other = Record()
    look(other.worker, other)
    text = text_of(client_of(record.manager), record)
    assert "Chronology How Opened" not in text


@pytest.mark.parametrize(
    ("address", "name"),
    [("/nowhere/", "A page that is not there any more"), (f"/audit/{uuid4()}/who-looked/", "Who looked")],
    ids=["nowhere", "who-looked"],
)
def test_pages_are_named_in_words(address: str, name: str) -> None:
    assert page_of(address) == name


def test_the_number_of_questions_does_not_grow_with_the_list(
    record: Record, django_assert_max_num_queries: Any
) -> None:
    look(record.worker, record, 30)
    with role("sightline_web"):
        recorder.begin(actor=record.manager.pk, session="s", request=uuid4(), route="/")
        recorder.open_record(record.child.pk, basis="test")
        with django_assert_max_num_queries(3):
            assert len(who_looked(record.child.pk, Asked())[0]) > 30
        recorder.forget()


def test_a_download_is_told_without_codes_and_a_nameless_page_with_its_area() -> None:
    assert basis_in_words("downloaded, 1 lines: which=not_seen") == "Downloaded a part of the list, 1 line"
    assert basis_in_words("downloaded, 21 lines: everything") == "Downloaded the whole list, 21 lines"
    assert page_of("/plans/children/00000000-0000-0000-0000-000000000000/") == "Plans"
    assert page_of(reverse("court:extension", args=[UUID(int=0)])) == "Court: extension"
