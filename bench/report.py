"""Plain tables of what was measured."""

from collections.abc import Iterable
from typing import NamedTuple


class Line(NamedTuple):
    """One number, what it counts, and whether it is as it must be."""

    what: str
    value: str
    good: bool = True


def show(title: str, lines: Iterable[Line]) -> bool:
    """Print a table line by line as it is measured; whether every line is good."""
    print(f"\n{title}\n{'-' * len(title)}", flush=True)
    all_good = True
    for line in lines:
        print(f"  {line.what:<62} {line.value:>16}{'' if line.good else '  NOT GOOD'}", flush=True)
        all_good &= line.good
    return all_good
