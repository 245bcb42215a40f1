"""Named questions about contacts."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sightline.foundation.children.models import Relationship
from sightline.practice.front_door.models import (
    Contact,
    ContactDecision,
    ContactOutcome,
    ContactPassedOn,
    ContactTakenUp,
)


def contacts_of(child: UUID) -> list[Contact]:
    """The contacts about a child that stand, newest first."""
    return list(Contact.objects.current().about([child]).order_by("-happened", "-recorded_at"))


def undecided_contacts(child: UUID) -> list[Contact]:
    """The contacts about a child of which nothing was decided yet, newest first."""
    decided = ContactOutcome.objects.current().about([child]).values("contact_id")
    taken_up = ContactTakenUp.objects.current().about([child]).values("passed_on__contact_id")
    waiting = Contact.objects.current().about([child]).exclude(pk__in=decided).exclude(pk__in=taken_up)
    return list(waiting.order_by("-happened", "-recorded_at"))


def is_decided(contact: UUID) -> bool:
    """Whether a decision about a contact stands."""
    return ContactDecision.objects.current().filter(contact=contact).exists()


def relationships_among(people: Iterable[UUID]) -> set[frozenset[UUID]]:
    """Which two people, one of them among these, are joined by a relationship that holds now."""
    keys = list(people)
    if not keys:
        return set()
    ties = Relationship.objects.current().filter(ended=None)
    pairs = [
        *ties.filter(person__in=keys).values_list("person", "other"),
        *ties.filter(other__in=keys).values_list("person", "other"),
    ]
    return {frozenset(pair) for pair in pairs}


def passed_on_to(child: UUID, key: UUID) -> ContactPassedOn | None:
    """That somebody was told of a contact about a child, and of which."""
    found: ContactPassedOn | None = (
        ContactPassedOn.objects.current()
        .about([child])
        .filter(pk=key)
        .select_related("contact__received", "owner")
        .first()
    )
    return found
