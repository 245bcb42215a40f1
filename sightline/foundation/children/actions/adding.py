"""Adding people: a child or an unborn baby, and the people around a child."""

from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.children.actions.refusals import DatesDoNotFit
from sightline.foundation.children.models import Child, Person, Relationship
from sightline.foundation.door import Refusal, Work, action
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Involvement
from sightline.foundation.workforce.queries import teams
from sightline.foundation.workforce.rules import InvolvementKind, TeamKind


@action(permission=Permission.ADD_PERSON, says="added a child")
def add_child(
    *,
    given_names: str = "",
    family_name: str = "",
    known_as: str = "",
    birth_date: date | None = None,
    birth_date_estimated: bool = False,
    expected_on: date | None = None,
    sex: str = "",
    on: date,
    held_by_team: UUID | None = None,
    by: Acting,
) -> Work:
    """Begin a child's record; the team of whoever adds the child holds it until it is given to another."""
    if birth_date is not None and birth_date > on:
        raise DatesDoNotFit("The birth date must not be after today. For a baby not yet born, give the expected date.")
    if birth_date is not None and expected_on is not None:
        raise DatesDoNotFit("Give the birth date or, for a baby not yet born, the expected date: not both.")
    person = Person(
        given_names=given_names,
        family_name=family_name,
        known_as=known_as,
        birth_date=birth_date,
        birth_date_estimated=birth_date_estimated and birth_date is not None,
        expected_on=expected_on,
        sex=sex,
    )
    yield person
    yield Child(person=person)
    if team := held_by_team or by.team_id:
        refuse_unless_it_holds(team)
        reason = "The team that added the child" if team == by.team_id else "Chosen when the record was begun"
        kind = InvolvementKind.HOLDING_TEAM
        yield Involvement(child_id=person.pk, kind=kind, team_id=team, began=on, reason=reason)
    return person


def refuse_unless_it_holds(team: UUID) -> None:
    """Raise unless a team can hold children: a service or an authority cannot, and nobody could be allocated there."""
    if not teams().filter(pk=team, kind=TeamKind.TEAM).exists():
        raise Refusal("Select which team holds the record: a team that works with families.")


@action(permission=Permission.RECORD_PERSON, says="added a person to a network")
def add_to_network(
    *,
    child_id: UUID,
    kind: str,
    details: str = "",
    given_names: str = "",
    family_name: str = "",
    known_as: str = "",
    birth_date: date | None = None,
    birth_date_estimated: bool = False,
    sex: str = "",
    began: date,
    by: Acting,
) -> Work:
    """Add somebody who has no record yet to the people around a child."""
    if not (given_names or family_name or known_as):
        raise Refusal("Enter at least one name, or what people call this person.")
    if birth_date is not None and birth_date > began:
        began = birth_date
    person = Person(
        given_names=given_names,
        family_name=family_name,
        known_as=known_as,
        birth_date=birth_date,
        birth_date_estimated=birth_date_estimated and birth_date is not None,
        sex=sex,
    )
    yield person
    yield Relationship(person_id=child_id, other=person, kind=kind, details=details, began=began)
    return person
