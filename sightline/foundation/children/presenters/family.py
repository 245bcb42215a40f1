"""The people around a child as a table, and those whom a form may name."""

from datetime import date
from uuid import UUID

from django.urls import reverse

from sightline.foundation.children.models import Person
from sightline.foundation.children.presenters import words
from sightline.foundation.children.queries.network import Member, network, people_in_record, visible_people
from sightline.ui.components import EmptyState, Link, Table, Tag

COLUMNS = ["Name", "Who they are", "Age", "Parental responsibility", "Lives with the child"]


def family_table(child_id: UUID, members: list[Member], today: date, add: str) -> Table:
    """Everybody around a child whom this practitioner may see."""
    first = EmptyState(
        "Nobody is recorded in the family and network yet",
        "Begin with the people who look after this child.",
        Link("Add a person", add) if add else None,
    )
    rows = [row(child_id, member, today) for member in members]
    return Table("Family and network", COLUMNS, rows, empty=first)


def row(child_id: UUID, member: Member, today: date) -> list[object]:
    """One person around the child."""
    person = member.person
    died: list[object] = [Tag("Has died")] if person.died_on else []
    return [
        [Link(str(person), person_page(child_id, member)), *died],
        ", ".join(said for said, _ in member.relationships),
        words.age(person, today) or "Not known",
        responsibility(member),
        member.lives_with.get_how_often_display() if member.lives_with else "Not recorded",
    ]


def responsibility(member: Member) -> str:
    """Whether somebody has parental responsibility, and how they came to have it."""
    if member.responsibility:
        return f"Yes: {member.responsibility.get_how_display()}"
    return "Not applicable" if member.is_child else "Not recorded"


def person_page(child_id: UUID, member: Member) -> str:
    """A child's own record; for an adult, the part of this record that is about them."""
    if member.is_child:
        return reverse("children:child", args=[member.person.pk])
    return reverse("children:person", args=[child_id, member.person.pk])


def people_to_choose(person_id: UUID) -> list[tuple[UUID, str]]:
    """The people around somebody, as the answers of a question."""
    return [(member.person.pk, named(member)) for member in network(person_id)]


def named(member: Member) -> str:
    """A name with who they are, so that two people of one name can be told apart."""
    return f"{member.person} ({', '.join(said for said, _ in member.relationships).lower()})"


def adult_in_record(child_id: UUID, person_id: UUID) -> Person | None:
    """An adult whose details are part of a child's record; none if there is no such adult in it."""
    if person_id not in people_in_record(child_id):
        return None
    return visible_people([person_id]).get(person_id)
