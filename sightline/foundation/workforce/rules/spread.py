"""How numbers spread, and how far apart teams may lie by chance alone (measures, rule 1 on small numbers)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log
from statistics import quantiles

OUTER = 0.001  # of each tail outside the limits: 99.8 in 100 teams lie inside by chance alone
FEWEST = 10  # children; a share of fewer says nothing and is shown as a count


@dataclass(frozen=True)
class Quarters:
    """The middle of some numbers, and between which the middle half of them lies."""

    lower: float
    middle: float
    upper: float


@dataclass(frozen=True)
class Limits:
    """Between which shares of a whole chance alone explains a difference."""

    low: float
    high: float

    def outside(self, share: float) -> bool:
        """Whether chance alone hardly explains a share."""
        return not self.low <= share <= self.high


def quarters(numbers: Sequence[int]) -> Quarters | None:
    """The median and the quartiles; nothing of no numbers."""
    if not numbers:
        return None
    if len(numbers) == 1:
        return Quarters(*(float(numbers[0]),) * 3)
    return Quarters(*quantiles(numbers, n=4, method="inclusive"))


def limits(size: int, share: float, tail: float = OUTER) -> Limits:
    """The exact binomial limits around a share for a team of a size."""
    if share <= 0 or share >= 1:
        return Limits(share, share)
    return Limits(least(size, share, tail) / size, least(size, share, 1 - tail) / size)


def least(size: int, share: float, chance: float) -> int:
    """The smallest number that as many or fewer are with at least this chance."""
    below = 0.0
    for number in range(size + 1):
        below += probability(size, number, share)
        if below >= chance:
            return number
    return size


def probability(size: int, number: int, share: float) -> float:
    """The chance of exactly so many of a size."""
    ways = lgamma(size + 1) - lgamma(number + 1) - lgamma(size - number + 1)
    return exp(ways + number * log(share) + (size - number) * log(1 - share))
