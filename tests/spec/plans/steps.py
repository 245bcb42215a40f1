"""The steps on which the check of a step is tried, and how often it is right."""

import csv
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sightline.foundation.plans.rules.checking import Check, StepSaid, checked

STEPS = Path(__file__).parent / "steps.csv"
TUNED, HELD_OUT = "tuned", "held_out"
LEAST = {TUNED: (0.97, 0.95), HELD_OUT: (0.95, 0.85)}  # precision and recall of all faults together


@dataclass(frozen=True)
class Labelled:
    """A step, the kind of plan it is from, and the faults it has."""

    kind: str
    said: StepSaid
    faults: frozenset[Check]


@dataclass(frozen=True)
class Right:
    """How many findings were right, how many were not, and how many faults were missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of findings that were right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of faults that were found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass(frozen=True)
class Counted:
    """How often the check is right, by fault and in all."""

    all: Right
    of: dict[Check, Right]


def steps(which: str) -> list[Labelled]:
    """The steps of one set."""
    with STEPS.open(encoding="utf-8", newline="") as file:
        return [labelled(row) for row in csv.DictReader(file) if row["set"] == which]


def labelled(row: dict[str, str]) -> Labelled:
    """One row; a day is a date where it is written as one."""
    asked = {name: row[name] for name in ("text", "who", "how_we_will_know", "starting_point")}
    return Labelled(
        row["kind_of_plan"],
        StepSaid(by_when=day(row["by_when"]), **asked),
        frozenset(map(Check, row["faults"].split())),
    )


def day(said: str) -> date | str:
    """A date, or words."""
    return date.fromisoformat(said) if said[:4].isdigit() else said


def counted(which: str) -> Counted:
    """How often the check is right on one set."""
    right, wrong, missed = Counter[Check](), Counter[Check](), Counter[Check]()
    for each in steps(which):
        found = {finding.check for finding in checked(each.said)}
        right.update(found & each.faults)
        wrong.update(found - each.faults)
        missed.update(each.faults - found)
    of = {check: Right(right[check], wrong[check], missed[check]) for check in Check}
    return Counted(Right(right.total(), wrong.total(), missed.total()), of)
