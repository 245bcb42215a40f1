"""What the page of a chronology shows, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from sightline.foundation.area import told
from sightline.foundation.calendar.words import format_date, format_moment, format_time
from sightline.foundation.chronology.forms import ChronologyForm
from sightline.foundation.chronology.queries import Chronology, Lasted, Line
from sightline.foundation.correctable import PAGE, correctable
from sightline.foundation.documents.queries import drafts_of
from sightline.foundation.facts import Precision
from sightline.ui.components import ChosenFilter, EmptyState, Filters, Table, Tag, Ticket, TimelineEntry, counted
from sightline.ui.forms import in_words
from sightline.ui.paging import PAGING, from_the_first
from sightline.ui.pictures import Bar, Strip, Strips


@dataclass(frozen=True)
class Shown:
    """The lines of a page, and the ways to more of them."""

    entries: list[TimelineEntry]
    older: str
    everything: str


def kinds() -> list[tuple[str, str]]:
    """Every kind of fact that is told, by its name."""
    return sorted(((kind, line.name) for kind, line in told().items()), key=lambda each: each[1])


def shown(chronology: Chronology, child: UUID, query: QueryDict, moment: datetime | None) -> Shown:
    """Lines as a timeline."""
    last = chronology.lines[-1].number if chronology.lines else 0
    return Shown(
        entries=[entry(line, child, moment) for line in chronology.lines],
        older=from_the_first(query, older=last) if chronology.has_older else "",
        everything=from_the_first(query, all=1) if chronology.has_older or "older" in query else "",
    )


def entry(line: Line, child: UUID, moment: datetime | None) -> TimelineEntry:
    """One line: when it happened, when it was recorded and by whom, and whether it was corrected."""
    fact = line.fact
    return TimelineEntry(
        title=line.told.title(fact),
        when=when(fact),
        timestamp=day_of(fact).isoformat(),
        by=f"recorded {format_moment(fact.recorded_at)}{f' by {fact.recorded_by}' if fact.recorded_by else ''}",
        text=line.told.detail(fact),
        major=line.told.major,
        href=address(line, child, moment),
        tags=list(tags(line)),
        note=note(line),
    )


def tags(line: Line) -> Iterable[Tag]:
    """What marks a line: recorded late, corrected, recorded by mistake, contested."""
    if line.mistake:
        yield Tag("Recorded by mistake", "grey")
    elif line.corrected:
        yield Tag("Corrected", "grey")
    if line.recorded_late and not line.fact.supersedes_id:  # what a correction corrects tells whether it was late
        yield Tag("Recorded late", "yellow")
    if line.fact.contested:
        yield Tag("Two sources differ", "orange")


def note(line: Line) -> str:
    """Why a line was corrected, or what it stands in place of."""
    if line.corrected:
        return f"Does not stand any more. Why: {line.reason}" if line.reason else "Does not stand any more."
    if line.fact.correction_reason:
        return f"This is a correction. Why: {line.fact.correction_reason}"
    return ""


def when(fact: Any) -> str:
    """When something happened or from when to when it lasted, as exactly as it is known."""
    if hasattr(fact, "began"):
        began = as_exactly(fact.began, fact.began_at, fact.began_precision)
        return f"{began} to {format_date(fact.ended)}" if fact.ended else f"From {began}"
    return as_exactly(fact.happened, fact.happened_at, fact.happened_precision)


def as_exactly(day: Any, at: datetime | None, precision: str) -> str:
    """A date as exactly as it is known."""
    if precision == Precision.YEAR:
        return str(day.year)
    if precision == Precision.MONTH:
        return in_words(day).split(" ", 1)[1]
    return f"{format_date(day)} at {format_time(at)}" if at else format_date(day)


def day_of(fact: Any) -> Any:
    """The day on which something happened or began."""
    return getattr(fact, "happened", None) or fact.began


def address(line: Line, child: UUID, moment: datetime | None) -> str:
    """Where the fact is shown whole, as it was known at the moment asked for."""
    route = line.told.page or (PAGE if line.kind in correctable() else "")
    if not route:
        return ""
    page = reverse(route, args=[child, line.fact.pk])
    return f"{page}?{urlencode({'as_known_on': moment.isoformat()})}" if moment else page


def filters(form: ChronologyForm, query: QueryDict, child: UUID) -> Filters:
    """The questions that narrow the chronology, and those answered."""
    names = dict(kinds())
    answers = form.cleaned_data if form.is_bound and form.is_valid() else {}
    used = [(names.get(kind, kind), "kinds", kind) for kind in answers.get("kinds") or ()]
    if answers.get("major"):
        used.append(("Major events only", "major", "only"))
    for name, words in (("earliest", "From"), ("latest", "To"), ("known_on", "As known on")):
        if answers.get(name):
            used.append((f"{words} {in_words(answers[name])}", name, ""))
    chosen = [ChosenFilter(text, without(query, name, value)) for text, name, value in used]
    return Filters(form=form, chosen=chosen, clear=reverse("chronology:child", args=[child]))


def without(query: QueryDict, name: str, value: str) -> str:
    """The address of this page without one answer."""
    gone = {name, f"{name}-day", f"{name}-month", f"{name}-year", *(("known_at",) if name == "known_on" else ())}
    kept = [
        (code, each)
        for code, found in query.lists()
        for each in found
        if code not in PAGING and not (code in gone and (not value or each == value))
    ]
    return f"?{urlencode(kept)}"


def draft_tickets(practitioner: UUID | None, child: UUID) -> list[Ticket]:
    """What this practitioner has begun about the child and not finished."""
    return [
        Ticket(draft.title, href=draft.link, lines=[f"Draft, saved {format_moment(draft.saved_at)}. Only you see it."])
        for draft in (drafts_of(practitioner) if practitioner else ())
        if child in draft.subjects
    ]


NOTHING_LASTED = EmptyState(
    "Nothing that lasted is recorded yet",
    "Help, plans, care, homes and times missing draw themselves here from what is recorded.",
)


def over_time(found: list[Lasted], today: date) -> dict[str, Any]:
    """The picture of involvement over time and the table that says the same."""
    kinds = list(dict.fromkeys(each.kind for each in found))
    strips = [Strip(kind.label(), [bar(each, today) for each in found if each.kind is kind]) for kind in kinds]
    rows = [
        [kind_and_words(each), format_date(each.began), ending(each, today), how_long(each, today)]
        for each in sorted(found, key=lambda each: each.began, reverse=True)
    ]
    columns = ["What", "From", "To", "How long"]
    return {
        "strips": Strips("Involvement over time", strips, until=today) if found else None,
        "table": Table("What lasted, and how long", columns, rows, empty=NOTHING_LASTED),
    }


def bar(each: Lasted, today: date) -> Bar:
    """One stretch, with what the pointer shows."""
    ended = each.ended or each.not_held_after(today)
    return Bar(each.began, ended, f"{each.words}: {format_date(each.began)} to {ending(each, today)}")


def kind_and_words(each: Lasted) -> str:
    """The kind, and what it was where that says more."""
    label = each.kind.label()
    return label if each.words == label else f"{label}: {each.words}"


def ending(each: Lasted, today: date) -> str:
    """When it ended, that it lasts, or until when a file told that it did."""
    if each.ended:
        return format_date(each.ended)
    until = each.not_held_after(today)
    return f"{format_date(until)} or later: nothing is held after it" if until else "now"


def how_long(each: Lasted, today: date) -> str:
    """How long it lasted or has lasted, or at least did: days, then months, then years and months."""
    until = each.not_held_after(today)
    length = between(each.began, min(each.ended or until or today, today))
    return f"At least {length}" if until else length


def between(began: date, end: date) -> str:
    """From one day to another: days, then months, then years and months."""
    days = (end - began).days
    months = (end.year - began.year) * 12 + end.month - began.month - (end.day < began.day)
    if months < 3:
        return counted(days, "day")
    if months < 24:
        return counted(months, "month")
    years, rest = divmod(months, 12)
    return f"{counted(years, 'year')} {counted(rest, 'month')}" if rest else counted(years, "year")


@dataclass(frozen=True)
class Stands:
    """That something does not stand any more, why, and where what stands is."""

    text: str
    href: str


def what_stands(fact: Any) -> Stands | None:
    """What stands in place of a fact about one child; nothing if it stands itself."""
    if fact.superseded_at is None:
        return None
    newer = getattr(fact, "superseded_by", None)
    if newer is None:
        return Stands(f"Recorded by mistake; marked so on {format_moment(fact.superseded_at)}.", "")
    by = f" by {newer.recorded_by}" if newer.recorded_by else ""
    text = f"Corrected on {format_moment(fact.superseded_at)}{by}. Why: {newer.correction_reason}"
    return Stands(text, reverse(told()[fact._meta.label].page, args=[newer.child_id, newer.pk]))


def moment_asked(query: QueryDict) -> datetime | None:
    """The moment as known at which a page is asked for."""
    try:
        moment = parse_datetime(query.get("as_known_on", ""))
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None


def known_on(query: QueryDict, moment: datetime | None) -> str:
    """The words for the moment asked for."""
    return f"As known on {format_moment(moment)}" if moment and moment_asked(query) else ""
