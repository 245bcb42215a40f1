"""Periods of care of many children, with the homes and legal statuses in them, in a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from uuid import UUID

from sightline.foundation.children.models import Person
from sightline.foundation.many_rows import Keys
from sightline.foundation.timescales.sharing import once
from sightline.practice.care.models import Home, LegalStatus, PeriodOfCare
from sightline.practice.care.rules.time_in_care import TimeInCare, shares_days

READS = (PeriodOfCare, Home, LegalStatus, Person)  # what `times_in_care` reads, for declarations


def times_in_care(children: Iterable[UUID]) -> list[TimeInCare]:
    """Every period of care of these children, oldest first; four queries, once while clocks are counted."""
    return once(read_times, children)


def read_times(people: list[UUID]) -> list[TimeInCare]:
    """Every period of care of these children, oldest first."""
    homes = by_child(Home.objects.current().about(people).order_by("began", "id"))
    statuses = by_child(LegalStatus.objects.current().about(people).order_by("began", "id"))
    known = {person.pk: person for person in Person.objects.filter(pk__among=Keys(people))}
    return [
        TimeInCare(
            child=period.child_id,
            period=period,
            homes=during(period, homes[period.child_id]),
            statuses=during(period, statuses[period.child_id]),
            born=known[period.child_id].birth_date if period.child_id in known else None,
            died=known[period.child_id].died_on if period.child_id in known else None,
            reason_ceased=period.reason_ceased,
        )
        for period in PeriodOfCare.objects.current().about(people).order_by("began", "id")
    ]


def longer_than_breaks(children: Iterable[UUID]) -> list[TimeInCare]:
    """Periods of care that are not short breaks, which have rows of their own (timescales, section 4)."""
    return [care for care in times_in_care(children) if not care.is_short_breaks]


def during(period: PeriodOfCare, spells: Iterable[Any]) -> tuple[Any, ...]:
    """The spells that share a day with a period of care."""
    return tuple(spell for spell in spells if shares_days(spell, period.began, period.ended))


def by_child(facts: Iterable[Any]) -> dict[UUID, list[Any]]:
    """Facts of each child, in the order in which they come."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for fact in facts:
        found[fact.child_id].append(fact)
    return found


def standing(model: type[Any], children: Iterable[UUID], **only: Any) -> dict[UUID, list[Any]]:
    """The facts of a kind that stand about each child, earliest first; one query, once while clocks are counted."""
    asked: Any = model
    return once(reader_of(asked, tuple(only.items())), children)


@cache
def reader_of(model: Any, only: tuple[tuple[str, Any], ...]) -> Callable[[list[UUID]], dict[UUID, list[Any]]]:
    """The function that reads the facts of a kind, always the same one for the same question."""
    day = "began" if hasattr(model, "began") else "happened"
    return lambda people: by_child(model.objects.current().about(people).filter(**dict(only)).order_by(day, "id"))
