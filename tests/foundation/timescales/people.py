"""Children and practitioners as rows, for tests that stand below the actions which make them."""

from datetime import UTC, date, datetime

from sightline.foundation.children.models import Child, Person
from sightline.foundation.workforce.models import Practitioner

RECORDED = datetime(2026, 1, 1, tzinfo=UTC)


def children(number: int) -> list[Child]:
    people = [Person(given_names=f"Child {n}", recorded_at=RECORDED, entry_id=0) for n in range(number)]
    Person.objects.bulk_create(people)
    return Child.objects.bulk_create([Child(person=person) for person in people])


def practitioner(name: str = "A social worker") -> Practitioner:
    return Practitioner.objects.create(
        email=f"{name.replace(' ', '.')}@authority.example", name=name, starts_on=date(2020, 1, 1)
    )
