"""Code sets, read from data/*.csv: code, label, valid_from, valid_to (both days included), maps_to, notes.

A code may stand on several lines whose dates do not overlap: the same code under an earlier and a later label.
Where a set comes from, and who uses it, stands in data/index.csv.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"
INDEX = "index"


@dataclass(frozen=True)
class Code:
    """One line of a code set; without dates it has always been in use."""

    code: str
    label: str
    valid_from: date | None = None
    valid_to: date | None = None
    maps_to: str = ""

    def in_use(self, on: date) -> bool:
        """Whether the code may be used for a fact of this day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True)
class CodeSet:
    """The answers that one field of a return or of the shared dataset may hold, in the order of the standard."""

    name: str
    lines: tuple[Code, ...]

    def codes(self, on: date | None = None) -> list[str]:
        """Every code, or those that may be used for a fact of a day."""
        return list(dict(self.choices(on)))

    def choices(self, on: date | None = None) -> list[tuple[str, str]]:
        """Codes with their labels as answers of a question: every one, or those for a fact of a day."""
        newest = {line.code: line for line in self.lines if on is None or line.in_use(on)}
        return [(code, line.label) for code, line in newest.items()]

    def line(self, code: str, on: date | None = None) -> Code | None:
        """The line of a code as it stood on a day, or else its newest; None for a code the set does not know."""
        known = [line for line in self.lines if line.code == code]
        standing = [line for line in known if on is not None and line.in_use(on)]
        found = standing or known
        return found[-1] if found else None

    def label(self, code: str, on: date | None = None) -> str:
        """What a code means, in the words of a day; the code itself where the set does not have it."""
        line = self.line(code, on)
        return line.label if line else code

    def allows(self, code: str, on: date | None = None) -> bool:
        """Whether the set has a code, and, given a day, whether it may be used for a fact of that day."""
        return any(line.code == code and (on is None or line.in_use(on)) for line in self.lines)

    def maps_to(self, code: str) -> str:
        """The code of the set that this one translates into; the code itself where nothing else is given."""
        line = self.line(code)
        return (line.maps_to if line else "") or code

    @property
    def longest(self) -> int:
        """The number of characters of its longest code."""
        return max(len(line.code) for line in self.lines)


@cache
def code_set(name: str) -> CodeSet:
    """The code set of this name; raises LookupError if there is none."""
    if name not in names():
        raise LookupError(f"There is no code set “{name}”.")
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return CodeSet(name, tuple(read(row) for row in csv.DictReader(lines)))


@cache
def names() -> tuple[str, ...]:
    """The names of every code set."""
    return tuple(sorted(file.stem for file in DATA.glob("*.csv") if file.stem != INDEX))


def read(row: dict[str, str]) -> Code:
    """One line of a file."""
    return Code(row["code"], row["label"], day(row["valid_from"]), day(row["valid_to"]), row["maps_to"])


def day(text: str) -> date | None:
    """A date of a code set, or none."""
    return date.fromisoformat(text) if text else None
