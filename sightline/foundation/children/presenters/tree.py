"""The family of a child as a picture; the table of family and network says the same and more."""

from datetime import date
from uuid import UUID

from sightline.foundation.children.models import Person
from sightline.foundation.children.presenters import words
from sightline.foundation.children.queries.network import Member, ties_among
from sightline.foundation.children.rules.family import HowOften
from sightline.foundation.children.rules.tree import OLDEST, descents, generations
from sightline.ui.pictures import Descent, FamilyTree, TreePerson

LEGEND = (
    "Filled: this child. Thick border: lives with this child, some or all of the time. "
    "Dashed line: a possible father or a step-parent. Carers, friends and others are in the table."
)
PARTLY = {HowOften.PART: "here part of the time", HowOften.STAYS: "stays over sometimes"}


def family_tree(child: Person, members: list[Member], today: date) -> FamilyTree | None:
    """Everybody around a child who belongs in a tree; none where nobody else does."""
    known = {child.pk: child} | {member.person.pk: member.person for member in members}
    ties = [(tie.person_id, tie.other_id, tie.kind) for tie in ties_among(known) if tie.other_id]
    place = generations(child.pk, ties)
    if len(place) < 2:
        return None
    around = {member.person.pk: member for member in members}
    people = [drawn(known[key], around.get(key), OLDEST - place[key], today) for key in in_order(place, known)]
    lines = [
        Descent(str(parent), str(young), sure)
        for (parent, young), sure in descents(ties).items()
        if parent in place and young in place and place[parent] > place[young]
    ]
    return FamilyTree("Family tree", people, lines)


def in_order(place: dict[UUID, int], known: dict[UUID, Person]) -> list[UUID]:
    """The oldest generation first and within one the oldest first, so that the picture is the same every time."""

    def age(key: UUID) -> tuple[int, date, str]:
        person = known[key]
        return (-place[key], person.birth_date or person.expected_on or date.max, str(key))

    return sorted(place, key=age)


def drawn(person: Person, member: Member | None, generation: int, today: date) -> TreePerson:
    """One person's box; without a member it is the child whose record this is."""
    age = words.age(person, today)
    if member is None:
        return TreePerson(str(person.pk), str(person), [age], generation, "own")
    said = ", ".join(each for each, _ in member.relationships)
    home = member.lives_with
    lines = [
        said,
        "has died" if person.died_on and not age else age,
        PARTLY.get(HowOften(home.how_often), "") if home else "",
    ]
    return TreePerson(str(person.pk), str(person), lines, generation, "home" if home else "")
