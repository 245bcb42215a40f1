"""Rows that areas keep for their lists, so that a list of many children opens no record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.db import models

from sightline.foundation.area import areas


@dataclass(frozen=True)
class Kept:
    """Rows behind walls and without content, made again for these children whenever one of the facts is written.

    `refresh` asks as many questions for a thousand children as for one.
    """

    facts: Sequence[type[models.Model]]
    refresh: Callable[[Iterable[UUID]], None]


@cache
def kept() -> tuple[Kept, ...]:
    """What each area keeps for its lists, in the order of the child's journey."""
    return tuple(each for area in areas() for each in area.kept)
