"""The page that shows one area of a child's record: what stands, what is due, and everything recorded of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from sightline.foundation.area import Area, Told, areas
from sightline.foundation.calendar.words import format_date
from sightline.foundation.children.presenters import clocks_due
from sightline.foundation.chronology.presenters import entry
from sightline.foundation.chronology.queries import Asked, chronology
from sightline.ui.components import EmptyState, Link, Ticket, TimelineEntry

CHRONOLOGY = "All of it in the chronology, with what was corrected"


@dataclass(frozen=True)
class AreaShown:
    """One area of a child's record as plain data."""

    title: str
    links: Sequence[Link]
    rows: Sequence[dict[str, Any]]
    due: Sequence[Ticket]
    entries: Sequence[TimelineEntry]
    has_more: bool
    whole: Link
    empty: EmptyState


def area_shown(
    name: str,
    child: UUID,
    today: date,
    *,
    title: str = "",
    links: Iterable[Link] = (),
    rows: Iterable[tuple[str, str]] = (),
    empty: EmptyState,
    kinds: Sequence[Told] = (),
) -> AreaShown:
    """An area by its name, with its running clocks and its facts, newest first; only some `kinds` where given."""
    area = area_named(name)
    told = kinds or area.chronology
    recorded, has_more = entries(told, child)
    return AreaShown(
        title=title or name,
        links=list(links),
        rows=[row(key, value) for key, value in rows if value],
        due=clocks_due(child, today, counted_by(area)),
        entries=recorded,
        has_more=has_more,
        whole=in_the_chronology(told, child),
        empty=empty,
    )


def area_named(name: str) -> Area:
    """The area of this name."""
    return next(each for each in areas() if each.name == name)


def counted_by(area: Area) -> set[str]:
    """The timescales that an area counts."""
    return {timescale.id for reads in area.clocks for timescale in reads.timescales}


def entries(kinds: Iterable[Told], child: UUID) -> tuple[list[TimelineEntry], bool]:
    """The newest facts of some kinds that stand about a child, as the chronology tells them; whether there are more."""
    told = chronology(child, Asked(kinds=frozenset(each.model._meta.label for each in kinds)))
    return [entry(line, child, None) for line in told.lines if not line.corrected], told.has_older


def in_the_chronology(told: Iterable[Told], child: UUID) -> Link:
    """The same kinds in the chronology, with what does not stand any more and with filters."""
    kinds = [("kinds", each.model._meta.label) for each in told]
    return Link(CHRONOLOGY, f"{reverse('chronology:child', args=[child])}?{urlencode(kinds)}")


def row(key: str, value: str) -> dict[str, Any]:
    """One line of what stands."""
    return {"key": {"text": key}, "value": {"text": value}}


def link(text: str, route: str, child: UUID, fact: UUID | None = None) -> Link:
    """The way to a page on which something is recorded about a child, or about one fact of theirs."""
    return Link(text, reverse(route, args=[child] if fact is None else [child, fact]))


def since(spell: Any, words: str = "") -> str:
    """What lasts, and from which day; nothing where it does not."""
    if spell is None:
        return ""
    day = format_date(spell.began)
    return f"{words}, since {day}" if words else f"Since {day}"
