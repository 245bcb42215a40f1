"""One clock of a child on screen: how it is counted, what was said about it, and what can be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.area import Reads, areas
from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.timescales.catalogue import known, timescales
from sightline.foundation.timescales.models import ClockReason, ClockRow, Remark
from sightline.foundation.timescales.presenters.catalogue import NOT_CHECKED
from sightline.foundation.timescales.presenters.chips import chip, name_of
from sightline.foundation.timescales.rules import OPEN, Check, State, Tier
from sightline.ui.components import ClockChip, Link, TimelineEntry
from sightline.ui.vocabulary import in_own_words


@dataclass(frozen=True)
class ClockShown:
    """One clock whole."""

    title: str
    chip: ClockChip
    rows: Sequence[dict[str, Any]]
    warning: str
    said: Sequence[TimelineEntry]
    links: Sequence[Link]
    rule: Link | None
    recorded: Link | None


def clock_shown(clock: ClockRow, reasons: Sequence[ClockReason], today: date, role: str) -> ClockShown:
    """What the page of a clock shows somebody in a role."""
    name = name_of(clock.timescale)
    declared = timescales().get(clock.timescale)
    unchecked = declared is not None and declared[-1].check is Check.UNVERIFIED
    listed = clock.timescale in known()
    return ClockShown(
        title=name,
        chip=replace(chip(clock, today), name=""),
        rows=[{"key": {"text": key}, "value": {"text": value}} for key, value in details(clock) if value],
        warning=NOT_CHECKED if unchecked else "",
        said=[entry(reason) for reason in reasons],
        links=links(clock, role),
        recorded=where_recorded(clock, role),
        rule=Link("The rule and its source", reverse("timescales:one", args=[clock.timescale])) if listed else None,
    )


def where_recorded(clock: ClockRow, role: str) -> Link | None:
    """The part of the child's record in which what it waits for is recorded, if this role sees it."""
    counting = [area for area in areas() if any(counts(reads, clock.timescale) for reads in area.clocks)]
    parts = [part for area in counting for part in area.navigation if may(role, part.permission)]
    if not parts or clock.state not in OPEN:  # type: ignore[attr-defined]
        return None
    return Link(f"Record it under: {parts[0].label()}", reverse(parts[0].route, args=[clock.child_id]))


def counts(reads: Reads, timescale: str) -> bool:
    """Whether clocks of a timescale come from there."""
    return any(each.id == timescale for each in reads.timescales)


def details(clock: ClockRow) -> list[tuple[str, str]]:
    """How it was counted, line by line."""
    declared = timescales().get(clock.timescale)
    source = in_own_words(declared[-1].source) if declared else ""
    by_whom = "set by the authority" if clock.local else Tier(clock.tier).label.lower()
    return [
        ("Limit", f"{clock.allowed} ({by_whom})"),
        ("Source", source),
        ("Started", moment_or_day(clock.start_at, clock.start)),
        ("Due", moment_or_day(clock.due_at, clock.due)),
        ("Done", moment_or_day(clock.stopped_at, clock.stopped)),
        ("What is missing", in_own_words(clock.missing)),
        ("Ended", clock.ended_reason and f"{in_own_words(clock.ended_reason)} {day(clock.ended)}".strip()),
    ]


def moment_or_day(moment: datetime | None, known_day: date | None) -> str:
    """When something was or is due: to the minute where it is counted in hours."""
    return format_moment(moment) if moment else day(known_day)


def day(known_day: date | None) -> str:
    """A day in words, or nothing."""
    return format_date(known_day) if known_day else ""


def entry(reason: ClockReason) -> TimelineEntry:
    """One thing that somebody said about a clock."""
    agreed = f"Agreed by {reason.agreed_by}." if reason.agreed_by_id and reason.remark == Remark.DELAY else ""
    return TimelineEntry(
        title=Remark(reason.remark).label,
        when=format_date(reason.happened),
        timestamp=reason.happened.isoformat(),
        by=str(reason.recorded_by or ""),
        text=reason.reason,
        note=agreed,
    )


def links(clock: ClockRow, role: str) -> list[Link]:
    """What this role can say about this clock."""
    state = clock.state  # type: ignore[attr-defined]
    offered = []
    if state in OPEN:
        offered.append(("Say why it is late, or will be", "timescales:explain", Permission.EXPLAIN_DELAY))
    if state == State.MET_LATE:
        offered.append(("Say why it was late", "timescales:explain", Permission.EXPLAIN_DELAY))
    if state in OPEN and clock.tier == Tier.PRACTICE:
        offered.append(("Waive it for this child", "timescales:waive", Permission.OVERSEE))
    address = [clock.child_id, clock.pk]
    return [Link(text, reverse(route, args=address)) for text, route, permission in offered if may(role, permission)]
