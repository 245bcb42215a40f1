"""What the rows about one child say, as facts that are not yet compared with anything: pure, without a database."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from sightline.assurance.returns.reading import dates
from sightline.assurance.returns.reading.lines import Kind
from sightline.foundation.code_sets import code_set

RowKey = tuple[UUID, str, int]
TRUE, FALSE = {"1", "TRUE", "YES", "Y"}, {"0", "FALSE", "NO", "N"}
LARGEST_NUMBER = 32_000


@dataclass(frozen=True)
class Row:
    """One line of a file, and where it stands."""

    file: UUID
    number: int
    table: str
    values: dict[str, str]

    @property
    def key(self) -> RowKey:
        """What tells it from every other row."""
        return (self.file, self.table, self.number)


@dataclass(eq=False)
class Found:
    """One fact that rows tell of; values may name other facts found. Blank means that the rows do not say.

    `loose` columns are filled when the fact is written and not compared; `continues` says that it may have begun
    before the first row that tells of it.
    """

    kind: str
    values: dict[str, Any]
    rows: list[Row]
    loose: tuple[str, ...] = ()
    continues: bool = False
    contested: str = ""


@dataclass
class Whoever:
    """Who the rows say the child is."""

    birth_date: date | None = None
    expected_on: date | None = None
    died_on: date | None = None
    sex: str = ""
    upn: str = ""


@dataclass
class Story:
    """Everything one return says about one child."""

    kind: Kind
    reference: str
    rows: list[Row]
    held_from: date | None
    held_until: date | None
    told_on: date = date.max  # the day of the import
    whoever: Whoever = field(default_factory=Whoever)
    found: list[Found] = field(default_factory=list)
    refused: dict[RowKey, str] = field(default_factory=dict)
    remarks: list[tuple[Row, str]] = field(default_factory=list)

    def of(self, table: str) -> list[Row]:
        """The rows of one table, in the order of the file."""
        return self.by_table[table]

    @cached_property
    def by_table(self) -> dict[str, list[Row]]:
        """The rows by table."""
        grouped: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            grouped[row.table].append(row)
        return grouped

    def tell(
        self,
        kind_of_fact: str,
        rows: Row | Sequence[Row],
        /,
        *,
        loose: tuple[str, ...] = (),
        continues: bool = False,
        contested: str = "",
        **values: Any,
    ) -> Found:
        """Note a fact; what is blank is left out."""
        said = {name: value for name, value in values.items() if value is not None and value != ""}
        told = Found(kind_of_fact, said, [rows] if isinstance(rows, Row) else list(rows), loose, continues, contested)
        self.found.append(told)
        return told

    def refuse(self, row: Row, why: str) -> None:
        """Note that nothing can be made of a row, and why."""
        self.refused.setdefault(row.key, why)

    def remark(self, row: Row, what: str) -> None:
        """Note what was odd about a row of which something was made."""
        self.remarks.append((row, what))

    @property
    def last_possible_day(self) -> date:
        """The last day on which anything that the rows tell of can have happened."""
        return max(self.told_on, self.held_until or self.told_on)

    @property
    def tells_something(self) -> bool:
        """Whether there is a row of which something can be made: without one, nothing is known of a child."""
        return len(self.refused) < len({row.key for row in self.rows})

    def first_known_day(self) -> date:
        """The day from which what has no day of its own is taken to hold."""
        who = self.whoever
        return who.birth_date or who.expected_on or self.held_from or self.held_until or date(2000, 1, 1)


class Cells:
    """The cells of one row, read as dates, codes and answers; what cannot be read is remarked on."""

    def __init__(self, story: Story, row: Row) -> None:
        self.story, self.row = story, row

    def text(self, name: str) -> str:
        """The cell as it is, without space around it."""
        return self.row.values.get(name, "").strip()

    def postcode(self, name: str) -> str:
        """A postcode in capitals with one space in it."""
        return re.sub(r"\s+", " ", self.text(name)).upper()

    def known(self, name: str) -> dates.Read:
        """A date with how exactly it is known."""
        read = dates.read(self.text(name))
        if read.problem:
            self.story.remark(self.row, f"{name}: {read.problem}.")
        return read

    def day(self, name: str) -> date | None:
        """A date, or none where the cell is blank or cannot be read."""
        return self.known(name).day

    def code(self, name: str, codes: str) -> str:
        """A code; one that the standard does not know is kept as it is given, and remarked on."""
        given = self.text(name)
        if not given:
            return ""
        code = given.upper()
        if not code_set(codes).allows(code):
            self.story.remark(self.row, f"{name}: “{given[:20]}” is not a code of the standard; kept as given.")
        return code

    def flag(self, name: str) -> bool | None:
        """Yes or no, or none where the cell is blank or says something else."""
        given = self.text(name).upper()
        if given and given not in TRUE | FALSE:
            self.story.remark(self.row, f"{name}: “{given[:20]}” is neither yes nor no.")
        return True if given in TRUE else False if given in FALSE else None

    def number(self, name: str) -> int | None:
        """A whole number, or none."""
        given = self.text(name)
        if re.fullmatch(r"\d{1,5}(\.0+)?", given) and float(given) <= LARGEST_NUMBER:
            return int(float(given))
        if given:
            self.story.remark(self.row, f"{name}: “{given[:20]}” is not a number that can be meant.")
        return None

    def begins(self, name: str) -> date | None:
        """The date without which nothing can be made of the row; a row without it is refused."""
        day, problem = dates.read(self.text(name)).day, dates.read(self.text(name)).problem
        if day is None:
            why = f"{name}: {problem}" if problem else f"{name} gives no day"
            self.story.refuse(self.row, f"{why}, so nothing can be made of the row.")
        return day


def cells(story: Story, rows: Iterable[Row]) -> list[Cells]:
    """The rows with their cells to be read."""
    return [Cells(story, row) for row in rows]
