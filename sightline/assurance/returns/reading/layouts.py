"""The columns of every table of every return, as data: a new year is a new line of data/*.csv, not a new program."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
IN_EVERY_TABLE = {"CHILD", "DOB", "SEX"}  # columns that tell no table from another
ALIASES = {"CHILDID": "CHILD", "PL": "PLACE"}  # the XML's names for two columns
FEWEST = 0.5  # of the columns that tell a table; fewer and it is not recognised


@dataclass(frozen=True)
class Layout:
    """One table of a return and its columns, in the order of the standard."""

    table: str
    columns: tuple[str, ...]
    required: frozenset[str]
    dates: frozenset[str]
    code_sets: dict[str, str]

    @property
    def telling(self) -> set[str]:
        """The columns by which the table is known."""
        return set(self.columns) - IN_EVERY_TABLE


@cache
def layouts(name: str) -> dict[str, Layout]:
    """The tables of a return, by the name the standard gives them."""
    rows: dict[str, list[dict[str, str]]] = {}
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rows.setdefault(row["table"].rpartition("/")[2], []).append(row)
    return {table: layout_of(table, columns) for table, columns in rows.items()}


def layout_of(table: str, columns: list[dict[str, str]]) -> Layout:
    """One table from the lines that describe its columns."""
    return Layout(
        table,
        tuple(row["field"] for row in columns),
        frozenset(row["field"] for row in columns if row["required"] == "yes"),
        frozenset(row["field"] for row in columns if row["type"] == "date"),
        {row["field"]: row["codeset"] for row in columns if row["codeset"]},
    )


def recognised(name: str, headings: Iterable[str]) -> Layout | None:
    """The table whose columns these are, whatever their order, case and company; None where none fits well enough."""
    given = {ALIASES.get(each, each) for each in map(folded, headings)}
    scored = [
        (len(given & layout.telling) / len(layout.telling), len(given & layout.telling), table)
        for table, layout in layouts(name).items()
    ]
    share, _, table = max(scored)
    return layouts(name)[table] if share >= FEWEST and "CHILD" in given else None


def folded(heading: str) -> str:
    """A heading of a CSV file without case, quotes, and space before, after and between its words."""
    return re.sub(r"[\s_]+", "_", heading.strip().strip("\"'\ufeff").strip()).upper()
