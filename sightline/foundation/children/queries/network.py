"""The people around a person, seen from either end of a relationship."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from sightline.foundation.children.models import Child, LivesWith, ParentalResponsibility, Person, Relationship
from sightline.foundation.children.rules.family import RelationshipKind, seen_from_the_other_side


@dataclass(frozen=True)
class Member:
    """Somebody around a person, and everything that joins the two."""

    person: Person
    is_child: bool
    relationships: list[tuple[str, Relationship]]
    responsibility: ParentalResponsibility | None
    lives_with: LivesWith | None


def people_in_record(child_id: UUID) -> list[UUID]:
    """The adults whose details are part of a child's record; a brother or sister has a record of their own."""
    ends = Relationship.objects.current().filter(Q(person=child_id) | Q(other=child_id)).values_list("person", "other")
    others = {end for pair in ends for end in pair} - {child_id}
    if not others:
        return []
    children = set(Child.objects.filter(pk__in=others).values_list("pk", flat=True))
    return sorted(others - children)


def network(person_id: UUID) -> list[Member]:
    """Everybody around a person now, parents first; those whom this practitioner may not see are left out."""
    either = Q(person=person_id) | Q(other=person_id)
    ties = list(Relationship.objects.current().filter(either, ended=None).order_by("began", "id"))
    held = {each.other_id: each for each in responsibilities(person_id)}
    homes = LivesWith.objects.current().filter(either, ended=None)
    at_home = {each.other_id if each.person_id == person_id else each.person_id: each for each in homes}
    people = visible_people({end for tie in ties for end in (tie.person_id, tie.other_id)} - {person_id})
    members = [
        Member(
            person=people[other],
            is_child=people[other].is_a_child,  # type: ignore[attr-defined]
            relationships=[(words(tie, person_id), tie) for tie in ties if other in (tie.person_id, tie.other_id)],
            responsibility=held.get(other),
            lives_with=at_home.get(other),
        )
        for other in people
    ]
    return sorted(members, key=order)


def visible_people(people: Iterable[UUID | None]) -> dict[UUID, Person]:
    """Those of these people whom this practitioner may see, by key; each says whether they have a child's record."""
    wanted = [person for person in people if person]
    if not wanted:
        return {}
    found = Person.objects.filter(pk__in=wanted).annotate(is_a_child=Exists(Child.objects.filter(pk=OuterRef("pk"))))
    return {person.pk: person for person in found}


def responsibilities(person_id: UUID) -> list[ParentalResponsibility]:
    """Who has parental responsibility for a child now."""
    return list(ParentalResponsibility.objects.current().filter(person=person_id, ended=None).order_by("began", "id"))


def words(tie: Relationship, person_id: UUID) -> str:
    """What the other person is to this one."""
    return tie.get_kind_display() if tie.person_id == person_id else seen_from_the_other_side(tie.kind)


KINDS = [kind.value for kind in RelationshipKind]


def order(member: Member) -> tuple[int, str]:
    """Parents first, then brothers and sisters, then others, by name within each."""
    places = [KINDS.index(tie.kind) for _, tie in member.relationships]
    return min(places, default=len(KINDS)), str(member.person)


def stands_in_record(child_id: UUID, person_id: UUID) -> bool:
    """Whether somebody's details are in a child's record: the child's own, or those of an adult around them."""
    return person_id == child_id or person_id in people_in_record(child_id)
