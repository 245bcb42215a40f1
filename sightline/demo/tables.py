"""The tables from which the demonstration authority is made up."""

import csv
from collections.abc import Container
from functools import cache
from pathlib import Path
from random import Random

DOUBLE = 0.08  # of family names, the share that is two names
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


def one_of_many_names(part: str, chance: Random, but_not: Container[str] = ()) -> str:
    """A made-up name for somebody in one of thousands of families, none of which has the name of a family told of."""
    name = chance.choice(names_of(part))
    while name in but_not:
        name = chance.choice(names_of(part))
    if part == "family" and chance.random() < DOUBLE:
        return f"{name}-{chance.choice(names_of(part))}"
    return name


@cache
def names_of(part: str) -> tuple[str, ...]:
    """The many names of this part."""
    return tuple(row["name"] for row in rows("many_names") if row["part"] == part)
