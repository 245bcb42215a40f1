"""What the page of a visit shows at one child's record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date, format_moment, format_time
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.documents.presenters.passages import PassageShown, passage_shown
from sightline.foundation.visits.models import Seen, Visit
from sightline.foundation.visits.presenters.titles import kind_in_words, visit_title, visitor_in_words
from sightline.foundation.visits.queries import WholeVisit
from sightline.foundation.visits.rules import Place
from sightline.ui.components import Link

YES_NO = {True: "Yes", False: "No", None: "Not recorded"}
Rows = list[tuple[str, list[str]]]


@dataclass(frozen=True)
class ChildShown:
    """What a visit was for one child: exact words first."""

    name: str
    title: str
    words: Sequence[PassageShown]
    rows: Rows
    account: str
    agreed: str
    corrected: str = ""
    links: Sequence[Link] = ()


@dataclass(frozen=True)
class VisitShown:
    """The page as plain data."""

    title: str
    rows: Rows
    children: Sequence[ChildShown]
    others: Sequence[Link] = ()
    together: str = ""


def page_of_visit(
    visit: WholeVisit, seen: Seen, *, others: Sequence[Named], shown: Sequence[UUID], links: Sequence[Link], past: bool
) -> VisitShown:
    """The page at one child's record; of others only the names of those who may be seen, and what is open."""
    names = {seen.child_id: str(seen.child), **{each.key: each.name for each in others}}
    children = [child_shown(visit, seen, names, links)]
    children += [
        child_shown(visit, each, names)
        for each in visit.seen
        if each.child_id in shown and each.child_id != seen.child_id
    ]
    address = reverse("visits:visit", args=[seen.child_id, seen.pk])
    kind = "Attempted visit" if visit.row.attempted else "Visit"
    return VisitShown(
        title=f"{kind}, {format_date(seen.happened)}",
        rows=details(visit.row),
        children=children,
        others=[Link(each.name, reverse("children:child", args=[each.key])) for each in others],
        together=f"{address}?together=1" if others and not shown and not past else "",
    )


def child_shown(visit: WholeVisit, seen: Seen, names: Mapping[UUID, str], links: Sequence[Link] = ()) -> ChildShown:
    """What the visit was for one child."""
    return ChildShown(
        name=names.get(seen.child_id, ""),
        title=visit_title(seen).partition(": ")[2],
        words=[passage_shown(each, names) for each in visit.passages_for(seen.child_id)],
        rows=[] if visit.row.attempted else list(rows_of(seen)),
        account=seen.account,
        agreed=seen.agreed,
        corrected=seen.correction_reason,
        links=links,
    )


def rows_of(seen: Seen) -> Iterator[tuple[str, list[str]]]:
    """Seen, alone, safe, where they sleep, and what it counts as: a label and its lines."""
    yield "Seen", [YES_NO[seen.seen]] if seen.seen else ["No", seen.why_not]
    if seen.seen:
        yield "Seen alone", ["No", seen.why_not] if seen.alone is False else [YES_NO[seen.alone]]
    yield "Safe tonight", [YES_NO[seen.safe_tonight], *([seen.safety] if seen.safety else [])]
    sleeps = [YES_NO[seen.sleeping_place_seen], *([seen.sleeping_place] if seen.sleeping_place else [])]
    yield "Saw where they sleep", sleeps
    if seen.seen:
        yield "Counts as", [kind_in_words(kind) for kind in seen.counts_as] or ["No kind of visit"]


def details(row: Visit) -> Rows:
    """When, where and by whom it was made: a label and its lines."""
    by = f" by {row.recorded_by}" if row.recorded_by else ""
    next_on = [("Next visit", [format_date(row.next_on)])] if row.next_on else []
    return [
        ("When", [day(row)]),
        ("Where", [row.where or (str(Place(row.place).label) if row.place else "Not recorded")]),
        ("Who visited", [visitor_in_words(row.who_visited)]),
        ("What it was for", [kind_in_words(row.kind)]),
        *next_on,
        ("Recorded", [f"{format_moment(row.recorded_at)}{by}"]),
    ]


def day(row: Any) -> str:
    """The day, and the time where it is known."""
    at: datetime | None = row.happened_at
    return f"{format_date(row.happened)} at {format_time(at)}" if at else format_date(row.happened)
