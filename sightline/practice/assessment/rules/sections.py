"""The sections of an assessment, from a table that an authority can have of its own (data/practice_model.csv)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings

FULL, SHORT = "full", "short"
ANALYSIS = "analysis"  # the section that everything before it leads to


@dataclass(frozen=True)
class Question:
    """One question of a section; its answers stand at a place of their own."""

    part: str
    asks: str
    hint: str


@dataclass(frozen=True)
class Section:
    """A section: whether it must speak of every child, and whether entries of the record are pulled in."""

    key: str
    heading: str
    of_each: bool  # something in it is about every child; others may leave one out
    belongs_to: str  # every full assessment, a short one, or one kind of assessment
    needed: bool
    pulls: bool
    fills: bool  # begins with what the record knows
    questions: tuple[Question, ...] = field(default_factory=tuple)

    def place(self, part: str) -> str:
        """Where the passages that answer a question stand."""
        return f"{self.key}.{part}"

    @property
    def places(self) -> tuple[str, ...]:
        """Where its passages stand, in the order of its questions."""
        return tuple(self.place(each.part) for each in self.questions)


@cache
def model(path: str) -> dict[str, Section]:
    """Every section, in the order of the table; raises ValueError where the table contradicts itself."""
    with Path(path).open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    found: dict[str, Section] = {}
    for row in rows:
        asked = Question(row["part"], row["question"], row["hint"])
        before = found.get(row["section"])
        questions = (*before.questions, asked) if before else (asked,)
        if len({each.part for each in questions}) < len(questions):
            raise ValueError(f"The section {row['section']} asks {row['part']} twice.")
        found[row["section"]] = section(row, questions)
    return found


def section(row: dict[str, str], questions: tuple[Question, ...]) -> Section:
    """One section from the row of its last question."""
    return Section(
        key=row["section"],
        heading=row["heading"],
        of_each=row["of"] == "each",
        belongs_to=row["for"],
        needed=row["needed"] == "yes",
        pulls=row["pulls"] in ("yes", "fills"),
        fills=row["pulls"] == "fills",
        questions=questions,
    )


def sections() -> dict[str, Section]:
    """The sections of this authority."""
    return model(str(settings.SIGHTLINE_PRACTICE_MODEL))


def sections_of(kind: str) -> list[Section]:
    """The sections of a full assessment of a kind: those of every one, and its own before the analysis."""
    found = sections().values()
    every, own = ([each for each in found if each.belongs_to == whose] for whose in (FULL, kind))
    place = next((number for number, each in enumerate(every) if each.key == ANALYSIS), len(every))
    return [*every[:place], *own, *every[place:]]


def short_sections() -> list[Section]:
    """What is written where an assessment ends at its first checkpoint."""
    return [each for each in sections().values() if each.belongs_to == SHORT]


def still_missing(wanted: Iterable[Section], written: Iterable[str]) -> list[Section]:
    """The sections that must be written and are not."""
    there = set(written)
    return [each for each in wanted if each.needed and each.key not in there]
