"""What is measured at the front door and of assessments (data/measures.csv), and what one case of a measure is."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

TABLE = Path(__file__).resolve().parent / "data" / "measures.csv"
AGAIN_WITHIN = 12  # months between referrals, FD10, and around an assessment, AS3
SERVICE_WITHIN = 28  # days after an assessment was authorised, AS7
REPEAT_WITHIN = 24  # months in which assessments are repeats, AS5
REPEATS = 3  # assessments, AS5
ASSESSED_AGAIN_WITHIN = 45  # working days after a change, AS9
FEWEST_SOURCES = 2  # independent sources of information, FD5
PER_CHILDREN = 10_000
SPREAD = "AS4"  # read as a range, and reckoned from decisions and not from cases


@dataclass(frozen=True)
class Measure:
    """One measure: what is counted, of what, and which others are read beside it.

    One `of` nothing is a number and no share. One of `people` counts each child once. One that is not `listed` is
    shown as a share only: it is known with hindsight and says nothing about one child. A number that is a `rate` is
    read per so many children who live in the area.
    """

    code: str
    group: str
    name: str
    counted: str
    of: str
    people: bool
    listed: bool
    beside: tuple[str, ...]
    direction: str
    rate: bool


@dataclass(frozen=True)
class Counted:
    """One case of a measure, with the day in whose period it counts and whether it is what is looked for.

    Before `known_from` it counts nowhere, whatever is known already: what comes out early would count too often.
    """

    code: str
    child: UUID
    fact: UUID
    on: date
    counted: bool
    known_from: date


@cache
def measures() -> dict[str, Measure]:
    """Every measure, in the order of the table that people own."""
    with TABLE.open(newline="", encoding="utf-8") as lines:
        return {row["code"]: measure(row) for row in csv.DictReader(lines)}


def measure(row: dict[str, str]) -> Measure:
    """One row of the table."""
    return Measure(
        code=row["code"],
        group=row["group"],
        name=row["name"],
        counted=row["counted"],
        of=row["of"],
        people=row["people"] == "yes",
        listed=row["listed"] == "yes",
        beside=tuple(row["beside"].split()),
        direction=row["direction"],
        rate=row["rate"] == "yes",
    )
