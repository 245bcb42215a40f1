"""What areas say of one another: what ends with a spell, what keeps it from beginning or ending, what twins share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models

from sightline.foundation.area import areas


def ending_too(kind: type[models.Model], child: UUID, on: date, **said: Any) -> Iterable[Any]:
    """What ends on a day with a spell of this kind about a child, in whichever area it is: the action yields it."""
    for declared in (each for area in areas() for each in area.ends_too if kind in each.when):
        yield from declared.endings(child, on, kind, **said)


def born_too(first: UUID, further: Sequence[UUID]) -> Iterator[Any]:
    """What the further children of one birth have because the baby who was expected had it: the action yields it."""
    given: list[Any] = []
    for declared in (each for area in areas() for each in area.born_too):
        given += declared.given(first, further, tuple(given))
    yield from given


def bars_beginning(kind: type[models.Model], child: UUID, on: date) -> str:
    """Why a spell of this kind cannot begin on a day, as the later areas say; nothing where it can."""
    barring = (bar for area in areas() for bar in area.bars if kind in bar.beginning)
    return next((sentence for bar in barring if (sentence := bar.why(child, on))), "")


def bars_ending(kind: type[models.Model], child: UUID, on: date) -> str:
    """Why a spell of this kind cannot end on a day, as the later areas say; nothing where it can."""
    barring = (bar for area in areas() for bar in area.bars if kind in bar.ending)
    return next((sentence for bar in barring if (sentence := bar.why(child, on))), "")
