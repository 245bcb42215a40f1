"""What pages show of closing the work with a child."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from sightline.foundation.area import to_do
from sightline.foundation.calendar.words import format_date, format_moment
from sightline.foundation.children.queries.siblings import Named
from sightline.foundation.oversight.models import Settlement
from sightline.foundation.oversight.rules import Settled
from sightline.foundation.workforce.models import Closure
from sightline.foundation.workforce.presenters.involved import who
from sightline.foundation.workforce.presenters.words import closure_words, part_words
from sightline.foundation.workforce.queries.closing import BeforeClosing
from sightline.ui.components import Link

Rows = Sequence[tuple[str, list[str]]]


@dataclass(frozen=True)
class ClosingShown:
    """What the page of closing shows beside its questions."""

    ends: list[str]
    stands_in_the_way: list[str]
    stay_open: list[Link]


def closing_page(before: BeforeClosing, stay_open: Sequence[Named]) -> ClosingShown:
    """Whose work ends, what must end or be answered first, and which brothers and sisters stay open."""
    return ClosingShown(
        ends=[f"{part_words(each.kind)}: {who(each)}" for each in before.parts],
        stands_in_the_way=in_the_way(before),
        stay_open=[Link(each.name, reverse("children:child", args=[each.key])) for each in stay_open],
    )


def in_the_way(before: BeforeClosing) -> list[str]:
    """What has an end of its own that comes first."""
    found = [f"{each.kind.label()}, since {format_date(each.began)}" for each in before.lasts]
    if before.transfer:
        found.append(f"Handing over to {before.transfer.to_team.name}")
    if before.waits:
        found.append("A decision that waits for a manager's answer")
    return found


def left_to_do(before: BeforeClosing) -> list[tuple[UUID, str, str]]:
    """Key, kind and heading of each thing that somebody still has to do."""
    return [
        (each.fact_id, each.kind, f"{to_do()[each.kind].title(each)}: {each.owner}, by {format_date(each.by_when)}")
        for each in before.to_do
    ]


def closure_title(closure: Closure) -> str:
    """A closure as a line of a child's chronology."""
    why = closure_words(closure.reason, closure.happened)
    return f"Work closed: {why[:1].lower()}{why[1:]}"


def closure_link(closure: Closure) -> Link:
    """The way to a closure."""
    where = reverse("workforce:closure", args=[closure.child_id, closure.pk])
    return Link(f"Closed on {format_date(closure.happened)}: {closure_words(closure.reason, closure.happened)}", where)


@dataclass(frozen=True)
class ClosureShown:
    """The page of a closure."""

    title: str
    rows: Rows
    settled: Rows


def closure_page(closure: Closure, settlements: Sequence[Settlement]) -> ClosureShown:
    """Why the work ended, what changed, what remains, and what became of everything still to do."""
    by = f" by {closure.recorded_by}" if closure.recorded_by else ""
    together = [each for each in settlements if each.entry_id == closure.entry_id]
    return ClosureShown(
        title=f"Work closed on {format_date(closure.happened)}",
        rows=[
            ("Why", [closure_words(closure.reason, closure.happened)]),
            ("What changed", [closure.what_changed]),
            ("What remains", [closure.what_remains]),
            ("Goodbye", [closure.goodbye]),
            ("Whom to call", [closure.who_to_call]),
            ("Family told" if closure.family_told else "Family not told", [closure.family_words]),
            ("Recorded", [f"{format_moment(closure.recorded_at)}{by}"]),
        ],
        settled=[settled_row(each) for each in together],
    )


def settled_row(settlement: Settlement) -> tuple[str, list[Any]]:
    """What became of one thing still to do."""
    return str(Settled(settlement.how).label), [settlement.words]
