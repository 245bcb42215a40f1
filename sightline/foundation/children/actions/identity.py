"""Changing who somebody is said to be."""

from datetime import date

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.actions.refusals import DatesDoNotFit
from sightline.foundation.children.models import Person, PersonName
from sightline.foundation.children.rules import letter_of
from sightline.foundation.children.rules.names import NameKind
from sightline.foundation.door import Refusal, Work, action, changes
from sightline.foundation.facts import Acting


@action(permission=Permission.RECORD_PERSON, says="changed who somebody is")
def change_identity(
    *,
    person: Person,
    version: int,
    given_names: str,
    family_name: str,
    known_as: str = "",
    birth_date: date | None = None,
    birth_date_estimated: bool = False,
    expected_on: date | None = None,
    sex: str = "",
    keep_former_name: bool = False,
    on: date,
    by: Acting,
) -> Work:
    """Change names, dates and sex, as seen in a version; a name that was right until now is kept as a former name.

    A given name takes the place of the letter that told babies of one pregnancy apart.
    """
    if birth_date is not None and birth_date > on:
        raise DatesDoNotFit("The birth date must not be after today.")
    if person.birth_date is None and person.expected_on is not None and birth_date is not None:
        raise Refusal("Record the birth instead: one expected birth may become several children.")
    if keep_former_name and (person.given_names, person.family_name) != (given_names, family_name):
        yield former_name(person, on)
    yield changes(
        person,
        version=version,
        given_names=given_names,
        family_name=family_name,
        known_as="" if given_names and letter_of(known_as) else known_as,
        birth_date=birth_date,
        birth_date_estimated=birth_date_estimated and birth_date is not None,
        expected_on=expected_on,
        sex=sex,
    )
    return person


def former_name(person: Person, on: date) -> PersonName:
    """The name that somebody had until a day."""
    return PersonName(
        person=person,
        kind=NameKind.FORMER,
        given_names=person.given_names,
        family_name=person.family_name,
        began=person.birth_date or on,
        ended=on,
    )
