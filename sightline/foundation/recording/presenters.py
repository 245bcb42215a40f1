"""The page that shows one area of a child's record: what stands, what is due, and everything recorded of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from sightline.foundation.area import Area, Told, areas, spoken, told
from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.children.presenters import clocks_due
from sightline.foundation.chronology.models import RecordedByMistake
from sightline.foundation.chronology.presenters import Stands, entry
from sightline.foundation.chronology.queries import Asked, Line, chronology
from sightline.foundation.correctable import PAGE, Correctable
from sightline.foundation.recording import columns
from sightline.foundation.recording.queries import Told as ToldFact
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
    shown = kinds or area.chronology
    recorded, has_more = entries(shown, child)
    return AreaShown(
        title=title or name,
        links=list(links),
        rows=[row(key, value) for key, value in rows if value],
        due=clocks_due(child, today, counted_by(area)),
        entries=recorded,
        has_more=has_more,
        whole=in_the_chronology(shown, child),
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
    found = chronology(child, Asked(kinds=frozenset(each.model._meta.label for each in kinds)))
    return [entry(line, child, None) for line in found.lines if not line.corrected], found.has_older


def in_the_chronology(shown: Iterable[Told], child: UUID) -> Link:
    """The same kinds in the chronology, with what does not stand any more and with filters."""
    kinds = [("kinds", each.model._meta.label) for each in shown]
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


@dataclass(frozen=True)
class FactShown:
    """One fact as plain data: what it says, what stands in its place, and what was recorded before."""

    kind: str
    title: str
    rows: Sequence[tuple[str, list[str]]]
    stands: Stands | None
    before: Sequence[TimelineEntry]
    correction: str
    changed: Sequence[str] = ()  # what the correction says otherwise
    correct: str = ""  # where it is put right, for those who may
    withdraw: str = ""


def fact_shown(found: ToldFact, child: UUID, mistake: RecordedByMistake | None, *, puts_right: bool) -> FactShown:
    """A fact with the history of its corrections; with the ways to put it right where it stands and somebody may."""
    asked = found.asked
    may = puts_right and asked is found.newest and not asked.corrected and not asked.fact.contested
    return FactShown(
        kind=asked.told.name,
        title=asked.told.title(asked.fact),
        rows=[*said_of(asked, found.declared), *recorded(asked)],
        stands=stands_instead(found, child, mistake),
        before=[version(found, number) for number, line in enumerate(found.lines) if line is not asked],
        correction="" if asked.corrected else asked.fact.correction_reason,
        changed=changed(found, found.lines.index(asked)),
        correct=reverse("recording:correct", args=[child, asked.fact.pk]) if may else "",
        withdraw=reverse("recording:withdraw", args=[child, asked.fact.pk]) if may else "",
    )


def said_of(line: Line, declared: Correctable) -> list[tuple[str, list[str]]]:
    """What a fact says, column by column."""
    found = columns.columns_of(line.fact, declared)
    return [(columns.label(each, declared), [columns.in_words(line.fact, each, declared)]) for each in found]


def recorded(line: Line) -> list[tuple[str, list[str]]]:
    """When it was recorded, and by whom."""
    by = f" by {line.fact.recorded_by}" if line.fact.recorded_by else ""
    return [("Recorded", [f"{format_moment(line.fact.recorded_at)}{by}", line.fact.get_source_display()])]


def stands_instead(found: ToldFact, child: UUID, mistake: RecordedByMistake | None) -> Stands | None:
    """Why a fact does not stand any more: what was recorded last in its place, or that it was a mistake."""
    asked, newest = found.asked, found.newest
    if not asked.corrected:
        return None
    if asked is newest:
        by = f" by {mistake.recorded_by}" if mistake and mistake.recorded_by else ""
        words = f"Recorded by mistake; marked so on {format_moment(asked.fact.superseded_at)}{by}. Why: {asked.reason}"
        return Stands(words, "")
    page = reverse(newest.told.page or PAGE, args=[child, newest.fact.pk])
    return Stands(corrected_on(asked, found.lines[found.lines.index(asked) - 1]), page)


def corrected_on(old: Line, new: Line) -> str:
    """When and by whom a fact was corrected, and why."""
    by = f" by {new.fact.recorded_by}" if new.fact.recorded_by else ""
    return f"Corrected on {format_moment(old.fact.superseded_at)}{by}. Why: {old.reason}"


def changed(found: ToldFact, number: int) -> list[str]:
    """What a version of a fact says otherwise than the one before it."""
    before = found.lines[number + 1 : number + 2]
    return differences(found.lines[number], before[0], found.declared) if before else []


def version(found: ToldFact, number: int) -> TimelineEntry:
    """One of the versions of a fact: what it said, and how it differs from the one before."""
    line = found.lines[number]
    by = f" by {line.fact.recorded_by}" if line.fact.recorded_by else ""
    return TimelineEntry(
        title=line.told.title(line.fact),
        when=f"Recorded {format_moment(line.fact.recorded_at)}{by}",
        text="\n".join(changed(found, number)),
        note=corrected_on(line, found.lines[number - 1]) if number and line.corrected else "",
        href=reverse(PAGE, args=[line.fact.child_id, line.fact.pk]),
    )


def differences(new: Line, old: Line, declared: Correctable) -> list[str]:
    """What a version says otherwise than the one before it."""
    said, before = dict(said_of(new, declared)), dict(said_of(old, declared))
    different = {name: value[0] for name, value in said.items() if before.get(name) != value}
    olds = {name: before[name][0] if name in before else "" for name in different}
    return [f"{name}{'' if name.endswith('?') else ':'} {olds[name]} → {value}" for name, value in different.items()]


def named(facts: Iterable[Any]) -> list[str]:
    """What facts are, in words: as the chronology tells them, or by their kind."""
    lines = told()
    return [lines[each._meta.label].title(each) if each._meta.label in lines else spoken(type(each)) for each in facts]
