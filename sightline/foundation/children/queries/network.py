"""The people around a person, seen from either end of a relationship."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONArray

from sightline.foundation.asked_often import asked_often
from sightline.foundation.children.models import Child, LivesWith, ParentalResponsibility, Person, Relationship
from sightline.foundation.children.queries.gathering import gather
from sightline.foundation.children.rules.family import RelationshipKind, seen_from_the_other_side

ENDS = ("person_id", "person__child", "other_id", "other__child")  # of a relationship, each with its record
JOINING = ("relationship", "lives-with", "parental-responsibility")  # what joins a person to another


@dataclass(frozen=True)
class Member:
    """Somebody around a person, and everything that joins the two."""

    person: Person
    is_child: bool
    relationships: list[tuple[str, Relationship]]
    responsibility: ParentalResponsibility | None
    lives_with: LivesWith | None


def child_with_adults(child_id: UUID) -> Child | None:
    """A child whose record was opened, with their person and the adults whose details are part of the record."""
    for found in with_ends_of_ties(child_id):
        found.adults = adults_among(child_id, ([UUID(end) if end else None for end in row] for row in found.ends))
        return found  # type: ignore[no-any-return]
    return None


@asked_often
def with_ends_of_ties(child_id: UUID) -> QuerySet[Child]:
    """A child with their person and with who stands at the ends of their relationships."""
    either = Q(person=OuterRef("pk")) | Q(other=OuterRef("pk"))
    ends = Relationship.objects.current().filter(either).values(row=JSONArray(*map(F, ENDS)))
    return Child.objects.select_related("person").annotate(ends=ArraySubquery(ends)).filter(pk=child_id)


def people_in_record(child_id: UUID) -> list[UUID]:
    """The adults whose details are part of a child's record; a brother or sister has a record of their own."""
    ties = Relationship.objects.current().filter(Q(person=child_id) | Q(other=child_id))
    return adults_among(child_id, ties.values_list(*ENDS))


def people_in_records(children: Iterable[UUID]) -> list[UUID]:
    """The adults whose details are part of the record of any of these children; one query."""
    keys = list(children)
    ties = Relationship.objects.current().filter(Q(person__in=keys) | Q(other__in=keys))
    return sorted({adult for row in ties.values_list(*ENDS) for adult in adults_among(keys[0], [row])} - set(keys))


def adults_among(child_id: UUID, ties: Iterable[Sequence[UUID | None]]) -> list[UUID]:
    """The adults at the ends of ties of a child: those without a record of their own."""
    adults = {person for row in ties for person, record in (row[:2], row[2:]) if person and record is None}
    return sorted(adults - {child_id})


def network(person_id: UUID, facts: dict[str, list[Any]] | None = None) -> list[Member]:
    """Everybody around a person now, parents first; those whom this practitioner may not see are left out.

    `facts` holds the ties of kinds JOINING where they were gathered already.
    """
    facts = facts or gather(JOINING, [person_id])
    around: dict[UUID, list[Relationship]] = defaultdict(list)
    people: dict[UUID, tuple[Person, bool]] = {}
    for tie in reversed(facts["relationship"]):
        ours = tie.person_id == person_id
        other = tie.other if ours else tie.person
        people[other.pk] = other, tie.other_is_child if ours else tie.whom_is_child
        around[other.pk].append(tie)
    held = {each.other_id: each for each in facts["parental-responsibility"] if each.person_id == person_id}
    homes = {each.other_id if each.person_id == person_id else each.person_id: each for each in facts["lives-with"]}
    members = [
        Member(
            person=person,
            is_child=is_child,
            relationships=[(words(tie, person_id), tie) for tie in around[key]],
            responsibility=held.get(key),
            lives_with=homes.get(key),
        )
        for key, (person, is_child) in people.items()
    ]
    return sorted(members, key=order)


def visible_people(people: Iterable[UUID | None]) -> dict[UUID, Person]:
    """Those of these people whom this practitioner may see, by key."""
    wanted = {person for person in people if person}
    return {person.pk: person for person in Person.objects.filter(pk__in=wanted)} if wanted else {}


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


def ties_among(people: Iterable[UUID]) -> list[Relationship]:
    """The relationships that hold now between any two of these people and may be seen."""
    among = list(people)
    return list(Relationship.objects.current().filter(person__in=among, other__in=among, ended=None).order_by("id"))
