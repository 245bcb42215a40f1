"""Canaries: what must not reach somebody stands in no copy made for them, whatever the kind and the form of it."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.audit_trail.models import ReadEvent
from sightline.foundation.audit_trail.presenters import basis_in_words
from sightline.foundation.children import actions as children
from sightline.foundation.children.rules.family import Ground
from sightline.foundation.documents.making.kinds import kinds
from tests.architecture.matrix.test_every_page import MOST_QUESTIONS, long_ago
from tests.architecture.matrix.visiting import OF_THE_TEST
from tests.builders import workforce
from tests.builders.copies import FORMS, copies, offered, text_of_page
from tests.builders.household import (
    BEGAN,
    CHILD,
    PROFESSIONALS,
    SAID,
    Household,
    build_household,
)
from tests.builders.made import text_of_pdf
from tests.builders.workforce import BUILDER, as_builder

pytestmark = pytest.mark.django_db


@pytest.fixture
def household() -> Household:
    return build_household()


def address(household: Household, child: str, kind: str) -> str:
    return reverse("documents:make", args=[household.people[child], kind, household.facts[child][kind]])


def test_every_kind_of_document_is_tried(household: Household) -> None:
    assert all(set(facts) == set(kinds()) for facts in household.facts.values())


def test_no_canary_stands_in_a_copy_for_the_wrong_reader(household: Household, client_of: Any) -> None:
    found: dict[str, set[tuple[str, str]]] = {canary: set() for canary in SAID}
    whose: set[tuple[str, str, str]] = set()
    for child, kind, reader, form, text in copies(household.people, household.facts, client_of(household.worker)):
        whose.add((child, kind, reader))
        canaries = set(re.findall(r"CANARY-[A-Z-]+", text))
        assert canaries == expected(child, kind, reader), (child, kind, reader, form)
        for canary in canaries & set(found):
            found[canary].add((child, reader))
    assert found == {canary: readers for canary, (_, _, readers) in SAID.items()}
    everybody = {PROFESSIONALS, CHILD, "Maria", "referrer"}
    assert {reader for child, _, reader in whose if child == "Mia"} == everybody
    assert {reader for child, _, reader in whose if child == "Ben"} == {*everybody, "Lee", "Kyle"}


def expected(child: str, kind: str, reader: str) -> set[str]:
    """The canaries that belong in one copy."""
    heard = {canary for canary, (_, _, readers) in SAID.items() if (child, reader) in readers}
    match kind:
        case "assessment":
            return heard
        case "strategy-discussion":
            return heard | ({"CANARY-REASONS", "CANARY-WHO"} if reader == PROFESSIONALS else set())
        case "plan":
            return {"CANARY-NOTE"} if reader == PROFESSIONALS else set()
        case "letter-to-family":
            return {"CANARY-HEARD"} if child == "Mia" else set()
        case "letter-to-referrer":
            return {"CANARY-PERSON"}
    raise AssertionError(f"Say what may stand in {kind}")


def test_a_parent_who_must_not_have_contact_is_offered_no_copy(household: Household, client_of: Any) -> None:
    client, where = client_of(household.worker), address(household, "Mia", "strategy-discussion")
    page = client.get(where).content.decode()
    assert "No copy is made for" in page
    assert "Must not have contact with" in page
    for form in FORMS:
        answer = client.get(where, {"for": str(household.people["Kyle"]), "as": form})
        assert answer["Content-Type"].startswith("text/html")
        assert 'class="sl-made"' not in answer.content.decode()


def test_whom_an_order_names_in_words_is_compared_before_a_parents_copy(household: Household, client_of: Any) -> None:
    with as_builder():
        order = {"person_id": household.people["Mia"], "who": "Kyle’s brother", "ground": Ground.BAIL, "terms": "None"}
        children.record_no_contact(**order, began=BEGAN, by=BUILDER)
    client, where = client_of(household.worker), address(household, "Mia", "plan")
    asked = {"for": str(household.people["Maria"]), "as": "pdf"}
    refused = client.get(where, asked)
    assert refused["Content-Type"].startswith("text/html")
    assert "Kyle’s brother" in refused.content.decode()
    assert "Say that you have compared them" in refused.content.decode()
    assert client.get(where, asked | {"compared": "yes"})["Content-Type"] == "application/pdf"


def test_orders_and_safe_ways_are_shown_before_a_copy_is_made(household: Household, client_of: Any) -> None:
    with as_builder():
        order = {"person_id": household.people["Mia"], "kind": "prohibited_steps", "terms": "Not to leave the country"}
        children.record_court_order(**order, began=BEGAN, by=BUILDER)
    where = address(household, "Mia", "plan")
    page = client_of(household.worker).get(where, {"for": str(household.people["Maria"])}).content.decode()
    assert page.index("Not to leave the country") < page.index("Make a PDF")
    assert page.index("Do not send letters") < page.index("Make a PDF")


def test_that_a_copy_was_made_and_for_whom_is_in_the_read_log(household: Household, client_of: Any) -> None:
    maria = household.people["Maria"]
    where = address(household, "Mia", "plan")
    client_of(household.worker).get(where, {"for": str(maria), "as": "docx"})
    with as_builder():
        event = ReadEvent.objects.get(basis__startswith="copy made")
    assert event.basis == "copy made: plan, docx, for parent"
    assert set(event.shown) == {household.people["Mia"], maria}
    assert basis_in_words(event.basis) == "Copy made: plan, docx, for parent"


def test_what_was_done_lists_every_copy_that_was_made(household: Household, client_of: Any) -> None:
    maria, worker = household.people["Maria"], client_of(household.worker)
    for kind, whom, form in (
        ("plan", str(maria), "docx"),
        ("letter-to-referrer", "referrer", "pdf"),
        ("plan", "child", "pdf"),
    ):
        worker.get(address(household, "Mia", kind), {"for": whom, "as": form})
    worker.get(address(household, "Ben", "plan"), {"for": "professionals", "as": "pdf"})
    manager = workforce.practitioner("service_manager")
    workforce.involve(household.people["Mia"], practitioner=manager, kind="co_worker")
    client = client_of(manager)
    where = reverse("audit_trail:what_was_done", args=[household.people["Mia"]])
    client.get(where)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(where).content.decode()
    assert len(asked) <= 25
    table = page.split("Copies made")[1].split("</table>")[0]
    values = re.findall(r'sl-table__value">(.*?)</span>', table)
    rows = [values[at + 1 : at + 5] for at in range(0, len(values), 5)]
    by = household.worker.name
    assert rows == [
        ["A copy of a plan", "Mia Bright", "PDF", by],
        ["A letter to whoever got in touch", "Whoever got in touch", "PDF", by],
        ["A copy of a plan", "Maria Bright", "Word", by],
    ]


def test_no_copy_is_made_of_what_does_not_exist(household: Household, client_of: Any) -> None:
    client, mia, ben = client_of(household.worker), household.people["Mia"], household.facts["Ben"]
    assert client.get(reverse("documents:make", args=[mia, "plan", ben["plan"]])).status_code == 404
    assert client.get(reverse("documents:make", args=[mia, "poem", ben["plan"]])).status_code == 404


def test_a_letter_to_a_member_of_the_public_says_nothing_of_the_child(household: Household, client_of: Any) -> None:
    where = address(household, "Mia", "letter-to-referrer")
    text = text_of_pdf(client_of(household.worker).get(where, {"for": "referrer", "as": "pdf"}).content)
    assert "Your reference is" in text
    assert "Mia" not in text
    assert "Assessment" not in text


def test_no_list_of_what_happened_names_who_got_in_touch(household: Household, client_of: Any) -> None:
    client, mia = client_of(household.worker), household.people["Mia"]
    for route in ("chronology:child", "chronology:over_time"):
        page = client.get(reverse(route, args=[mia]), {"all": "1"}).content.decode()
        assert "CANARY-PERSON" not in page
        assert "01632 960001" not in page
    text = text_of_page(client.get(address(household, "Mia", "letter-to-family"), {"for": "child"}).content)
    assert "CANARY-PERSON" not in text


def test_no_copy_asks_the_database_too_much(household: Household, client_of: Any) -> None:
    client = client_of(household.worker)
    asked: dict[tuple[str, str, str], int] = {}
    for kind in household.facts["Ben"]:
        where = address(household, "Ben", kind)
        for reader in offered(client, where):
            for form in FORMS:
                long_ago(client)
                with CaptureQueriesContext(connection) as questions:
                    client.get(where, {"for": reader, "as": form})
                asked[kind, reader, form] = len([each for each in questions if not each["sql"].startswith(OF_THE_TEST)])
    assert len(asked) == len(FORMS) * (1 + 4 + 3 * 5)  # one referrer, four of the family, professionals besides
    assert {each: number for each, number in asked.items() if number > MOST_QUESTIONS} == {}
