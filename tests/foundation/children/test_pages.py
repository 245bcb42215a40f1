"""The pages about people: each opens for the worker who holds the child, and none loses what was typed."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from sightline.foundation.children import actions
from sightline.foundation.children.models import ContactPoint, Language, Person
from sightline.foundation.children.presenters.details import KINDS
from sightline.foundation.children.presenters.record import current_part, parts
from sightline.foundation.children.views.details import OFFERED
from tests.builders.people import adult, child, joined, recorded, worker_of
from tests.builders.workforce import as_builder

pytestmark = pytest.mark.django_db
Sign = Callable[[Any], Any]


@pytest.mark.parametrize("name", ["child", "details", "family", "reaching", "record", "add_person"])
def test_each_page_of_a_record_opens_for_its_worker(client_of: Sign, name: str) -> None:
    tia = child()
    answer = client_of(worker_of(tia)).get(reverse(f"children:{name}", args=[tia.pk]))
    assert answer.status_code == 200
    assert "Tia Bright" in answer.content.decode()


@pytest.mark.parametrize("name", ["child", "details", "family", "reaching", "record", "add_person"])
def test_no_page_of_a_record_opens_for_somebody_without_a_reason(client_of: Sign, name: str) -> None:
    tia = child()
    stranger = client_of(worker_of(child("Leo", "Marsh")))
    assert stranger.get(reverse(f"children:{name}", args=[tia.pk])).status_code == 404


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_detail_has_a_form(client_of: Sign, kind: str) -> None:
    tia = child()
    mother = adult(tia)
    client = client_of(worker_of(tia))
    for person in (tia.pk, mother.pk):
        answer = client.get(reverse(f"children:record_{kind.replace('-', '_')}", args=[tia.pk, person]))
        assert answer.status_code == 200


@pytest.mark.parametrize("kind", ["lives_with", "relationship"])
def test_where_nobody_can_be_chosen_the_page_says_what_to_do_first(client_of: Sign, kind: str) -> None:
    tia, leo = child(), child("Leo", "Marsh")
    adult(leo)
    first = "Add the person there first"
    for one, says in ((tia, True), (leo, False)):
        address = reverse(f"children:record_{kind}", args=[one.pk, one.pk])
        assert (first in client_of(worker_of(one)).get(address).content.decode()) is says


@pytest.mark.parametrize("kind", OFFERED)
def test_what_record_something_offers_can_be_recorded(client_of: Sign, kind: str) -> None:
    tia = child()
    client = client_of(worker_of(tia))
    address = reverse(f"children:record_own_{kind.replace('-', '_')}", args=[tia.pk])
    assert address in client.get(reverse("children:record", args=[tia.pk])).content.decode()
    assert client.get(address).status_code == 200


def test_what_is_recorded_most_days_is_offered_first(client_of: Sign) -> None:
    tia = child()
    said = client_of(worker_of(tia)).get(reverse("children:record", args=[tia.pk])).content.decode()
    assert said.index("Record a visit") < said.index("Add a warning")


def test_nobody_outside_the_network_has_a_page_in_the_record(client_of: Sign) -> None:
    tia, leo = child(), child("Leo", "Marsh")
    stranger = adult(leo, "father", "Sam", "Marsh")
    client = client_of(worker_of(tia))
    for person in (stranger.pk, leo.pk):
        assert client.get(reverse("children:person", args=[tia.pk, person])).status_code == 404
        assert client.get(reverse("children:record_language", args=[tia.pk, person])).status_code == 404


def test_a_brother_or_sister_is_never_opened_through_the_record(client_of: Sign) -> None:
    tia, leo = child(), child("Leo", "Bright")
    joined(tia, leo, "sibling")
    recorded(actions.record_address, person_id=leo.pk, lines="Only in the record of Leo", kind="home")
    client = client_of(worker_of(tia))
    page = client.get(reverse("children:family", args=[tia.pk])).content.decode()
    assert "Leo Bright" in page
    assert client.get(reverse("children:person", args=[tia.pk, leo.pk])).status_code == 404
    assert client.get(reverse("children:child", args=[leo.pk])).status_code == 404


def test_a_language_is_recorded_corrected_and_ended(client_of: Sign) -> None:
    tia = child()
    client = client_of(worker_of(tia))
    answers = {"code": "pol", "use": "first", "interpreter": "needed"}
    assert client.post(reverse("children:record_language", args=[tia.pk, tia.pk]), answers).status_code == 302
    with as_builder():
        polish = Language.objects.current().get(person=tia.pk)
    right = {"code": "ukr", "use": "first", "interpreter": "needed", "correction_reason": "Misheard"}
    correct = reverse("children:correct_language", args=[tia.pk, tia.pk, polish.pk])
    assert "Polish" in client.get(correct).content.decode()
    assert client.post(correct, right).status_code == 302
    with as_builder():
        ukrainian = Language.objects.current().get(person=tia.pk)
        assert Language.objects.get(pk=polish.pk).superseded_at is not None
    today = date.today()  # noqa: DTZ011
    end = reverse("children:end_language", args=[tia.pk, tia.pk, ukrainian.pk])
    assert client.get(end).status_code == 200
    answer = client.post(end, {"on-day": today.day, "on-month": today.month, "on-year": today.year})
    assert answer.status_code == 302
    page = client.get(reverse("children:details", args=[tia.pk])).content.decode()
    assert "Ukrainian" not in page


def test_a_number_says_which_ways_are_safe(client_of: Sign) -> None:
    tia = child()
    mother = adult(tia)
    client = client_of(worker_of(tia))
    answers = {
        "kind": "mobile",
        "value": "07700 900 982",
        "ring": "no",
        "text": "yes",
        "voicemail": "no",
        "post": "not_asked",
        "who_else_reads": "Her partner",
    }
    address = reverse("children:record_contact_point", args=[tia.pk, mother.pk])
    assert client.post(address, answers).status_code == 302
    page = client.get(reverse("children:person", args=[tia.pk, mother.pk])).content.decode()
    assert "Do not ring or leave a message." in page
    assert "Safe to text." in page
    assert "Also read or heard by: Her partner" in page
    with as_builder():
        assert ContactPoint.objects.current().get(person=mother.pk).value == "07700 900 982"


def test_what_stands_beside_wrong_answers_is_not_lost(client_of: Sign) -> None:
    tia = child()
    client = client_of(worker_of(tia))
    answer = client.post(
        reverse("children:record_identifier", args=[tia.pk, tia.pk]),
        {"kind": "nhs", "value": "999 012 3457", "issued_by": "Letter from the hospital"},
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "999 012 3457" in page
    assert "Letter from the hospital" in page
    assert "last number does not fit" in page


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 10_000,
        "nul\x00inside",
        "‮backwards",
        "𝕿𝖎𝖆 👧🏽 名前",
        "Robert'); DROP TABLE children_person;--",
        "<script>alert(1)</script>",
        "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    ],
)
def test_strange_names_are_kept_or_refused_with_a_sentence(client_of: Sign, typed: str) -> None:
    tia = child()
    client = client_of(worker_of(tia))
    for address, answers in (
        (reverse("children:add"), {"given_names": typed, "kind": "child", "sex": "U"}),
        (reverse("children:add_person", args=[tia.pk]), {"family_name": typed, "kind": "father", "sex": "M"}),
        (reverse("children:record_name", args=[tia.pk, tia.pk]), {"family_name": typed, "kind": "former"}),
        (reverse("search:people"), {"q": typed}),
        (reverse("children:look_alikes"), {"family_name": typed}),
    ):
        answer = client.post(address, answers, follow=True)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize(
    "day", [("31", "2", "2020"), ("1", "1", "20"), ("x", "y", "z"), ("1", "1", "2999"), ("", "5", "2020")]
)
def test_wrong_dates_are_refused_with_a_sentence(client_of: Sign, day: tuple[str, str, str]) -> None:
    client = client_of(worker_of(child()))
    boxes = dict(zip(("birth_date-day", "birth_date-month", "birth_date-year"), day, strict=True))
    answer = client.post(reverse("children:add"), {"given_names": "Kit", "kind": "child", "sex": "U", **boxes})
    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()
    with as_builder():
        assert not Person.objects.filter(given_names="Kit").exists()


@pytest.mark.parametrize(
    ("here", "part"),
    [
        ("child_protection:plans", "child_protection:plans"),
        ("child_protection:conference", "child_protection:plans"),
        ("child_protection:core_group", "child_protection:plans"),
        ("child_protection:record_strategy_discussion", "child_protection:overview"),
        ("visits:record", "visits:list"),
        ("children:record", None),
    ],
)
def test_the_side_navigation_marks_the_part_that_a_page_belongs_to(here: str, part: str | None) -> None:
    found = current_part(parts("social_worker"), here)
    assert (found.route if found else None) == part


def test_each_page_named_as_within_a_part_is_there() -> None:
    for part in parts("social_worker"):
        for route in part.within:
            assert reverse(route, args=[uuid4()])
