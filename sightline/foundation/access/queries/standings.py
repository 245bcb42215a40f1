"""How a practitioner stands to a record: walls, relationships, openings."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from sightline.foundation.access.models import Opening, Restriction
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
    restricted = set(
        Restriction.objects.current().filter(person__in=asked, ended=None).values_list("person", flat=True)
    )
    related = relationships(own, asked)
    permitted, may_look = may(by.role, permission), may(by.role, Permission.LOOK_WITH_REASON)

    def of(person: UUID) -> Standing:
        if person not in there:
            return Standing(signed_in=True, sealed=True)
        glass = (person, OpeningKind.BREAK_GLASS) in opened
        return Standing(
            signed_in=True,
            restricted=person in restricted,
            named=person in restricted and not glass,
            glass_broken=glass,
            relationship=related.get(person, ""),
            looked=(person, OpeningKind.LOOK) in opened,
            permitted=permitted,
            may_look=may_look,
        )

    return {person: of(person) for person in asked}
