"""Named questions about contacts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sightline.foundation.children.models import Relationship
from sightline.foundation.documents.models import Passage
from sightline.practice.front_door.models import (
    Contact,
    ContactDecision,
    ContactOutcome,
    ContactPassedOn,
    ContactReferrer,
    ContactTakenUp,
    ReceivedContact,
)


def contacts_of(child: UUID) -> list[Contact]:
    """The contacts about a child that stand, newest first."""
    return list(Contact.objects.current().about([child]).order_by("-happened", "-recorded_at"))


@dataclass(frozen=True)
class ToldOf:
    """A contact that was taken here, who got in touch, and what was decided for the child."""

    contact: Contact
    received: ReceivedContact
    referrer: ContactReferrer | None
    decision: ContactDecision | None


def was_taken_here(child: UUID, key: UUID) -> bool:
    """Whether this is a contact about a child that was taken by somebody of the authority, and not imported."""
    return Contact.objects.current().about([child]).filter(pk=key).exclude(received=None).exists()


def told_of(child: UUID, key: UUID) -> ToldOf | None:
    """A contact about a child with what letters about it need; nothing where it was not taken here."""
    contact = Contact.objects.current().about([child]).filter(pk=key).select_related("received").first()
    if contact is None or contact.received is None:
        return None
    referrers = ContactReferrer.objects.current().about([child])
    decisions = ContactDecision.objects.current().about([child])
    return ToldOf(
        contact=contact,
        received=contact.received,
        referrer=referrers.filter(received=contact.received.occasion).first(),
        decision=decisions.filter(contact=contact).first(),
    )


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


def where_recorded(contact: UUID) -> tuple[UUID, str]:
    """In whose record a contact stands, and the reference that whoever got in touch is given."""
    found = Contact.objects.current().select_related("received").get(pk=contact)
    return found.child_id, found.received.reference if found.received else ""


def came_with(decisions: Sequence[Any]) -> dict[UUID, tuple[Contact, list[Passage]]]:
    """For each of these decisions the contact it is about, and what was said with it of that child; two questions."""
    keys = [each.contact_id for each in decisions]
    contacts: dict[UUID, Any] = Contact.objects.select_related("received").in_bulk(keys)
    occasions = {each.received.occasion.pk for each in contacts.values() if each.received}
    said = Passage.objects.current().filter(occasion_kind=ReceivedContact._meta.label, occasion_id__in=occasions)
    passages = list(said) if occasions else []
    return {
        decision.pk: (contact, [each for each in passages if is_said_of(each, contact)])
        for decision in decisions
        if (contact := contacts.get(decision.contact_id))
    }


def is_said_of(passage: Passage, contact: Contact) -> bool:
    """Whether something was said with a contact, and of its child."""
    received = contact.received
    return received is not None and passage.occasion_id == received.occasion.pk and contact.child_id in passage.about
