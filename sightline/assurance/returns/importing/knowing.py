"""What is known already about the children of a chunk, and by what a fact is known again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

IDENTITIES = {  # of kinds that are kept about persons: one ethnicity, each disability and number once
    "children.Ethnicity": (),
    "children.Disability": ("code",),
    "children.Identifier": ("kind", "value", "issued_by"),
    "children.LifeEvent": ("kind",),
}
SUBJECTS = {"child", "person"}


@cache
def identity_of(kind: str) -> tuple[str, ...]:
    """The columns, beside the child, by which a fact of a kind is known again in a later file."""
    if kind in IDENTITIES:
        return IDENTITIES[kind]
    return tuple(name for name in model_of(kind).identity if name not in SUBJECTS)


@cache
def model_of(kind: str) -> Any:
    """The table of a kind of fact."""
    return apps.get_model(kind)


class Known:
    """The facts about some children, of some kinds, those that were corrected among them."""

    def __init__(self, children: Iterable[UUID], kinds: Iterable[str]) -> None:
        self.facts: dict[tuple[UUID, str], list[Any]] = defaultdict(list)
        self.roots: dict[UUID, UUID] = {}
        self.successors: dict[UUID, Any] = {}
        about = list(children)
        for kind in sorted(kinds) if about else ():
            model = model_of(kind)
            for fact in model._default_manager.filter(**{f"{model.subject_field}__in": about}).order_by("pk"):
                self.add(kind, fact)

    def add(self, kind: str, fact: Any) -> None:
        """Know a fact."""
        self.facts[(getattr(fact, f"{fact.subject_field}_id"), kind)].append(fact)
        self.follow(fact)

    def follow(self, fact: Any) -> None:
        """Know that a fact stands in the place of another, and so has the same origin."""
        before = fact.supersedes_id
        self.roots[fact.pk] = self.roots.get(before, before) if before else fact.pk
        if before:
            self.successors[before] = fact

    def root(self, key: UUID | None) -> UUID | None:
        """The first of the facts that stood in each other's place, by the key of any of them."""
        return self.roots.get(key, key) if key else None

    def of(self, child: UUID, kind: str) -> list[Any]:
        """The facts of one kind about a child."""
        return self.facts.get((child, kind), [])

    def value(self, fact: Any, name: str) -> Any:
        """A column of a fact, so that it can be compared: what it points at is known by its origin."""
        field = fact._meta.get_field(name)
        value = getattr(fact, field.attname)
        return self.root(value) if isinstance(field, models.ForeignKey) else value
