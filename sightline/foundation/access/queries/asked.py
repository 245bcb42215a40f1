"""Who is asked to act about a child: a recorded reason to open the record, for as long as the asking waits."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import IntegerField, Value

from sightline.foundation.access.queries.reach import Reach
from sightline.foundation.area import asks_to_act
from sightline.foundation.facts import Acting


def asked_to_act(own: Reach, by: Acting, people: Sequence[UUID], now: datetime) -> dict[UUID, str]:
    """Of these people, those about whom a practitioner is asked to act now, and how; one question for all."""
    if not people:
        return {}
    first, *others = [
        each.whom(own, by, now)
        .filter(child__in=people)
        .order_by()
        .annotate(asked_by=Value(place, IntegerField()))
        .values_list("child", "asked_by")
        for place, each in enumerate(asks_to_act())
    ]
    found: dict[UUID, str] = {}
    for child, place in sorted(first.union(*others), key=lambda row: row[1]):
        found.setdefault(child, asks_to_act()[place].because)
    return found
