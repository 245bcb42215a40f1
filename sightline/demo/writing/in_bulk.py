"""Careers written many at a time: each batch is one action, one audit entry, and one refresh of its clocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sightline.demo.careers.commands import Household
from sightline.demo.writing.as_history import facts_of
from sightline.demo.writing.record import Record
from sightline.demo.writing.staff import Staff
from sightline.foundation.history import History, record_history
from sightline.foundation.timescales.refresh import LOCKED_ONE_BY_ONE

FACTS_IN_A_BATCH = 8_000  # about; a household is never divided, and no more people than lets others write as well


def write(households: Iterable[Household], staff: Staff, today: date) -> Iterator[int]:
    """Write these households, some at a time; after each batch, how many were written so far."""
    done = people = 0
    facts: list[Any] = []
    for home in households:
        members = len(home.children) + len(home.adults)
        if len(facts) >= FACTS_IN_A_BATCH or people + members > LOCKED_ONE_BY_ONE:
            write_batch(facts, staff)
            yield done
            facts, people = [], 0
        facts += facts_of(Record(home, staff, today))
        people += members
        done += 1
    if facts:
        write_batch(facts, staff)
        yield done


def write_batch(facts: list[Any], staff: Staff) -> None:
    """One action for these facts."""
    record_history(history=History(facts, "the demonstration"), by=staff.builder)
