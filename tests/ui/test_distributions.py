"""How numbers spread, and teams beside the limits of chance: nothing is left out of a picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sightline.ui.distributions import (
    MOST_BARS,
    Funnel,
    Point,
    Spread,
    bars,
    columns,
    middle_half,
    placed_points,
    scale,
)


@given(some.lists(some.integers(0, 5000), min_size=1))
def test_every_number_stands_in_one_bar(numbers: list[int]) -> None:
    found = bars(Spread("", numbers, "days"))
    assert sum(count for _, _, count in found) == len(numbers)
    assert len(found) <= MOST_BARS
    assert [last for _, last, _ in found[:-1]] == [first - 1 for first, _, _ in found[1:]]
    assert found[-1][1] is None or max(numbers) <= found[-1][1]


def test_a_number_far_out_does_not_flatten_the_others() -> None:
    found = bars(Spread("", [*range(10)] * 20 + [4000], "days"))
    assert [count for _, _, count in found][:10] == [20] * 10
    assert found[-1] == (15, None, 1)


def test_of_nothing_there_is_no_picture() -> None:
    empty = Spread("", [], "days")
    assert (bars(empty), columns(empty), scale(empty), middle_half(empty)) == ([], [], [], {})


def test_a_bar_says_what_it_counts() -> None:
    assert [bar.words for bar in columns(Spread("", [0, 0, 2], "children"))] == [
        "0 children: 2", "1 children: 0", "2 children: 1",
    ]  # fmt: skip


@pytest.mark.parametrize(("size", "share"), [(10, 0.0), (140, 1.0), (70, 0.5)])
def test_every_team_stands_inside_the_picture(size: int, share: float) -> None:
    shown = Funnel("", [Point("A team", size, share)], 0.3, [(10, 0, 0.8), (140, 0.2, 0.4)])
    (placed,) = placed_points(shown)
    assert 0 <= float(placed.x.rstrip("%")) <= 100
    assert 0 <= float(placed.y.rstrip("%")) <= 100
