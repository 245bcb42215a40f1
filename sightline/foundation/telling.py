"""Decisions of which a family is told, each person by themselves: what an area says of each kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db import models


def day_of(fact: Any) -> date | None:
    """The day on which a fact happened, or began."""
    on: date | None = getattr(fact, "happened", None) or getattr(fact, "began", None)
    return on


@dataclass(frozen=True)
class TellsFamily:
    """A kind of fact of the chronology that is a decision of which a family is told.

    `decided_on` is the day of it; none where there is nothing to tell. `says` is what must be said, and how.
    """

    model: type[models.Model]
    decided_on: Callable[[Any], date | None] = day_of
    says: Callable[[Any], str] = lambda fact: ""


@cache
def tells_family() -> dict[str, TellsFamily]:
    """The decisions of which a family is told, by kind of fact."""
    from sightline.foundation.area import areas

    return {each.model._meta.label: each for area in areas() for each in area.tells_family}
