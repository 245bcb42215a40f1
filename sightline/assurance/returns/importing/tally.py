"""The count of an import: what became of every row of every table, with the reasons; it must always add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

OUTCOMES = ("written", "unchanged", "changed", "refused")
COUNTED = ("read", *OUTCOMES, "contested", "gone")
MOST_REASONS = 60  # different ones of a table; the rest are counted together
OTHERS = "Other reasons."


class DoesNotAddUp(AssertionError):
    """A row was lost or counted twice: the import must not go on."""


@dataclass
class Reason:
    """A sentence, how many rows it is about, and the first of them."""

    rows: int = 0
    first: str = ""


@dataclass
class TableTally:
    """What became of the rows of one table."""

    counts: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Reason] = field(default_factory=dict)

    def reason(self, sentence: str, first: str, rows: int = 1) -> None:
        """Count a reason."""
        if sentence not in self.reasons and len(self.reasons) >= MOST_REASONS:
            sentence = OTHERS
        found = self.reasons.setdefault(sentence, Reason(first=first))
        found.rows += rows

    def refuse_unless_whole(self, table: str) -> None:
        """Raise unless every row that was read has exactly one outcome."""
        if self.counts["read"] != sum(self.counts[outcome] for outcome in OUTCOMES):
            raise DoesNotAddUp(f"{table}: {dict(self.counts)}")

    def as_plain(self) -> dict[str, Any]:
        """The counts and the reasons, the commonest first."""
        ordered = sorted(self.reasons.items(), key=lambda each: (-each[1].rows, each[0]))
        return {name: self.counts[name] for name in COUNTED} | {
            "reasons": [{"reason": text, "rows": each.rows, "first": each.first} for text, each in ordered]
        }


@dataclass
class Tally:
    """What became of the rows of every table, and of the children."""

    tables: dict[str, TableTally] = field(default_factory=dict)
    children: Counter[str] = field(default_factory=Counter)

    def of(self, table: str) -> TableTally:
        """The count of one table."""
        return self.tables.setdefault(table, TableTally())

    def add(self, other: Tally) -> None:
        """Add another count to this one."""
        self.children.update(other.children)
        for table, theirs in other.tables.items():
            ours = self.of(table)
            ours.counts.update(theirs.counts)
            for sentence, reason in theirs.reasons.items():
                ours.reason(sentence, reason.first, reason.rows)

    def refuse_unless_whole(self) -> None:
        """Raise unless every table adds up."""
        for table, counted in self.tables.items():
            counted.refuse_unless_whole(table)

    def as_plain(self) -> dict[str, Any]:
        """Everything as plain data, to be kept and to be reported."""
        self.refuse_unless_whole()
        return {
            "tables": {table: counted.as_plain() for table, counted in self.tables.items()},
            "children": dict(self.children),
        }

    @classmethod
    def of_plain(cls, plain: dict[str, Any]) -> Tally:
        """The count that was kept."""
        made = cls(children=Counter(plain.get("children", {})))
        for table, counted in plain.get("tables", {}).items():
            ours = made.of(table)
            ours.counts.update({name: counted[name] for name in COUNTED})
            for each in counted["reasons"]:
                ours.reasons[each["reason"]] = Reason(each["rows"], each["first"])
        return made
