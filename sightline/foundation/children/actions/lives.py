"""Births, deaths and pregnancies that end: each is one step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from sightline.foundation.access.rules import Permission
from sightline.foundation.bounds import born_too
from sightline.foundation.children.actions.refusals import DatesDoNotFit
from sightline.foundation.children.models import (
    Address,
    Child,
    ContactPoint,
    LifeEvent,
    LivesWith,
    ParentalResponsibility,
    Person,
    Relationship,
)
from sightline.foundation.children.rules import LifeEventKind
from sightline.foundation.children.rules.family import OPPOSITE, RelationshipKind
from sightline.foundation.door import Refusal, Work, action, changes, ends
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Involvement

GOES_WITH_EACH_BABY = (Relationship, LivesWith, ParentalResponsibility, Address)


@dataclass(frozen=True)
class Baby:
    """One child of a birth."""

    birth_date: date
    sex: str
    given_names: str = ""
    family_name: str = ""


@action(permission=Permission.RECORD_PERSON, says="recorded a birth")
def record_birth(*, person: Person, version: int, babies: Sequence[Baby], by: Acting) -> Work:
    """Turn an expected birth into one child or several.

    Each further child has the family and workers of the first, and whatever the areas give to children of one birth.
    """
    if not person.is_unborn:
        raise Refusal("This child is born already.")
    if not babies:
        raise Refusal("Say which children were born.")
    first, *further = babies
    yield changes(
        person,
        version=version,
        birth_date=first.birth_date,
        sex=first.sex,
        given_names=first.given_names or person.given_names,
        family_name=first.family_name or person.family_name,
    )
    yield LifeEvent(person=person, happened=first.birth_date, kind=LifeEventKind.BIRTH)
    born = [person]
    for baby in further:
        born.append(new := twin(person, baby))
        yield from with_family(new, person, baby)
    yield from born_too(person.pk, [each.pk for each in born[1:]])
    for one, other in combinations(born, 2):
        began = max(baby.birth_date for baby in babies)
        yield Relationship(person=one, other=other, kind=RelationshipKind.BROTHER_OR_SISTER, began=began)
    return person


def twin(first: Person, baby: Baby) -> Person:
    """The person for a further child of the same birth."""
    return Person(
        given_names=baby.given_names,
        family_name=baby.family_name or first.family_name,
        birth_date=baby.birth_date,
        sex=baby.sex,
        expected_on=first.expected_on,
    )


def with_family(new: Person, first: Person, baby: Baby) -> Iterator[Any]:
    """A further child of the same birth, with everything that was known of the family, and the same workers."""
    yield new
    yield Child(person=new)
    yield LifeEvent(person=new, happened=baby.birth_date, kind=LifeEventKind.BIRTH)
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


@action(permission=Permission.RECORD_PERSON, says="recorded a death")
def record_death(*, person: Person, version: int, died_on: date, details: str = "", by: Acting) -> Work:
    """Record that somebody died; everything that must then stop reads this one step."""
    if person.died_on is not None:
        raise Refusal("The death of this person is recorded already.")
    if person.birth_date is not None and died_on < person.birth_date:
        raise DatesDoNotFit("The date of death must not be before the birth date.")
    yield changes(person, version=version, died_on=died_on)
    yield LifeEvent(person=person, happened=died_on, kind=LifeEventKind.DEATH, details=details)
    yield from end_ways_to_reach(person, died_on)
    return person


@action(permission=Permission.RECORD_PERSON, says="recorded that a pregnancy ended")
def record_end_of_pregnancy(*, person: Person, version: int, ended_on: date, details: str = "", by: Acting) -> Work:
    """Record that a pregnancy ended without a birth; everything that must then stop reads this one step."""
    if not person.is_unborn:
        raise Refusal("This is not a record of an expected birth.")
    if person.died_on is not None:
        raise Refusal("The end of this pregnancy is recorded already.")
    yield changes(person, version=version, died_on=ended_on)
    yield LifeEvent(person=person, happened=ended_on, kind=LifeEventKind.PREGNANCY_ENDED, details=details)
    yield from end_ways_to_reach(person, ended_on)
    return person


def end_ways_to_reach(person: Person, on: date) -> Iterator[Any]:
    """End every number of somebody who can no longer be reached, so that no letter or message is sent."""
    for point in ContactPoint.objects.current().filter(person=person, ended=None):
        yield ends(point, on=max(point.began, on), end_reason="Ended with the life event recorded on this day")
