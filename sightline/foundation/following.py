"""What follows in one area from something that is recorded in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True)
class EndsToo:
    """Something that cannot outlast a spell of an earlier area: called with a child, the day and the spell's kind.

    What else is said at the end, such as the reason for a closure, comes as `said`, where the kind has anything to say.
    """

    when: Sequence[type[models.Model]]
    endings: Callable[..., Iterable[Any]]


@dataclass(frozen=True)
class BornToo:
    """What the further children of one birth have in an area, because the baby who was expected had it.

    Called with the first child, the further ones, and what the areas before it gave them in the same step.
    """

    given: Callable[..., Iterable[Any]]
