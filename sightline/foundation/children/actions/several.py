"""Several babies of one pregnancy: each has a record, the family and the workers of the first, and a letter."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Any
from uuid import UUID

from django.db.models import Q

from sightline.foundation.access.rules import Permission
from sightline.foundation.bounds import born_too
from sightline.foundation.children.models import (
    Address,
    Child,
    CourtOrder,
    LivesWith,
    NoContact,
    ParentalResponsibility,
    Person,
    Relationship,
    WarningNote,
)
from sightline.foundation.children.rules import free_letters, letter_of, one_of_several
from sightline.foundation.children.rules.family import OPPOSITE, RelationshipKind
from sightline.foundation.door import Refusal, Work, action, changes
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Involvement

GOES_WITH_EACH_BABY = (
    *(Relationship, LivesWith, ParentalResponsibility, Address),
    *(NoContact, CourtOrder, WarningNote),  # what keeps the baby, and whoever visits, safe
)


@action(permission=Permission.RECORD_PERSON, says="recorded that more babies are expected")
def expect_more(*, person: Person, version: int, more: int, on: date, by: Acting) -> Work:
    """Begin a record for each further baby of a pregnancy, with the family, the workers and the work of the first.

    Each is called by a letter until there is a name, so that nobody takes one for the other.
    """
    if not person.is_unborn or person.died_on is not None:
        raise Refusal("This is not a record of a baby who is expected.")
    others = expected_with(person)
    own = letter_of(person.known_as) or free_letters([letter_of(each.known_as) for each in others])[0]
    if not person.known_as and not person.given_names:
        yield changes(person, version=version, known_as=one_of_several(own))
    letters = free_letters([own, *(letter_of(each.known_as) for each in others)])
    further = [
        Person(family_name=person.family_name, expected_on=person.expected_on, known_as=one_of_several(letter))
        for letter in letters[:more]
    ]
    for new in further:
        yield from with_family(new, person)
    yield from born_too(person.pk, [each.pk for each in further])
    yield from brothers_and_sisters([person, *further], began=on)
    return person


def expected_with(person: Person) -> list[Person]:
    """The other babies of the same pregnancy who have a record: brothers and sisters who are expected too."""
    ties = Relationship.objects.current().filter(ended=None, kind=RelationshipKind.BROTHER_OR_SISTER)
    ends = ties.filter(Q(person=person) | Q(other=person)).values_list("person", "other")
    keys = {key for pair in ends for key in pair} - {person.pk}
    return list(Person.objects.filter(pk__in=keys, birth_date=None, died_on=None).exclude(expected_on=None))


def told_apart(one: UUID, other: UUID) -> Iterator[Any]:
    """Letters for two expected babies who become brothers or sisters and are called the same."""
    pair = list(Person.objects.filter(pk__in=(one, other)).order_by("reference"))
    if len(pair) < 2 or not all(each.is_unborn and each.died_on is None for each in pair):
        return
    taken = {letter_of(each.known_as) for person in pair for each in (person, *expected_with(person))}
    nameless = [each for each in pair if not each.known_as and not each.given_names]
    for person, letter in zip(nameless, free_letters(taken), strict=False):
        yield changes(person, version=person.version, known_as=one_of_several(letter))


def brothers_and_sisters(children: Sequence[Person], *, began: date) -> Iterator[Relationship]:
    """That children of one pregnancy are brothers or sisters."""
    for one, other in combinations(children, 2):
        yield Relationship(person=one, other=other, kind=RelationshipKind.BROTHER_OR_SISTER, began=began)


def with_family(new: Person, first: Person) -> Iterator[Any]:
    """A further child of the same pregnancy, with what was known of the family and of dangers, and the same workers."""
    yield new
    yield Child(person=new)
    for kind in GOES_WITH_EACH_BABY:
        for fact in kind.objects.current().filter(person=first, ended=None):
            yield copied(fact, person_id=new.pk)
    yield from ties_from_the_other_end(new, first)
    for involvement in Involvement.objects.current().filter(child=first.pk, ended=None):
        yield copied(involvement, child_id=new.pk)


def ties_from_the_other_end(new: Person, first: Person) -> Iterator[Relationship | LivesWith]:
    """What others' records say of the first child of a birth, as the further child's own: so they name both."""
    own = set(Relationship.objects.current().filter(person=first, ended=None).values_list("other", flat=True))
    ties = Relationship.objects.current().filter(other=first, ended=None, kind__in=OPPOSITE).exclude(person__in=own)
    for tie in ties:
        yield copied(tie, person_id=new.pk, other_id=tie.person_id, kind=OPPOSITE[RelationshipKind(tie.kind)])
    homes = set(LivesWith.objects.current().filter(person=first, ended=None).values_list("other", flat=True))
    for home in LivesWith.objects.current().filter(other=first, ended=None).exclude(person__in=homes):
        yield copied(home, person_id=new.pk, other_id=home.person_id)


def copied(fact: Any, **about: Any) -> Any:
    """The same fact about somebody else, as a new row."""
    kept = {
        field.attname: getattr(fact, field.attname)
        for field in fact._meta.concrete_fields
        if field.editable and not field.primary_key
    }
    return type(fact)(**(kept | about))
