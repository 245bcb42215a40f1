"""What imported files could know: a clock that only another file could stop is not held, and never overdue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.apps import apps
from django.db import models

from sightline.foundation.calendar.instants import day_of
from sightline.foundation.facts import Recorded, Source
from sightline.foundation.timescales.models import Coverage
from sightline.foundation.timescales.rules import Clock


@dataclass(frozen=True)
class Covered:
    """The kinds of fact that one file could carry about a child, and the last day it speaks for."""

    kinds: frozenset[str]
    held_until: date


Known = dict[UUID, list[Covered]]


def coverage_of(people: Iterable[UUID]) -> Known:
    """What files could know about these children; children about whom no file was imported are left out."""
    known: Known = defaultdict(list)
    rows = Coverage.objects.current().about(people).values_list("child_id", "kinds", "held_until")
    for child, kinds, held_until in rows:
        known[child].append(Covered(frozenset(kinds), held_until))
    return dict(known)


def within_coverage(clocks: Iterable[Clock], stopped_by: Sequence[type[models.Model]], known: Known) -> list[Clock]:
    """The clocks, those that are open on an imported fact held only as long as a file could have stopped them."""
    given = list(clocks)
    kinds = {model._meta.label for model in stopped_by}
    if not kinds or not known:
        return given
    imported = imported_anchors([clock for clock in given if waits(clock, known)])
    return [
        replace(clock, held_until=last_day(clock, kinds, known)) if clock.anchor_reference[1] in imported else clock
        for clock in given
    ]


def waits(clock: Clock, known: Known) -> bool:
    """Whether a clock is open about a child about whom a file was imported."""
    return clock.stop is None and clock.ended is None and clock.child in known


def imported_anchors(clocks: Iterable[Clock]) -> set[UUID]:
    """The facts that started these clocks and came from a file."""
    found: set[UUID] = set()
    unread: dict[str, set[UUID]] = defaultdict(set)
    for clock in clocks:
        kind, key = clock.anchor_reference
        source = getattr(clock.anchor, "source", None)
        if source == Source.IMPORT:
            found.add(key)
        elif source is None:
            unread[kind].add(key)
    for kind, keys in unread.items():
        model = apps.get_model(kind)
        if issubclass(model, Recorded):
            found |= set(model._default_manager.filter(pk__in=keys, source=Source.IMPORT).values_list("pk", flat=True))
    return found


def last_day(clock: Clock, kinds: set[str], known: Known) -> date | None:
    """The last day on which a file could still have stopped the clock; before its start if none ever could."""
    if clock.child is None:
        return clock.held_until
    days = [covered.held_until for covered in known[clock.child] if covered.kinds & kinds]
    if days:
        return max(days)
    return day_of(clock.start) - timedelta(days=1) if clock.start is not None else clock.held_until
