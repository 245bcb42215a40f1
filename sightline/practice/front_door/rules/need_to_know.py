"""What we need to know for each kind of concern: a table that people own, and an authority may replace by its own."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import TextChoices

TABLE = Path(__file__).resolve().parents[1] / "data" / "what_we_need_to_know.csv"
COLUMNS = ("concern", "concern_name", "item", "question", "essential", "usually_known_by")
MOST_ITEMS, MOST_ESSENTIAL = 6, 3  # a concern; the rules of practice, "Measuring without harming"
LONGEST_KEY = 40  # characters, of a concern and of an item


NOTHING_NAMED = "What the worry is about: no kind of concern was named"


class KnownState(TextChoices):
    """How far an item is known; the newest word about it stands."""

    KNOWN = "known", "Known"
    ASKED = "asked", "Asked and waiting"
    NOT_AGREED = "not_agreed", "Not agreed"
    NOT_NEEDED = "not_needed", "Not needed"


SETTLED = frozenset({KnownState.KNOWN, KnownState.NOT_NEEDED})  # what leaves no gap


@dataclass(frozen=True)
class Item:
    """One thing to find out about a concern, and who usually knows it."""

    concern: str
    key: str
    question: str
    essential: bool
    usually_known_by: str


@dataclass(frozen=True)
class Concern:
    """A kind of concern, with what we need to know about it."""

    key: str
    name: str
    items: tuple[Item, ...]


class TableIsWrong(Exception):
    """A table of what we need to know cannot be used; the sentence names the file and what is wrong with it."""


def concerns() -> dict[str, Concern]:
    """Every kind of concern that may be named, in the order of the table in use."""
    return read(Path(settings.SIGHTLINE_WHAT_WE_NEED_TO_KNOW))


def item_of(concern: str, key: str) -> Item | None:
    """One item; nothing for one that the table in use does not have any more."""
    found = concerns().get(concern)
    return next((item for item in found.items if item.key == key), None) if found else None


@cache
def read(table: Path) -> dict[str, Concern]:
    """The concerns of a table; raises TableIsWrong."""
    with table.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise TableIsWrong(f"{table.name} must have the columns {', '.join(COLUMNS)}.")
        rows = list(reader)
    names = {row["concern"]: row["concern_name"] for row in rows}
    found = {key: Concern(key, name, items_of(key, rows)) for key, name in names.items()}
    for concern in found.values():
        refuse_wrong(table, concern)
    return found


def items_of(concern: str, rows: list[dict[str, str]]) -> tuple[Item, ...]:
    """The items of one concern, the essential ones first."""
    found = [
        Item(concern, row["item"], row["question"], row["essential"] == "yes", row["usually_known_by"])
        for row in rows
        if row["concern"] == concern
    ]
    return tuple(sorted(found, key=lambda item: not item.essential))


def refuse_wrong(table: Path, concern: Concern) -> None:
    """Raise where a concern has too much to ask, or something without a name, words or a key that fits."""
    keys = Counter(item.key for item in concern.items)
    wrong = {
        "has no name": not concern.name,
        f"has more than {MOST_ITEMS} items": len(concern.items) > MOST_ITEMS,
        f"has more than {MOST_ESSENTIAL} essential items": sum(i.essential for i in concern.items) > MOST_ESSENTIAL,
        "has an item twice": any(number > 1 for number in keys.values()),
        "has an item without a key or a question": any(not (i.key and i.question) for i in concern.items),
        f"has a key of more than {LONGEST_KEY} characters": max(map(len, (concern.key, *keys))) > LONGEST_KEY,
    }
    for sentence, is_so in wrong.items():
        if is_so:
            raise TableIsWrong(f"{table.name}: “{concern.key}” {sentence}.")
