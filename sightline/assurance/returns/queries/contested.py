"""Named questions about what imports left for a person to settle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Min

from sightline.assurance.returns.importing.constraints import clash
from sightline.assurance.returns.importing.knowing import identity_of, model_of
from sightline.assurance.returns.models import Contest, Pair
from sightline.foundation.children.models import Identifier, Person
from sightline.foundation.children.rules.identity import IdentifierKind

MOST_SHOWN = 200  # rows of a list: the oldest are settled first


@dataclass(frozen=True)
class Versions:
    """A contested fact of a file, and what stands that cannot be true beside it."""

    contest: Contest
    imported: Any
    standing: list[Any]


@dataclass(frozen=True)
class PairShown:
    """Two children who may be one, with the numbers each has in returns."""

    pair: Pair
    people: tuple[Person, Person]
    numbers: tuple[list[str], list[str]]


def contested_about(child: UUID) -> list[Versions]:
    """What is contested about a child whose record is open; two questions more for each kind of fact."""
    return both_versions(Contest.objects.current().filter(child=child).order_by("happened", "pk"))


def one_contest(child: UUID, key: UUID) -> Versions | None:
    """One contested fact of this child, unless it is settled."""
    return next(iter(both_versions(Contest.objects.current().filter(child=child, pk=key))), None)


def both_versions(contests: Iterable[Contest]) -> list[Versions]:
    """Contested facts, each with what stands against it."""
    given = list(contests)
    by_kind: dict[str, list[Contest]] = defaultdict(list)
    for contest in given:
        by_kind[contest.kind].append(contest)
    found: dict[UUID, Versions] = {}
    for kind, some in by_kind.items():
        model = model_of(kind)
        about = {f"{model.subject_field}__in": {contest.child_id for contest in some}}
        rows = list(model._default_manager.filter(superseded_at=None, **about))
        imported = {row.pk: row for row in rows if row.contested}
        for contest in some:
            if contest.fact_id in imported:
                fact = imported[contest.fact_id]
                against = [row for row in rows if not row.contested and stands_against(kind, fact, row)]
                found[contest.pk] = Versions(contest, fact, against)
    return [found[contest.pk] for contest in given if contest.pk in found]


def stands_against(kind: str, fact: Any, other: Any) -> bool:
    """Whether another fact of the kind cannot stand beside this one, or is the same thing told otherwise."""
    subject = f"{fact.subject_field}_id"
    if getattr(fact, subject) != getattr(other, subject):
        return False
    names = identity_of(kind)
    same = all(plain(fact, name) == plain(other, name) for name in names) if names else True
    return same or clash(fact, other)


def plain(fact: Any, name: str) -> Any:
    """A column as it is kept."""
    return getattr(fact, fact._meta.get_field(name).attname)


def children_to_settle() -> list[tuple[Person, int, date]]:
    """The children about whom something is contested, with how much and the day of the first, the earliest first.

    Those behind walls are left out.
    """
    counted = Contest.objects.current().values("child_id").annotate(number=Count("pk"), first=Min("happened"))
    rows = list(counted.order_by("first", "child_id")[:MOST_SHOWN])
    people = Person.objects.in_bulk([row["child_id"] for row in rows])
    return [(people[row["child_id"]], row["number"], row["first"]) for row in rows if row["child_id"] in people]


def open_pairs() -> list[PairShown]:
    """The pairs nobody has answered, of people who are not behind walls."""
    pairs = list(Pair.objects.filter(same=None).select_related("asked_by").order_by("recorded_at")[:MOST_SHOWN])
    return shown_pairs(pairs)


def one_pair(key: UUID) -> PairShown | None:
    """A pair that nobody has answered."""
    return next(iter(shown_pairs(Pair.objects.filter(pk=key, same=None).select_related("asked_by"))), None)


def shown_pairs(pairs: Iterable[Pair]) -> list[PairShown]:
    """Pairs with who they are; a pair of which one is behind a wall is not there."""
    given = list(pairs)
    keys = {key for pair in given for key in (pair.one_id, pair.other_id)}
    people = Person.objects.in_bulk(list(keys))
    numbers = numbers_of(keys)
    return [
        PairShown(
            pair,
            (people[pair.one_id], people[pair.other_id]),
            (numbers.get(pair.one_id, []), numbers.get(pair.other_id, [])),
        )
        for pair in given
        if pair.one_id in people and pair.other_id in people
    ]


def numbers_of(people: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The numbers that returns give these people, as far as the reader may see them."""
    found: dict[UUID, list[str]] = defaultdict(list)
    kinds = [IdentifierKind.RETURNS, IdentifierKind.UPN]
    for each in Identifier.objects.current().filter(person__in=list(people), kind__in=kinds, ended=None):
        found[each.person_id].append(f"{each.value} ({each.issued_by or each.get_kind_display()})")
    return found
