"""How far apart decision-makers draw the line for an assessment (measure AS4; decision record 27).

Each decision is held against what everybody decided about contacts of the same kind: from the same sort of source,
about the same issue. What is left is pooled in part: the less somebody decided, the nearer they are drawn to the
middle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from statistics import NormalDist, fmean, variance
from uuid import UUID

from sightline.foundation.workforce.rules.spread import FEWEST, OUTER, Limits
from sightline.practice.front_door.rules.decisions import BEGINS_REFERRAL

TO_ASSESSMENT = BEGINS_REFERRAL  # an enquiry is made by an assessment too
FEWEST_DECISIONS = 30  # of a decision-maker, AS4
REACH = NormalDist().inv_cdf(1 - OUTER)  # so many times the usual chance difference lie inside the limits


@dataclass(frozen=True)
class Decided:
    """How many contacts of one kind somebody decided, and how many of these were sent to assessment."""

    maker: UUID
    kind: Hashable
    number: int
    sent: int


@dataclass(frozen=True)
class OfMaker:
    """How one decision-maker decided, beside what everybody decided about contacts like theirs.

    `apart` is how far their share lies above what was to be expected, `pooled` what of it is left after pooling, and
    `chance` how far off chance alone usually brings them; all are parts of 1, and 0 where nothing is `compared`.
    """

    maker: UUID
    decided: int
    sent: int
    compared: int
    apart: float = 0.0
    chance: float = 0.0
    pooled: float = 0.0

    @property
    def is_compared(self) -> bool:
        """Whether enough of their decisions can be held against those of others."""
        return self.compared >= FEWEST

    @property
    def limits(self) -> Limits:
        """How far apart chance alone may bring them."""
        return Limits(-REACH * self.chance, REACH * self.chance)

    @property
    def outside(self) -> bool:
        """Whether chance alone hardly explains how far apart they lie."""
        return self.is_compared and self.limits.outside(self.apart)


@dataclass(frozen=True)
class ThresholdSpread:
    """Those who decided often enough, who decided most first, and the share of what is compared that was sent on."""

    share: float
    makers: tuple[OfMaker, ...]

    @property
    def shares(self) -> list[float]:
        """The shares after allowing for the kind of contact and pooling, the lowest first; none of fewer than two."""
        found = sorted(within(self.share + each.pooled) for each in self.makers if each.is_compared)
        return found if len(found) > 1 else []


def threshold_spread(decided: Iterable[Decided]) -> ThresholdSpread:
    """How far apart decision-makers lie; a kind of contact that only one of them decided compares nobody."""
    of_kind: dict[Hashable, list[Decided]] = defaultdict(list)
    of_maker: dict[UUID, list[Decided]] = defaultdict(list)
    for each in decided:
        of_kind[each.kind].append(each)
        of_maker[each.maker].append(each)
    expected = {kind: share_of(those) for kind, those in of_kind.items() if len({each.maker for each in those}) > 1}
    often = [those for those in of_maker.values() if sum(each.number for each in those) >= FEWEST_DECISIONS]
    makers = sorted((beside(those, expected) for those in often), key=lambda each: (-each.decided, each.maker))
    return ThresholdSpread(share_of([each for kind in expected for each in of_kind[kind]]), pooled(makers))


def share_of(decided: Collection[Decided]) -> float:
    """Which part of some contacts was sent to assessment; 0 of none."""
    number = sum(each.number for each in decided)
    return sum(each.sent for each in decided) / number if number else 0.0


def beside(decided: Sequence[Decided], expected: Mapping[Hashable, float]) -> OfMaker:
    """One decision-maker beside what is expected of contacts like theirs."""
    shares = [(each, expected[each.kind]) for each in decided if each.kind in expected]
    compared = sum(each.number for each, _ in shares)
    return OfMaker(
        maker=decided[0].maker,
        decided=sum(each.number for each in decided),
        sent=sum(each.sent for each in decided),
        compared=compared,
        apart=sum(each.sent - each.number * share for each, share in shares) / (compared or 1),
        chance=sqrt(sum(each.number * share * (1 - share) for each, share in shares)) / (compared or 1),
    )


def pooled(makers: Sequence[OfMaker]) -> tuple[OfMaker, ...]:
    """The same, each drawn towards the middle of those compared by as much of their distance as chance explains."""
    compared = [each for each in makers if each.is_compared]
    if len(compared) < 2:
        return tuple(makers)
    middle = fmean(each.apart for each in compared)
    by_chance = fmean(each.chance**2 for each in compared)
    real = max(0.0, variance([each.apart for each in compared], middle) - by_chance)
    return tuple(drawn(each, middle, real) if each.is_compared else each for each in makers)


def drawn(each: OfMaker, middle: float, real: float) -> OfMaker:
    """One decision-maker drawn towards the middle; all the way where nothing but chance lies between them."""
    kept = real / (real + each.chance**2) if real else 0.0
    return replace(each, pooled=middle + kept * (each.apart - middle))


def within(share: float) -> float:
    """A share, where taking away and adding has brought it below none or above all."""
    return min(1.0, max(0.0, share))
