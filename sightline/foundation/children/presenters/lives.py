"""What can happen once in a life, as pages offer it."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.children.actions.several import expected_with
from sightline.foundation.children.models import Person, ProtectedAddress
from sightline.ui.components import Link

END_OF_PREGNANCY = (
    "One step stops every timescale, letter, invitation and reminder at once. What was written stays as it is, and "
    "nobody is asked for anything more."
)

PROTECTED = "A protected address is recorded here, and goes with no other baby: record it again in each new record."


def life_links(child_id: UUID, person: Person, role: str) -> list[Link]:
    """What can be recorded of a person in one step, by a role that may."""
    if person.died_on or not may(role, Permission.RECORD_PERSON):
        return []
    death = reverse("children:death", args=[child_id, person.pk])
    if not person.is_unborn:
        return [Link("Record a death", death)]
    return [
        Link("Record the birth", reverse("children:birth", args=[child_id])),
        Link("More than one baby is expected", reverse("children:expecting", args=[child_id])),
        Link("The pregnancy has ended", death),
    ]


def before_birth_links(child_id: UUID, person: Person, role: str) -> list[Link]:
    """What can be recorded of a baby who is expected; nothing of anybody who is born."""
    return life_links(child_id, person, role) if person.is_unborn else []


def others_are_expected(person: Person, sentence: str) -> str:
    """A sentence that names the other babies of the same pregnancy who have a record; nothing where there are none."""
    names = sorted(str(each) for each in expected_with(person))
    return sentence.format(" and ".join(names)) if names else ""


def more_than_one(person: Person, sentence: str) -> str:
    """Which other babies have a record already, and what their records will not hold of themselves."""
    kept_apart = ProtectedAddress.objects.current().filter(person=person, ended=None).exists()
    return f"{others_are_expected(person, sentence)} {PROTECTED if kept_apart else ''}".strip()
