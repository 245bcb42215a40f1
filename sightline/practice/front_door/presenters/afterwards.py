"""Afterwards as plain data: pictures with tables that say the same; decision-makers are named to their manager only."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from sightline.foundation.calendar.words import format_date
from sightline.foundation.workforce.presenters.spread import curve
from sightline.foundation.workforce.presenters.spread import spread as spread_of
from sightline.foundation.workforce.rules.spread import FEWEST, Limits, limits
from sightline.practice.front_door.presenters.decision_makers import OF_DECISION_MAKERS, SOMEBODY, called
from sightline.practice.front_door.presenters.threshold import Shown, shown_threshold
from sightline.practice.front_door.queries.afterwards import Afterwards, LookedBack, OfDecisionMaker
from sightline.practice.front_door.rules.afterwards import (
    ALERT,
    CHANGED_WITHIN,
    FEWEST_IN_WINDOW,
    REPEATED_WITHIN,
    Bunching,
)
from sightline.ui import vocabulary
from sightline.ui.components import Column, EmptyState, Link, Table
from sightline.ui.distributions import Funnel, Point, Spread

NOTHING = EmptyState("No contact was decided yet", "What became of decisions stands here once contacts are decided.")
TITLES = {
    "limited": "Decided on limited information",
    "closed": "Closed",
    "closed-limited": "Closed on limited information",
    "changed-limited": f"Work began within {CHANGED_WITHIN} days of closing on limited information",
    "changed-full": f"Work began within {CHANGED_WITHIN} days of closing on full information",
    "repeated-limited": f"Somebody got in touch again within {REPEATED_WITHIN} days of closing on limited information",
    "repeated-full": f"Somebody got in touch again within {REPEATED_WITHIN} days of closing on full information",
}
ON_LIMITED, ON_FULL = "On limited information", "On the information that was needed"


@dataclass(frozen=True)
class Page:
    """The page, section by section."""

    since: str
    limited: str
    limited_list: str
    look_back: Table
    hours: Spread | None
    hours_table: Table
    bunching: str
    funnel: Funnel | None
    makers: Table
    threshold: Shown


def page(found: Afterwards, reports: Collection[UUID], me: UUID, *, opens: bool = False) -> Page:
    """What became of decisions; `reports` are the people whom the reader manages.

    Where the reader sees the contacts of everybody, each number `opens` its list.
    """
    shown = spread_of("Hours from receipt to decision", [int(each) for each in found.hours], "hours")
    closed = sum(each.closed for each in found.makers)
    share = sum(each.limited for each in found.makers) / closed if closed else 0.0
    return Page(
        since=format_date(found.since),
        limited=limited_words(found),
        limited_list=to_list("limited") if opens and found.limited else "",
        look_back=look_back(found, opens=opens),
        hours=shown.spread,
        hours_table=shown.table,
        bunching=bunching_words(found.bunching),
        funnel=funnel(found, share),
        makers=makers_table(found, share, reports, me, opens=opens),
        threshold=shown_threshold(found.threshold, reports, me),
    )


def limited_words(found: Afterwards) -> str:
    """How many contacts were closed, or passed on to early help, on limited information."""
    if not found.could_be:
        return vocabulary.said("No contact was closed, or ended with advice or {early_help}, in this time.")
    share = f", {found.limited / found.could_be:.0%}" if found.could_be >= FEWEST else ""
    ended = vocabulary.said("contacts that were closed, or ended with advice or {early_help}")
    verb = "was" if found.limited == 1 else "were"
    return f"Of {found.could_be:,} {ended}, {found.limited:,} {verb} decided on limited information{share}."


def to_list(which: str, maker: UUID | None = None) -> str:
    """The address of the list behind a number."""
    asked = {"which": which} | ({"of": str(maker)} if maker else {})
    return f"{reverse('front_door:afterwards_list')}?{urlencode(asked)}"


def opened(number: int, words: str, which: str, *, opens: bool, maker: UUID | None = None) -> Link | str:
    """A number in words, leading to its list; a nought leads nowhere."""
    return Link(words, to_list(which, maker), about=TITLES[which].lower()) if opens and number else words


def look_back(found: Afterwards, *, opens: bool) -> Table:
    """What changed soon after a contact was closed, and how often somebody got in touch again."""
    lines = (
        (f"Work began after all within {CHANGED_WITHIN} days", found.changed, "changed"),
        (f"Somebody got in touch again within {REPEATED_WITHIN} days", found.repeated, "repeated"),
    )
    rows = [
        [
            words,
            opened(each[True].number, said(each[True]), f"{which}-limited", opens=opens),
            opened(each[False].number, said(each[False]), f"{which}-full", opens=opens),
        ]
        for words, each, which in lines
    ]
    return Table("Looking back at contacts that were closed", ["What happened", ON_LIMITED, ON_FULL], rows)


def said(looked: LookedBack) -> str:
    """A number of a whole, with its share where the whole is large enough."""
    if not looked.of:
        return "None closed long enough ago"
    share = f", {looked.number / looked.of:.0%}" if looked.of >= FEWEST else ""
    return f"{looked.number:,} of {looked.of:,}{share}"


def bunching_words(found: Bunching) -> str:
    """Whether decisions bunch before a deadline of 24 hours, and how that is known."""
    if not found.decided:
        return "No contact is decided yet for which both the time it came and the time of its decision are recorded."
    first = (
        f"{found.observed:,} of {found.decided:,} decisions within 48 hours came between 20 and 24 hours:"
        f" {found.share:.0%}."
    )
    if found.excess is None:
        return f"{first} Fewer than {FEWEST_IN_WINDOW}: too few to say whether they bunch before the deadline."
    so = f"{abs(found.excess):.0%} {'more' if found.excess >= 0 else 'fewer'} than the hours around let expect"
    ask = " Ask why: were they ready, or was it the clock?" if found.alerts else f" An excess counts from {ALERT:.0%}."
    return f"{first} That is {so}.{ask}"


def funnel(found: Afterwards, share: float) -> Funnel | None:
    """The share of each decision-maker against chance, with no name."""
    large = [each for each in found.makers if each.closed >= FEWEST]
    if len(large) < 2:
        return None
    points = [point(each, limits(each.closed, share)) for each in large]
    drawn = curve(max(each.closed for each in large), share)
    return Funnel("Closed on limited information", points, share, drawn, *OF_DECISION_MAKERS)


def point(each: OfDecisionMaker, bounds: Limits) -> Point:
    """One decision-maker in the picture, unnamed for everybody."""
    share = each.limited / each.closed
    return Point(f"{SOMEBODY}: {share:.0%} of {each.closed}", each.closed, share, bounds.outside(share))


def makers_table(found: Afterwards, share: float, reports: Collection[UUID], me: UUID, *, opens: bool) -> Table:
    """Every decision-maker beside what chance explains: named to themselves and to their own manager only."""
    rows = []
    for each in found.makers:
        known = opens and each.practitioner in {me, *reports}
        rows.append(row(each, share, called(each.practitioner, each.name, reports, me), opens=known))
    columns = [
        Column("Who"),
        *(Column(words, numeric=True) for words in ("On limited information", "Closed", "Share")),
        Column("By chance alone"),
        Column("So"),
    ]
    return Table("What each closed", columns, rows, empty=NOTHING)


def row(each: OfDecisionMaker, share: float, who: str, *, opens: bool) -> tuple[object, ...]:
    """One decision-maker in the table; a share of few is not said."""
    of = each.practitioner
    limited = opened(each.limited, f"{each.limited:,}", "closed-limited", opens=opens, maker=of)
    closed = opened(each.closed, f"{each.closed:,}", "closed", opens=opens, maker=of)
    if each.closed < FEWEST:
        return who, limited, closed, "", "", "Too few to say"
    own, bounds = each.limited / each.closed, limits(each.closed, share)
    so = "Inside" if not bounds.outside(own) else "Above: ask why" if own > bounds.high else "Below: ask why"
    return who, limited, closed, f"{own:.0%}", f"{bounds.low:.0%} to {bounds.high:.0%}", so
