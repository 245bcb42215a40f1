"""Children, the adults around them, and what is known of them, made through the real actions.

tia = child("Tia", "Bright", birth_date=date(2017, 5, 3))
asha = worker_of(tia)                                   # a social worker who holds the child
mother = adult(tia, "mother", "Mel", "Bright")
recorded(actions.record_address, person_id=tia.pk, lines="1 High Street", kind="home")
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.access.models import Exclusion, Restriction, Seal
from sightline.foundation.access.rules import Permission
from sightline.foundation.children import actions
from sightline.foundation.children.models import Child, Person
from sightline.foundation.door import action
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Practitioner
from tests.builders.workforce import BUILDER, LONG_AGO, as_builder, involve, made, practitioner

BORN = date(2017, 5, 3)


def child(given: str = "Tia", family: str = "Bright", *, birth_date: date | None = BORN, **more: Any) -> Child:
    """A child whom no team holds yet."""
    with as_builder():
        if "expected_on" in more:
            birth_date = None
        on = max(LONG_AGO, birth_date or LONG_AGO)
        key = made(
            actions.add_child(given_names=given, family_name=family, birth_date=birth_date, on=on, by=BUILDER, **more)
        )
        return Child.objects.select_related("person").get(pk=key)


def worker_of(*children: Child, role: str = "social_worker", **more: Any) -> Practitioner:
    """A practitioner to whom these children are allocated."""
    worker = practitioner(role, **more)
    for each in children:
        involve(each, practitioner=worker)
    return worker


def adult(of: Child, kind: str = "mother", given: str = "Mel", family: str = "Bright", **more: Any) -> Person:
    """Somebody in a child's network."""
    with as_builder():
        key = made(
            actions.add_to_network(
                child_id=of.pk, kind=kind, given_names=given, family_name=family, began=LONG_AGO, by=BUILDER, **more
            )
        )
        return Person.objects.get(pk=key)


def joined(of: Child, other: Person | Child, kind: str) -> UUID:
    """Somebody known already joins a child's network."""
    with as_builder():
        return made(
            actions.record_relationship(person_id=of.pk, other_id=other.pk, kind=kind, began=LONG_AGO, by=BUILDER)
        )


def recorded(record: Callable[..., Any], *, began: date = LONG_AGO, **asked: Any) -> Any:
    """What an action of recording made, by its key."""
    with as_builder():
        return made(record(began=began, by=BUILDER, **asked))


@action(permission=Permission.RESTRICT_RECORD, says="put up a wall for a test")
def put_up(*, wall: Any, by: Acting) -> Any:
    """Write a wall."""
    yield wall


def excluded(person: Person | Child, who: Practitioner) -> None:
    """Somebody must never see this record."""
    with as_builder():
        put_up(wall=Exclusion(person_id=person.pk, practitioner=who, reason="Own family", began=LONG_AGO), by=BUILDER)


def restricted(person: Person | Child) -> None:
    """Only named people may open this record; nobody is named."""
    wall = Restriction(
        person_id=person.pk,
        category="high_risk",
        reason="Set up for a test",
        asked_by="A manager",
        review_by=date(2027, 1, 1),
        began=LONG_AGO,
    )
    with as_builder():
        put_up(wall=wall, by=BUILDER)


def sealed(person: Person | Child) -> None:
    """For everybody without the adoption-records role this record does not exist."""
    with as_builder():
        put_up(wall=Seal(person_id=person.pk, reason="Set up for a test", began=LONG_AGO), by=BUILDER)
