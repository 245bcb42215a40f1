"""What is recorded about a person, kind by kind; the kinds are known by the words in their addresses."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from sightline.foundation.children import models
from sightline.foundation.facts import PersonSpell

KINDS: dict[str, type[PersonSpell]] = {
    "name": models.PersonName,
    "gender": models.Gender,
    "ethnicity": models.Ethnicity,
    "religion": models.Religion,
    "language": models.Language,
    "disability": models.Disability,
    "communication-need": models.CommunicationNeed,
    "identifier": models.Identifier,
    "address": models.Address,
    "protected-address": models.ProtectedAddress,
    "contact-point": models.ContactPoint,
    "relationship": models.Relationship,
    "lives-with": models.LivesWith,
    "parental-responsibility": models.ParentalResponsibility,
    "court-order": models.CourtOrder,
    "no-contact": models.NoContact,
    "professional": models.Professional,
    "warning": models.WarningNote,
}
FURTHER = {"professional": "agency"}
NEVER_ASKED = {"id", "person", "recorded_against", "supersedes", "contested", "end_reason"}


@dataclass(frozen=True)
class Disclosed:
    """A protected address as it is shown for a purpose."""

    lines: str
    postcode: str
    kept_from: str
    why: str

    @property
    def in_one_line(self) -> str:
        """The address as said in a sentence."""
        return models.in_one_line(self.lines, self.postcode)


def addresses_for_a_purpose(person_id: UUID) -> list[Disclosed]:
    """The protected addresses of somebody, for a practitioner who has just said what for; otherwise none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM addresses_for_a_purpose(%s)", [person_id])
        return [Disclosed(*row) for row in cursor.fetchall()]


def details(kind: str, person_id: UUID, *, ended: bool = False) -> list[Any]:
    """What of one kind is recorded about a person: what holds now, or what has ended, the latest first."""
    found = KINDS[kind].objects.current().filter(person=person_id, ended__isnull=not ended)
    if kind in FURTHER:
        found = found.select_related(FURTHER[kind])
    return list(found.order_by("-began", "-id"))


def detail(kind: str, person_id: UUID, fact_id: UUID) -> Any | None:
    """One fact of a kind about a person, as it stands; none if there is no such fact."""
    return KINDS[kind].objects.current().filter(person=person_id, pk=fact_id).first()


def answers(fact: PersonSpell) -> dict[str, Any]:
    """What a fact says, by the names of the questions that ask for it."""
    asked = [field for field in fact._meta.concrete_fields if field.editable and field.name not in NEVER_ASKED]
    return {field.attname: getattr(fact, field.attname) for field in asked}


def agencies() -> list[tuple[UUID, str]]:
    """Every agency, by name."""
    return [(agency.pk, agency.name) for agency in models.Agency.objects.order_by("name")]
