"""After a pregnancy ended nothing goes to the family that invites, reminds or asks anything of them."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from sightline.foundation.agreements.queries import waits_to_be_told
from sightline.foundation.children.actions.lives import record_end_of_pregnancy
from sightline.foundation.children.models import Person
from sightline.practice.assessment import actions as assessment
from sightline.practice.front_door import actions as front_door
from sightline.practice.front_door.actions.deciding import Decided
from sightline.practice.front_door.models import Contact
from sightline.practice.front_door.rules import Arrival, ChildOfContact, Referrer
from tests.builders.made import text_of_pdf
from tests.builders.people import adult, child
from tests.builders.workforce import BUILDER, as_builder, involve, made, practitioner
from tests.practice.child_protection.pages import text_of

pytestmark = pytest.mark.django_db
HELD, ENDED = date(2026, 6, 1), date(2026, 6, 8)


@pytest.fixture
def expected() -> tuple[UUID, UUID, Any]:
    """A baby whom a midwife told us of, with a mother; the child, the contact and the worker."""
    baby, worker = child("", expected_on=date(2026, 10, 5)), practitioner()
    involve(baby, practitioner=worker)
    adult(baby, given="Maria")
    key = baby.pk
    midwife = Referrer(source="3A", name="Ines Moor", telephone="01632 960002")
    arrival = Arrival(kind="worry", came_by="telephone", safe_now="yes", received_on=HELD, what_about="The cot")
    with as_builder():
        front_door.receive_contact(
            arrival=arrival, referrer=midwife, children=[ChildOfContact(child=key, own="No cot")], by=BUILDER
        )
        contact = Contact.objects.get(child=key)
        decided = Decided(key, contact.pk, "assessment", "To find out what is needed", meaning="New to us")
        front_door.decide_contacts(decisions=[decided], on=HELD, by=BUILDER)
    return key, contact.pk, worker


def end(key: UUID) -> None:
    with as_builder():
        person = Person.objects.get(pk=key)
        record_end_of_pregnancy(person=person, version=person.version, ended_on=ENDED, by=BUILDER)


def waiting(key: UUID) -> list[Any]:
    with as_builder():
        return waits_to_be_told(key, ENDED)


def test_no_letter_goes_to_the_family_and_nobody_is_reminded_to_tell_them(
    client_of: Any, expected: tuple[UUID, UUID, Any]
) -> None:
    key, contact, worker = expected
    where, client = reverse("documents:make", args=[key, "letter-to-family", contact]), client_of(worker)
    mother = next(link for link in client.get(where).content.decode().split('"') if link.startswith(f"{where}?for="))
    assert client.get(f"{mother}&as=pdf")["Content-Type"] == "application/pdf"
    assert waiting(key) != []
    end(key)
    assert waiting(key) == []
    for form in ("page", "pdf", "docx"):
        answer = client.get(f"{mother}&as={form}")
        assert answer["Content-Type"].startswith("text/html")
        assert 'class="sl-made"' not in answer.content.decode()
        assert "The pregnancy has ended: no letter goes out. Speak with them instead." in text_of(answer)


def test_who_told_us_does_not_read_that_it_goes_on(client_of: Any, expected: tuple[UUID, UUID, Any]) -> None:
    key, contact, worker = expected
    where, client = reverse("documents:make", args=[key, "letter-to-referrer", contact]), client_of(worker)

    def letter() -> str:
        return text_of_pdf(client.get(where, {"for": "referrer", "as": "pdf"}).content)

    assert "What happens next" in letter()
    end(key)
    assert "What happens next" not in letter()


def test_a_copy_of_its_assessment_asks_nothing_of_a_parent(client_of: Any, expected: tuple[UUID, UUID, Any]) -> None:
    key, _, worker = expected
    with as_builder():
        work = made(assessment.begin_work(children=[key], on=HELD, kind="pre_birth", by=BUILDER))
    where, client = reverse("documents:make", args=[key, "assessment", work]), client_of(worker)
    mother = next(link for link in client.get(where).content.decode().split('"') if link.startswith(f"{where}?for=0"))
    assert "not signed yet" in text_of(client.get(mother))
    end(key)
    text = text_of(client.get(mother))
    assert "not signed yet" not in text
    assert "congratulat" not in text.lower()
