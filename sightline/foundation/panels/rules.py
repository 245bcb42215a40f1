"""Panels: their types as data, what they recommend, and who decides (data/panels.csv)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import TextChoices

TABLE = Path(__file__).resolve().parent / "data/panels.csv"


class Recommends(TextChoices):
    """What a panel says to what it is asked."""

    YES = "yes", "Yes"
    WITH_CONDITIONS = "with_conditions", "Yes, with conditions"
    NO = "no", "No"
    COME_BACK = "come_back", "Not yet: come back"


@dataclass(frozen=True)
class Panel:
    """One type of panel, and the decision of the ladder that its decision-maker makes."""

    panel: str
    says: str  # words with {terms} of the vocabulary
    decision: str
    quorum: int
    only_recommends: bool
    because: str


@dataclass(frozen=True)
class Asked:
    """What a panel is asked: need and funding apart, and what was done already because it could not wait."""

    asks: str
    need: str
    funding: str = ""
    done_already: str = ""
    files: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Said:
    """What a panel recommends, or a decision-maker decides: conditions, and when it comes back."""

    answer: str
    text: str
    reasons: str
    conditions: str = ""
    return_on: date | None = None


@dataclass(frozen=True)
class Members:
    """Who sat on a panel about a child, who had an interest and left, and why it went on with too few."""

    names: tuple[str, ...]
    interests: str = ""
    went_on_because: str = ""


@dataclass(frozen=True)
class Step:
    """Something that somebody is directed to do after a decision, by a day."""

    text: str
    owner: UUID
    by_when: date


@cache
def panels() -> dict[str, Panel]:
    """Every type of panel, in the order of the table that people own."""
    with TABLE.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {
        row["panel"]: Panel(
            panel=row["panel"],
            says=row["says"],
            decision=row["decision"],
            quorum=int(row["quorum"]),
            only_recommends=row["only_recommends"] == "yes",
            because=row["because"],
        )
        for row in rows
    }


def is_quorate(panel: Panel, members: Members) -> bool:
    """Whether enough members sat; whoever left for an interest is not counted among the names."""
    return len({name.strip().lower() for name in members.names if name.strip()}) >= panel.quorum


def missing_from_said(said: Said, on: date) -> str:
    """The sentence for what a recommendation or a decision cannot do without."""
    if said.answer not in Recommends.values:
        return "Say yes, yes with conditions, no, or not yet."
    if not said.text.strip() or not said.reasons.strip():
        return "Say what it is, and why."
    if said.answer == Recommends.WITH_CONDITIONS and not said.conditions.strip():
        return "Say what the conditions are."
    if said.answer == Recommends.COME_BACK and said.return_on is None:
        return "Say on which day it comes back."
    if said.return_on and said.return_on < on:
        return "The day on which it comes back must not be before this one."
    return ""
