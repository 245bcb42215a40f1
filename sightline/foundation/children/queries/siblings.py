"""Brothers and sisters: about whom things are often recorded together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from sightline.foundation.children.models import Child, Relationship
from sightline.foundation.children.rules.family import PARENTS, RelationshipKind

OF_ONE_FAMILY = (
    RelationshipKind.BROTHER_OR_SISTER,
    RelationshipKind.HALF_SIBLING,
    RelationshipKind.STEP_SIBLING,
)


@dataclass(frozen=True)
class Named:
    """A child by name."""

    key: UUID
    name: str
    reference: int


def brothers_and_sisters(child: UUID) -> list[Named]:
    """Children recorded as brothers or sisters of a child, or with a parent of theirs; none behind a wall."""
    ties = Relationship.objects.current().filter(ended=None)
    parents = ties.filter(person=child, kind__in=PARENTS).values("other")
    theirs = Q(kind__in=OF_ONE_FAMILY) & (Q(person=child) | Q(other=child))
    of_parents = Q(kind__in=PARENTS, other__in=parents)
    persons, others = ties.filter(theirs | of_parents).values("person"), ties.filter(theirs).values("other")
    return in_order(Child.objects.filter(Q(pk__in=persons) | Q(pk__in=others)).exclude(pk=child))


def named(children: Iterable[UUID]) -> list[Named]:
    """These children by name, oldest first; those who are not children and those behind a wall are left out."""
    return in_order(Child.objects.filter(pk__in=list(children)))


def in_order(children: QuerySet[Child]) -> list[Named]:
    """Children by name, oldest first."""
    found = children.select_related("person").order_by("person__birth_date", "person__expected_on", "person__reference")
    return [Named(child.pk, str(child), child.person.reference) for child in found]
