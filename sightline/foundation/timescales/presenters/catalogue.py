"""Every timescale on screen: what it allows, what stands behind it, and what the authority set for itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.calendar.words import format_date
from sightline.foundation.timescales.catalogue import Known, known, timescales
from sightline.foundation.timescales.models import LocalLimit
from sightline.foundation.timescales.rules import Check, Tier, Timescale, settable_units
from sightline.ui.components import Link, Table, Tag
from sightline.ui.vocabulary import in_own_words, said

CHECKED = {Check.VERIFIED: "green", Check.VERIFIED_SECONDARY: "blue", Check.UNVERIFIED: "orange"}
COLUMNS = ("What is due", "Limit", "What stands behind it", "Checked?", "Our own limit")
LATER = "Not counted yet"
NOT_CHECKED = (
    "This limit is not checked. It was written down from what is commonly known; "
    "confirm it in the source before you rely on it."
)
MAY_BE = {
    Tier.STATUTE: "The law allows {}. Our own limit may only be shorter, counted the same way.",
    Tier.GUIDANCE: "Guidance allows {}. A longer limit, or one counted otherwise, needs a reason and who agreed to it.",
    Tier.PRACTICE: "What is usual: {}. No law says so: we choose our own limit.",
}
SURE = {"H": "High", "M": "Medium", "L": "Low"}


@dataclass(frozen=True)
class Shown:
    """One timescale on its own page."""

    title: str
    rows: Sequence[dict[str, Any]]
    warning: str
    limits: Table
    set_url: str  # where a local limit is set; empty where none can be, or not by this role
    later: str


def catalogue(limits: Iterable[LocalLimit], today: date) -> list[Table]:
    """Every known timescale, by the area that counts it or will, in the order of the child's journey."""
    own, areas = by_timescale(limits), defaultdict(list)
    for each in known().values():
        areas[each.area].append(line(each, own[each.id], today))
    return [Table(heading(area), COLUMNS, rows) for area, rows in areas.items()]


def heading(area: str) -> str:
    """The name of an area at the beginning of a line."""
    words = in_own_words(area)
    return words[:1].upper() + words[1:]


def line(each: Known, own: Sequence[LocalLimit], today: date) -> list[object]:
    """One timescale as a row of the list."""
    tier, check, *_ = each.evidence.split("/")
    declared = timescales().get(each.id)
    limit = str(declared[-1].allows) if declared else LATER
    checked = declared[-1].check if declared else Check(check.split()[0])
    link = Link(name(each), reverse("timescales:one", args=[each.id]))
    own_words = [in_words(limit) for limit in standing(own, today)]
    return [link, limit, Tier(tier).label, check_tag(checked), "; ".join(own_words)]


def name(each: Known) -> str:
    """What a timescale is called in the authority's words."""
    declared = timescales().get(each.id)
    return said(declared[-1].name) if declared else in_own_words(each.what)


def check_tag(check: Check) -> Tag:
    """How a limit was checked, as a tag."""
    return Tag(check.label, CHECKED[check])


def by_timescale(limits: Iterable[LocalLimit]) -> dict[str, list[LocalLimit]]:
    """The authority's own limits of each timescale, the oldest first."""
    found: dict[str, list[LocalLimit]] = defaultdict(list)
    for limit in sorted(limits, key=lambda limit: limit.happened):
        found[limit.timescale].append(limit)
    return found


def standing(limits: Sequence[LocalLimit], today: date) -> list[LocalLimit]:
    """The limit that holds today and those to come."""
    past = [limit for limit in limits if limit.happened <= today]
    return past[-1:] + [limit for limit in limits if limit.happened > today]


def in_words(limit: LocalLimit) -> str:
    """A local limit with the day from which it holds."""
    return f"{limit.allows} from {format_date(limit.happened)}"


def one(each: Known, limits: Sequence[LocalLimit], today: date, *, sets: bool) -> Shown:
    """One timescale whole."""
    declared = timescales().get(each.id, ())
    newest = declared[-1] if declared else None
    can_be_set = sets and newest is not None and bool(settable_units(newest))
    return Shown(
        title=name(each),
        rows=[row(key, value) for key, value in details(each, declared) if value],
        warning=NOT_CHECKED if newest and newest.check is Check.UNVERIFIED else "",
        limits=own_limits(limits, today),
        set_url=reverse("timescales:set", args=[each.id]) if can_be_set else "",
        later="" if newest else f"It is not counted yet. It comes with this area: {in_own_words(each.area)}.",
    )


def may_be(rule: Timescale) -> str:
    """What the authority may set in place of a limit."""
    return MAY_BE[rule.tier].format(rule.allows)


def details(each: Known, declared: Sequence[Timescale]) -> list[tuple[str, str]]:
    """What is known of a timescale, line by line."""
    if not declared:
        tier, *_ = each.evidence.split("/")
        return [("What stands behind it", Tier(tier).label), ("Source", in_own_words(each.source))]
    newest = declared[-1]
    before = [f"{version.allows}, from {format_date(version.effective_from)}" for version in declared[:-1]]
    return [
        ("Limit", str(newest.allows)),
        ("Limits before", "; ".join(before)),
        ("Starts with", said(newest.starts)),
        ("Met by", said(newest.stops)),
        ("Comes again", in_own_words(newest.repeats)),
        ("Applies to", in_own_words(newest.applies)),
        ("What stands behind it", newest.tier.label),
        ("Source", in_own_words(newest.source)),
        ("How it was checked", newest.check.label),
        ("What of it is not checked", in_own_words(newest.unsure)),
        ("How sure we are", SURE[newest.confidence]),
    ]


def row(key: str, value: str) -> dict[str, Any]:
    """One line of a summary."""
    return {"key": {"text": key}, "value": {"text": value}}


def own_limits(limits: Sequence[LocalLimit], today: date) -> Table:
    """The limits that the authority set for itself, the newest first."""
    now = standing([limit for limit in limits if limit.happened <= today], today)
    rows = [
        [
            str(limit.allows),
            format_date(limit.happened),
            "Holds now" if limit in now else "To come" if limit.happened > today else "Held before",
            limit.why,
            limit.agreed_by,
        ]
        for limit in reversed(limits)
    ]
    columns = ("Limit", "For what starts from", "Now", "Why", "Agreed by")
    return Table("Our own limits", columns, rows, "We have set no limit of our own. The one above holds.")
