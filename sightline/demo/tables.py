"""The tables from which the demonstration authority is made up."""

import csv
from collections.abc import Container
from functools import cache
from pathlib import Path
from random import Random

DATA = Path(__file__).parent / "data"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one table."""
    with (DATA / f"{name}.csv").open(newline="", encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


def a_name(part: str, chance: Random, but_not: Container[str] = ()) -> str:
    """A made-up name: girl, boy, woman, man or family."""
    choices = [row for row in rows("names") if row["part"] == part and row["name"] not in but_not]
    return chance.choices([row["name"] for row in choices], [int(row["weight"]) for row in choices])[0]
