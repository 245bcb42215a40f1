"""Codes of the national returns that describe people, each with the days on which it may be used."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"


@dataclass(frozen=True)
class Code:
    """One code of a list and its label; without dates it has always been in use."""

    code: str
    label: str
    valid_from: date | None
    valid_to: date | None

    def in_use(self, on: date) -> bool:
        """Whether the code may be used for a fact of this day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@cache
def codes(name: str) -> dict[str, Code]:
    """Every code of a list, by code, in the order of the list."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {row["code"]: Code(row["code"], row["label"], day(row["valid_from"]), day(row["valid_to"])) for row in rows}


def day(text: str) -> date | None:
    """A date of a code list, or none."""
    return date.fromisoformat(text) if text else None


def choices(name: str, on: date) -> list[tuple[str, str]]:
    """The codes of a list that may be used on a day, as answers of a question."""
    return [(each.code, each.label) for each in codes(name).values() if each.in_use(on)]


def label(name: str, code: str) -> str:
    """What a code means; the code itself where the list does not have it."""
    found = codes(name).get(code)
    return found.label if found else code
