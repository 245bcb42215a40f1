"""How far apart teams may lie by chance alone, and what quarters some numbers."""

from math import comb

import pytest

from sightline.foundation.workforce.rules.spread import Quarters, least, limits, quarters


def slowly(size: int, share: float, chance: float) -> int:
    """The same, from whole numbers."""
    below = 0.0
    for number in range(size + 1):
        below += comb(size, number) * share**number * (1 - share) ** (size - number)
        if below >= chance:
            return number
    return size


@pytest.mark.parametrize("size", [1, 10, 37, 250])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
@pytest.mark.parametrize("chance", [0.001, 0.5, 0.999])
def test_limits_are_those_of_the_binomial_distribution(size: int, share: float, chance: float) -> None:
    assert least(size, share, chance) == slowly(size, share, chance)


@pytest.mark.parametrize(
    ("size", "number", "outside"),
    [(20, 6, False), (20, 13, True), (200, 42, False), (200, 63, True), (200, 19, True), (10, 0, False)],
)
def test_a_small_team_must_lie_further_out_than_a_large_one_before_anybody_asks_why(
    size: int, number: int, outside: bool
) -> None:
    assert limits(size, 0.2).outside(number / size) is outside


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_where_all_or_none_are_alike_nobody_lies_outside(share: float) -> None:
    assert not limits(50, share).outside(share)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [([], None), ([7], Quarters(7, 7, 7)), ([1, 2, 3, 4, 5], Quarters(2, 3, 4)), ([10, 20], Quarters(12.5, 15, 17.5))],
)
def test_quartiles_and_median(numbers: list[int], found: Quarters | None) -> None:
    assert quarters(numbers) == found
