"""Children as rows, many at once, for tests that stand below the actions which make them."""

from datetime import UTC, datetime
from typing import Any

from sightline.foundation.children.models import Child, Person

RECORDED = datetime(2026, 1, 1, tzinfo=UTC)


def children(number: int, **known: Any) -> list[Child]:
    """This many children about whom nothing else is recorded."""
    people = [Person(given_names=f"Child {n}", recorded_at=RECORDED, entry_id=0, **known) for n in range(number)]
    Person.objects.bulk_create(people)
    return Child.objects.bulk_create([Child(person=person) for person in people])
