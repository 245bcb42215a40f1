"""How what is read from facts is brought up to date: after each action, or once for a history of many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import models, transaction

from sightline.foundation.chronology.indexing import index
from sightline.foundation.facts import Acting
from sightline.foundation.kept import kept
from sightline.foundation.oversight import in_sight, waiting
from sightline.foundation.timescales.refresh import refresh
from sightline.foundation.timescales.tasks import follow_limits


class Batch(Protocol):
    """What the door wrote in one go."""

    by: Acting
    at: datetime

    def touched(self) -> Iterator[models.Model]: ...
    def subjects(self) -> set[UUID]: ...
    def kinds(self) -> set[type[models.Model]]: ...


TOGETHER: ContextVar[list[Batch] | None] = ContextVar("together", default=None)


@contextmanager
def counted_once() -> Iterator[None]:
    """One transaction in which clocks and boards are counted once, after several actions of an import or a story.

    What a person records is counted at once even here.
    """
    with transaction.atomic():
        together: list[Batch] = []
        before = TOGETHER.set(together)
        try:
            yield
        finally:
            TOGETHER.reset(before)
        count(together)


def tell_readers(batch: Batch) -> None:
    """Bring the index of facts, the lists of managers, clocks and boards up to date, once for the whole batch."""
    index(batch.touched(), batch.at)
    waiting.keep(batch.touched())
    together = TOGETHER.get()
    if together is not None and batch.by.tells_history:
        together.append(batch)
    else:
        count([batch])


def count(batches: Sequence[Batch]) -> None:
    """Count the clocks, and what boards show, of everybody these batches are about."""
    people = {person for batch in batches for person in batch.subjects()}
    kinds = {kind for batch in batches for kind in batch.kinds()}
    refresh(people, kinds)
    rows = [row for batch in batches for row in batch.touched()]
    in_sight.keep(rows)
    for declared in (each for each in kept() if kinds & set(each.facts)):
        declared.refresh(people)
    follow_limits(rows)
