"""For whom a copy of a child's document can be made, and what must be looked at before it goes to somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sightline.foundation.children.models import Child, Person
from sightline.foundation.children.queries.gathering import gather_each
from sightline.foundation.children.queries.warnings import ALERTING
from sightline.foundation.children.rules.family import PARENTS, RelationshipKind
from sightline.foundation.documents.making.kinds import Reader
from sightline.foundation.documents.rules.passages import Audience, Recipient

PROFESSIONALS = Reader("professionals", "Professionals who work with the family", Recipient(Audience.PROFESSIONAL))
ABOUT_EVERYBODY = (*ALERTING, "court-order", "contact-point")  # what is gathered of the child and of the adults
ABOUT_THE_CHILD = ("relationship", "parental-responsibility")
REFERRER = Reader("referrer", "The person who told us", Recipient(Audience.REFERRER))
NOT_BORN = "The pregnancy has ended: no letter goes out. Speak with them instead."
DIED = "The child has died: no letter goes out. Speak with them instead."

Facts = Mapping[str, list[Any]]  # gathered round one child, by kind


@dataclass(frozen=True)
class Before:
    """What is looked at before a copy goes to somebody of the family."""

    orders: list[Any]
    unnamed: tuple[str, ...]  # whom no-contact orders name in words only
    ways: list[Any]  # how the reader can be reached, and what is safe


def around(child: Child) -> Facts:
    """What a copy of a child's document depends on: ties, orders, safe ways and warnings, in one question."""
    everybody = [child.pk, *child.adults]
    return gather_each(dict.fromkeys(ABOUT_EVERYBODY, everybody) | {kind: [child.pk] for kind in ABOUT_THE_CHILD})


def readers(child: Child, audiences: Sequence[Audience], today: date, facts: Facts) -> list[Reader]:
    """Everybody for whom a copy can be made, and parents for whom none is, with the reason."""
    found: list[Reader] = []
    if Audience.PROFESSIONAL in audiences:
        found.append(PROFESSIONALS)
    if Audience.REFERRER in audiences:
        found.append(REFERRER)
    if Audience.PARENT in audiences:
        found += parents(child, today, facts)
    if Audience.CHILD in audiences and not (child.person.is_unborn or child.person.died_on):
        found.append(Reader("child", str(child), Recipient(Audience.CHILD), name=called(child.person)))
    return found


def of_a_letter(offered: Sequence[Reader], child: Child) -> list[Reader]:
    """The same readers for a letter: none of the family once the child has died or the pregnancy has ended."""
    if child.person.died_on is None:
        return list(offered)
    why_not = NOT_BORN if child.person.is_unborn else DIED
    return [replace(each, why_not=each.why_not or why_not) if each.is_family else each for each in offered]


def parents(child: Child, today: date, facts: Facts) -> Iterable[Reader]:
    """Each living parent by name, as far as they may be seen."""
    barred = {each.other_id for each in standing_now(facts["no-contact"], today) if each.person_id == child.pk}
    seen = {person.pk: person for person in those_who_parent(child, facts) if not person.died_on}
    for person in sorted(seen.values(), key=lambda each: (each.given_names, each.family_name, each.pk)):
        why_not = f"Must not have contact with {child}." if person.pk in barred else ""
        yield Reader(str(person.pk), str(person), Recipient(Audience.PARENT, person.pk), called(person), why_not)


def those_who_parent(child: Child, facts: Facts) -> Iterator[Person]:
    """Who is recorded as a parent of a child or holds parental responsibility, as far as they may be seen."""
    for tie in facts["relationship"]:
        if tie.person_id == child.pk and tie.kind in PARENTS and tie.other:
            yield tie.other
        elif tie.other_id == child.pk and tie.kind == RelationshipKind.CHILD:
            yield tie.person
    for held in facts["parental-responsibility"]:
        if held.person_id == child.pk and held.other_id and held.other:
            yield held.other


def called(person: Person) -> str:
    """How somebody is greeted."""
    return person.known_as or person.given_names or str(person)


def standing_now(orders: Iterable[Any], today: date) -> list[Any]:
    """Those of these orders that have not run out."""
    return [each for each in orders if each.until is None or each.until >= today]


def before_it_goes(child: Child, reader: Reader, today: date, facts: Facts) -> Before:
    """Orders and bail conditions about the child and the reader, and how the reader can safely be reached."""
    whom = reader.recipient.person or child.pk
    apart = [each for each in standing_now(facts["no-contact"], today) if each.person_id == child.pk]
    orders = [each for each in standing_now(facts["court-order"], today) if each.person_id in (child.pk, whom)]
    return Before(
        orders=orders[::-1],
        unnamed=tuple(each.who for each in apart[::-1] if each.other_id is None and each.who),
        ways=[each for each in facts["contact-point"] if each.person_id == whom],
    )
