"""Plain tables of what was measured."""

from collections.abc import Iterable, Sequence
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


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows of several columns: the first is what they are about."""
    print(f"\n{title}\n{'-' * len(title)}", flush=True)
    for what, *columns in (headings, *rows):
        print(f"  {what:<62}{''.join(f' {column:>16}' for column in columns)}", flush=True)
