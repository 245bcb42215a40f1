"""Where decision-makers draw the line for an assessment, as plain data: what to ask about, and no ranking."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sightline.foundation.workforce.presenters.spread import curve
from sightline.practice.front_door.presenters.decision_makers import OF_DECISION_MAKERS, SOMEBODY, called
from sightline.practice.front_door.queries.threshold import Threshold
from sightline.practice.front_door.rules.threshold_spread import FEWEST_DECISIONS, OfMaker, ThresholdSpread, within
from sightline.ui.components import Column, EmptyState, Table
from sightline.ui.distributions import Funnel, Point

TOO_FEW = EmptyState(
    "Nobody decided often enough", f"Only who decided {FEWEST_DECISIONS} contacts or more in this time is compared."
)


@dataclass(frozen=True)
class Shown:
    """The spread in a sentence, as a picture where there are two to compare, and as a table."""

    words: str
    funnel: Funnel | None
    makers: Table


def shown_threshold(found: Threshold, reports: Collection[UUID], me: UUID) -> Shown:
    """The spread for one reader; `reports` are the people whom they manage."""
    spread = found.spread
    rows = [row(each, spread.share, called(each.maker, found.names[each.maker], reports, me)) for each in spread.makers]
    columns = [
        Column("Who"),
        *(Column(words, numeric=True) for words in ("Sent to assessment", "Decided", "Compared")),
        Column("Share among contacts alike", numeric=True),
        Column("By chance alone"),
        Column("After pooling", numeric=True),
        Column("So"),
    ]
    table = Table("What each sent to assessment", columns, rows, empty=TOO_FEW)
    return Shown(spread_words(spread), funnel(spread), table)


def spread_words(spread: ThresholdSpread) -> str:
    """How far apart they lie once the kind of contact and chance are allowed for."""
    shares = spread.shares
    if not shares:
        return (
            f"Fewer than two decision-makers decided {FEWEST_DECISIONS} or more contacts that can be compared: nothing"
            " can be said about how far they lie apart."
        )
    if shares[0] == shares[-1]:
        return (
            f"{len(shares)} decision-makers of the whole authority are compared. No more lies between them than chance"
            " alone brings."
        )
    return (
        f"After allowing for who got in touch, what it was about, and chance, the shares of {len(shares)}"
        f" decision-makers of the whole authority lie at {range_of(spread)}: {points_of(spread)} between the lowest and"
        " the highest."
    )


def range_of(spread: ThresholdSpread) -> str:
    """The lowest and the highest share after pooling."""
    return f"{spread.shares[0]:.0%} to {spread.shares[-1]:.0%}"


def points_of(spread: ThresholdSpread) -> str:
    """How far the lowest and the highest share lie apart, in points of a hundred."""
    points = 100 * (spread.shares[-1] - spread.shares[0])
    return f"{points:.1f} points"


def funnel(spread: ThresholdSpread) -> Funnel | None:
    """Each of those compared against chance, with no name."""
    compared = [each for each in spread.makers if each.is_compared]
    if len(compared) < 2:
        return None
    points = [point(each, within(spread.share + each.apart)) for each in compared]
    drawn = curve(max(each.compared for each in compared), spread.share)
    return Funnel("Sent to assessment, among contacts alike", points, spread.share, drawn, *OF_DECISION_MAKERS)


def point(each: OfMaker, share: float) -> Point:
    """One decision-maker in the picture, unnamed for everybody."""
    return Point(f"{SOMEBODY}: {share:.0%} of {each.compared}", each.compared, share, each.outside)


def row(each: OfMaker, share: float, who: str) -> tuple[str, ...]:
    """One decision-maker in the table; a share of few is not said."""
    counts = (who, f"{each.sent:,}", f"{each.decided:,}", f"{each.compared:,}")
    if not each.is_compared:
        return (*counts, "", "", "", "Too few to compare")
    own, bounds = within(share + each.apart), each.limits
    low, high = within(share + bounds.low), within(share + bounds.high)
    so = "Inside" if not each.outside else "Above: ask why" if each.apart > 0 else "Below: ask why"
    return (*counts, f"{own:.0%}", f"{low:.0%} to {high:.0%}", f"{within(share + each.pooled):.0%}", so)
