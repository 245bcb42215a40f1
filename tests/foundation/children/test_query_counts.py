"""How many questions each page about people asks the database; a page that asks more with more rows fails."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.children import actions
from tests.builders.people import adult, child, joined, recorded, worker_of
from tests.builders.workforce import practitioner

pytestmark = pytest.mark.django_db
Sign = Callable[[Any], Any]
SET_UP = ("SET ROLE", "SELECT current_user", "SAVEPOINT", "RELEASE")


def questions(client: Any, address: str) -> int:
    """How many questions a page asks, those that set up the test's own role left out."""
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    ours = [each["sql"] for each in asked if not each["sql"].startswith(SET_UP)]
    return len(ours)


def family(number: int) -> tuple[Any, Any]:
    """A child with as many adults, brothers and sisters, numbers and warnings as asked, and the worker."""
    tia = child()
    worker = worker_of(tia)
    for place in range(number):
        someone = adult(tia, "other_relative", f"Adult {place}")
        joined(tia, child(f"Sibling {place}"), "sibling")
        recorded(actions.record_contact_point, person_id=tia.pk, kind="mobile", value=f"07700 900 98{place}")
        recorded(actions.record_address, person_id=tia.pk, lines=f"{place} High Street", kind="home")
        recorded(
            actions.record_warning,
            person_id=someone.pk, kind="animal", why="A dog", review_by=date(2020, 6, 1),
        )  # fmt: skip
        recorded(actions.record_no_contact, person_id=tia.pk, other_id=someone.pk, ground="other", terms="None")
    return tia, worker


@pytest.mark.parametrize(
    ("name", "count"), [("child", 18), ("clocks", 14), ("details", 13), ("family", 14), ("reaching", 13)]
)
def test_a_page_of_a_record_asks_the_same_however_much_is_recorded(client_of: Sign, name: str, count: int) -> None:
    for number in (1, 6):
        tia, worker = family(number)
        assert questions(client_of(worker), reverse(f"children:{name}", args=[tia.pk])) == count


def test_a_list_of_results_asks_the_same_however_many_are_found(client_of: Sign) -> None:
    counts = []
    for number in (1, 12):
        for place in range(number):
            child(f"Kit {place}", "Quill")
        client = client_of(practitioner())
        asked = client.post(reverse("search:people"), {"q": "quill"})["Location"]
        counts.append(questions(client, asked))
    assert counts == [6, 6]
