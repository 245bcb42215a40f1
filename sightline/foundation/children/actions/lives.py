"""Births, deaths and pregnancies that end: each is one step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.foundation.access.rules import Permission
from sightline.foundation.bounds import born_too
from sightline.foundation.children.actions.refusals import DatesDoNotFit
from sightline.foundation.children.actions.several import brothers_and_sisters, expected_with, with_family
from sightline.foundation.children.models import ContactPoint, LifeEvent, Person
from sightline.foundation.children.rules import LifeEventKind, free_letters, letter_of, one_of_several
from sightline.foundation.door import Refusal, Work, action, changes, ends
from sightline.foundation.facts import Acting


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
    (first, *further), others = babies, expected_with(person)
    yield changes(
        person,
        version=version,
        birth_date=first.birth_date,
        sex=first.sex,
        given_names=first.given_names or person.given_names,
        family_name=first.family_name or person.family_name,
        known_as=called_at_birth(person, first, several=bool(further)),
    )
    yield LifeEvent(person=person, happened=first.birth_date, kind=LifeEventKind.BIRTH)
    born = [person]
    letters = free_letters([letter_of(person.known_as) or "A", *(letter_of(each.known_as) for each in others)])
    for letter, baby in zip(letters, further, strict=False):
        born.append(new := twin(person, baby, letter))
        yield from with_family(new, person)
        yield LifeEvent(person=new, happened=baby.birth_date, kind=LifeEventKind.BIRTH)
    yield from born_too(person.pk, [each.pk for each in born[1:]])
    yield from brothers_and_sisters(born, began=max(baby.birth_date for baby in babies))
    return person


def called_at_birth(person: Person, baby: Baby, *, several: bool) -> str:
    """What the expected baby is called from the birth on: a name takes the place of the letter of one of several."""
    letter = letter_of(person.known_as) or ("A" if several and not person.known_as else "")
    if not letter:
        return person.known_as
    return "" if baby.given_names or person.given_names else one_of_several(letter, born=True)


def twin(first: Person, baby: Baby, letter: str) -> Person:
    """The person for a further child of the same birth."""
    return Person(
        given_names=baby.given_names,
        family_name=baby.family_name or first.family_name,
        known_as="" if baby.given_names else one_of_several(letter, born=True),
        birth_date=baby.birth_date,
        sex=baby.sex,
        expected_on=first.expected_on,
    )


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
