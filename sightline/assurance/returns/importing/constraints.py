"""Whether two facts can stand side by side: what the database would refuse, asked before it is written."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import Model, Q, UniqueConstraint

FOREVER = date.max


@cache
def rules_of(kind: type[Model]) -> tuple[tuple[UniqueConstraint, ...], bool]:
    """The constraints of a kind of fact over several rows: of uniqueness, and whether its days must not overlap."""
    constraints = kind._meta.constraints
    unique = tuple(each for each in constraints if isinstance(each, UniqueConstraint) and each.fields)
    return unique, any(isinstance(each, ExclusionConstraint) for each in constraints)


def clash(one: Any, other: Any) -> bool:
    """Whether the database would refuse to let both stand."""
    kind: Any = type(one)
    unique, apart = rules_of(kind)
    if apart and days_overlap(one, other) and one_subject(one) == one_subject(other):
        return True
    return any(same_where_it_counts(each, one, other) for each in unique)


def one_subject(fact: Any) -> Any:
    """Whom a fact is about."""
    return getattr(fact, f"{fact.subject_field}_id")


def days_overlap(one: Any, other: Any) -> bool:
    """Whether two spells share a day; the day of an end is the first day after, and a spell of no day shares none."""
    if one.ended == one.began or other.ended == other.began:
        return False
    return bool(one.began < (other.ended or FOREVER) and other.began < (one.ended or FOREVER))


def same_where_it_counts(constraint: UniqueConstraint, one: Any, other: Any) -> bool:
    """Whether two facts are the same in the columns of a constraint that applies to both."""
    if not all(constraint.condition is None or holds(constraint.condition, fact) for fact in (one, other)):
        return False
    return all(value_of(one, name) == value_of(other, name) is not None for name in constraint.fields)


def value_of(fact: Any, name: str) -> Any:
    """A column of a fact; of one that points elsewhere, where it points."""
    field = fact._meta.get_field(name)
    return getattr(fact, field.attname)


def holds(condition: Q, fact: Any) -> bool:
    """Whether a condition of equalities is true of a fact that is not written yet."""
    parts = [holds(each, fact) if isinstance(each, Q) else equal(each, fact) for each in condition.children]
    true = any(parts) if condition.connector == Q.OR else all(parts)
    return not true if condition.negated else true


def equal(lookup: Any, fact: Any) -> bool:
    """Whether one equality is true of a fact; anything but an equality is taken to hold."""
    name, wanted = lookup
    column, _, how = name.partition("__")
    if how == "isnull":
        return bool((value_of(fact, column) is None) == wanted)
    return bool(value_of(fact, column) == wanted) if not how else True
