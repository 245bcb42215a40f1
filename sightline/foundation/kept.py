"""Rows that areas keep for their lists, so that a list of many children opens no record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models

from sightline.foundation.area import areas
from sightline.foundation.timescales.refresh import one_at_a_time


@dataclass(frozen=True)
class Kept:
    """Rows behind walls and without content, made again for these children whenever one of the facts is written.

    `refresh` asks as many questions for a thousand children as for one.
    """

    facts: Sequence[type[models.Model]]
    refresh: Callable[[Iterable[UUID]], None]


def made_again(model: type[Any], rows_of: Callable[[list[UUID]], Iterable[Any]]) -> Callable[[Iterable[UUID]], None]:
    """How the rows of a list are made again: `rows_of` says them from the facts, and those that fell away are gone."""
    columns = [field.name for field in model._meta.concrete_fields if not field.primary_key]

    def refresh(children: Iterable[UUID]) -> None:
        people = list(children)
        if not people:
            return
        one_at_a_time(people)
        made = list(rows_of(people))
        model.objects.filter(child__in=people).exclude(pk__in=[row.pk for row in made]).delete()
        model.objects.bulk_create(
            made,
            batch_size=1000,
            update_conflicts=True,
            unique_fields=[model._meta.pk.attname],
            update_fields=columns,
        )

    return refresh


@cache
def kept() -> tuple[Kept, ...]:
    """What each area keeps for its lists, in the order of the child's journey."""
    return tuple(each for area in areas() for each in area.kept)
