"""Pictures of how numbers spread and of how teams compare with chance, as data and where each piece stands.

Everything is placed in hundredths of the width and of the height; the table beside a picture says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sightline.ui.pictures import percent

MOST_BARS = 16  # what lies beyond stands in the last one
STEPS = (1, 2, 5, 7, 10, 14, 20, 28, 50, 100, 200, 500)


@dataclass(frozen=True)
class Spread:
    """Numbers, and the three that quarter them; `unit` is what they count, such as "children"."""

    caption: str
    numbers: Sequence[int]
    unit: str
    lower: float = 0
    middle: float = 0
    upper: float = 0


@dataclass(frozen=True)
class PlacedColumn:
    """How many numbers lie from one to another, with its place and height."""

    words: str
    count: int
    left: str
    width: str
    top: str
    height: str


@dataclass(frozen=True)
class Named:
    """A word on a scale, or a line across it, with its place."""

    words: str
    at: str


def step_of(numbers: Sequence[int]) -> int:
    """How wide a bar is: the first of the steps with which all but a few far out fit."""
    inside = sorted(numbers)[max(0, int(len(numbers) * 0.98) - 1)]
    return next((step for step in STEPS if inside // step < MOST_BARS), STEPS[-1])


def bars(shown: Spread) -> list[tuple[int, int | None, int]]:
    """From where to where each bar reaches, and how many lie in it; the last has no end where some lie beyond."""
    if not shown.numbers:
        return []
    step = step_of(shown.numbers)
    last = min(max(shown.numbers) // step, MOST_BARS - 1)
    counts = [0] * (last + 1)
    for number in shown.numbers:
        counts[min(number // step, last)] += 1
    open_ended = max(shown.numbers) // step > last
    return [
        (place * step, None if open_ended and place == last else (place + 1) * step - 1, count)
        for place, count in enumerate(counts)
    ]


def columns(shown: Spread) -> list[PlacedColumn]:
    """The bars with their places."""
    found = bars(shown)
    most = max((count for _, _, count in found), default=1)
    width = 100 / max(len(found), 1)
    return [
        PlacedColumn(
            words=f"{between(first, last)} {shown.unit}: {count}",
            count=count,
            left=percent(place * width + width * 0.04),
            width=percent(width * 0.92),
            top=percent(100 - 100 * count / most),
            height=percent(100 * count / most),
        )
        for place, (first, last, count) in enumerate(found)
    ]


def between(first: int, last: int | None) -> str:
    """From a number to another, as people say it."""
    return f"{first} or more" if last is None else str(first) if first == last else f"{first} to {last}"


def scale(shown: Spread) -> list[Named]:
    """The number under the left edge of every bar, or of every second or fourth."""
    found = bars(shown)
    every = 1 if len(found) <= 8 else 2 if len(found) <= 16 else 4
    width = 100 / max(len(found), 1)
    return [
        Named(str(first), percent((place + 0.5) * width))
        for place, (first, _, _) in enumerate(found)
        if place % every == 0
    ]


def middle_half(shown: Spread) -> dict[str, str]:
    """Where the middle half and the median lie along the scale."""
    found = bars(shown)
    if not found:
        return {}
    whole = step_of(shown.numbers) * len(found)
    lower, middle, upper = (min(100 * (each + 0.5) / whole, 100) for each in (shown.lower, shown.middle, shown.upper))
    return {"left": percent(lower), "width": percent(max(upper - lower, 0.6)), "middle": percent(middle)}


@dataclass(frozen=True)
class Point:
    """One team: how many it holds, and the share of them that something is said of."""

    name: str
    size: int
    share: float
    outside: bool = False


@dataclass(frozen=True)
class Funnel:
    """Teams beside the limits within which chance alone explains where they lie; `limits` by size, smallest first.

    Where they are no teams, `those` says what they are, and `size` what makes one larger than another.
    """

    caption: str
    points: Sequence[Point]
    share: float
    limits: Sequence[tuple[int, float, float]]
    those: str = "teams"
    size: str = "how many children a team holds"


@dataclass(frozen=True)
class PlacedPoint:
    """A point with its place."""

    point: Point
    x: str
    y: str


def placed_points(shown: Funnel) -> list[PlacedPoint]:
    """The points with their places: further right the larger, higher the larger the share."""
    return [
        PlacedPoint(point, percent(100 * across(point.size, shown)), percent(100 * down(point.share, shown)))
        for point in shown.points
    ]


def across(size: float, shown: Funnel) -> float:
    """How far to the right a size stands, as a part of the width."""
    largest = max((limit[0] for limit in shown.limits), default=1)
    return 0.02 + 0.96 * size / largest


def down(share: float, shown: Funnel) -> float:
    """How far down a share stands, as a part of the height."""
    return 0.03 + 0.94 * (1 - share / top_of(shown))


def top_of(shown: Funnel) -> float:
    """The share at the upper edge: the next tenth above everything drawn."""
    highest = max([shown.share, *(point.share for point in shown.points), *(high for _, _, high in shown.limits[1:])])
    return min(1.0, max(0.1, int(highest * 10 + 1) / 10))


def curve(shown: Funnel, which: int) -> str:
    """A limit as the points of a line, in a box of 1000 by 260: 1 is the lower, 2 the upper."""
    found = [(across(limit[0], shown), min(max(down(limit[which], shown), 0), 1)) for limit in shown.limits]
    return " ".join(f"{1000 * x:.1f},{260 * y:.1f}" for x, y in found)
