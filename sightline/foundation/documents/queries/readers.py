"""For whom a copy of a child's document can be made, and what must be looked at before it goes to somebody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from sightline.foundation.children.models import Child, ContactPoint, CourtOrder, Person
from sightline.foundation.documents.making.kinds import Reader
from sightline.foundation.documents.queries.passages import kept_from, parents_of, unnamed_orders
from sightline.foundation.documents.rules.passages import Audience, Recipient

PROFESSIONALS = Reader("professionals", "Professionals who work with the family", Recipient(Audience.PROFESSIONAL))
REFERRER = Reader("referrer", "The person who told us", Recipient(Audience.REFERRER))


@dataclass(frozen=True)
class Before:
    """What is looked at before a copy goes to somebody of the family."""

    orders: list[Any]
    unnamed: tuple[str, ...]  # whom no-contact orders name in words only
    ways: list[Any]  # how the reader can be reached, and what is safe


def readers(child: Child, audiences: Sequence[Audience], today: date) -> list[Reader]:
    """Everybody for whom a copy can be made, and parents for whom none is, with the reason."""
    found: list[Reader] = []
    if Audience.PROFESSIONAL in audiences:
        found.append(
            Reader("professionals", "Professionals who work with the family", Recipient(Audience.PROFESSIONAL))
        )
    if Audience.REFERRER in audiences:
        found.append(REFERRER)
    if Audience.PARENT in audiences:
        found += parents(child, today)
    if Audience.CHILD in audiences and not (child.person.is_unborn or child.person.died_on):
        found.append(Reader("child", str(child), Recipient(Audience.CHILD), name=called(child.person)))
    return found


def parents(child: Child, today: date) -> Iterable[Reader]:
    """Each parent by name, as far as they may be seen."""
    keys = parents_of([child.pk]).get(child.pk, set())
    barred = kept_from([child.pk], today).get(child.pk, set())
    for person in Person.objects.filter(pk__in=keys, died_on=None).order_by("given_names", "family_name", "pk"):
        why_not = f"Must not have contact with {child}." if person.pk in barred else ""
        yield Reader(str(person.pk), str(person), Recipient(Audience.PARENT, person.pk), called(person), why_not)


def called(person: Person) -> str:
    """How somebody is greeted."""
    return person.known_as or person.given_names or str(person)


def before_it_goes(child: Child, reader: Reader, today: date) -> Before:
    """Orders and bail conditions about the child and the reader, and how the reader can safely be reached."""
    whom = reader.recipient.person or child.pk
    orders = CourtOrder.objects.current().filter(Q(until=None) | Q(until__gte=today), ended=None)
    orders = orders.filter(person__in={child.pk, whom}).select_related("person").order_by("began", "id")
    ways = ContactPoint.objects.current().filter(person=whom, ended=None).order_by("-began", "id")
    return Before(
        orders=list(orders),
        unnamed=unnamed_orders(child.pk, today),
        ways=list(ways),
    )
