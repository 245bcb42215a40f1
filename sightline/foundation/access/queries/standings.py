"""How a practitioner stands to a record: walls, relationships, openings."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from sightline.foundation.access.models import NamedReader, Opening, Restriction
from sightline.foundation.access.queries.reach import Reach, relationships
from sightline.foundation.access.rules import OpeningKind, Permission, Standing, may
from sightline.foundation.children.models import Person
from sightline.foundation.facts import Acting


def standing(by: Acting, own: Reach, person: UUID, permission: Permission) -> Standing:
    """How this practitioner stands to this record; a record behind a wall looks like one that does not exist."""
    return standings(by, own, [person], permission)[person]


def standings(by: Acting, own: Reach, people: Iterable[UUID], permission: Permission) -> dict[UUID, Standing]:
    """How this practitioner stands to each of these records, in as many queries as for one."""
    asked = list(people)
    there = set(Person.objects.filter(pk__in=asked).values_list("pk", flat=True))
    openings = Opening.objects.current().filter(
        person__in=asked, practitioner=by.practitioner_id, until__gt=timezone.now()
    )
    opened = set(openings.values_list("person", "kind"))
    reading = NamedReader.objects.current().filter(
        person=OuterRef("person"), practitioner=by.practitioner_id, ended=None
    )
    restrictions = Restriction.objects.current().filter(person__in=asked, ended=None)
    restricted = dict(restrictions.annotate(named=Exists(reading)).values_list("person", "named"))
    related = relationships(own, asked)
    permitted = may(by.role, Permission.OPEN_RECORD) and may(by.role, permission)
    may_look = may(by.role, Permission.LOOK_WITH_REASON)

    def of(person: UUID) -> Standing:
        if person not in there:
            return Standing(signed_in=True, sealed=True)
        return Standing(
            signed_in=True,
            restricted=person in restricted,
            named=restricted.get(person, False),
            glass_broken=(person, OpeningKind.BREAK_GLASS) in opened,
            relationship=related.get(person, ""),
            looked=(person, OpeningKind.LOOK) in opened,
            permitted=permitted,
            may_look=may_look,
        )

    return {person: of(person) for person in asked}
