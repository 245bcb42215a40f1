"""Who carries the steps of a plan: read from the words where nobody chose it, and counted."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sightline.foundation.plans.rules import Agency

WORDS = Path(__file__).parent.parent / "data" / "who_carries.csv"
UNDER_THEIR_NAME = (Agency.PARENT, Agency.FAMILY, Agency.CHILD, Agency.OTHER)  # counted apart, person by person
CALLED = {Agency.OURS: "Our service", Agency.EDUCATION: "School", Agency.HEALTH: "Health", Agency.POLICE: "Police"}
MANY = 4  # steps of a plan, from which on it is asked whether one person carries too many of them


@dataclass(frozen=True)
class Carried:
    """Who does a step, in words, which agency was chosen for it, and whether one of us owns it."""

    who: str
    agency: str = ""
    is_ours: bool = False
    is_child: bool = False


@dataclass(frozen=True)
class Share:
    """How many steps somebody carries."""

    name: str
    agency: Agency
    steps: int


@cache
def known() -> tuple[tuple[re.Pattern[str], Agency], ...]:
    """A pattern for the words of each agency, in the order in which they are tried."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        return tuple(
            (
                re.compile(rf"\b(?:{'|'.join(map(re.escape, row['words'].split(';')))})\b(?!['’]s)", re.IGNORECASE),
                agency,
            )
            for row in csv.DictReader(file)
            for agency in [Agency(row["agency"])]
        )


def carrier(step: Carried) -> Agency:
    """Who carries a step: as chosen, ours where one of us owns it, otherwise whoever its words name first."""
    if step.agency:
        return Agency(step.agency)
    if step.is_ours:
        return Agency.OURS
    if step.is_child:
        return Agency.CHILD
    found = [(match.start(), -len(match[0]), agency) for words, agency in known() if (match := words.search(step.who))]
    return min(found)[2] if found else Agency.OTHER


def shares(steps: Iterable[Carried]) -> list[Share]:
    """How many steps each carries, the most first: family under the name that is given, agencies as agencies."""
    counted: Counter[tuple[str, Agency]] = Counter()
    names: dict[str, str] = {}
    for step in steps:
        agency = carrier(step)
        name = " ".join(step.who.split()) if agency in UNDER_THEIR_NAME else CALLED[agency]
        counted[(names.setdefault(name.lower(), name), agency)] += 1
    return [Share(name, agency, number) for (name, agency), number in counted.most_common()]


def in_words(found: Sequence[Share]) -> str:
    """Who carries the steps, in one sentence; nothing without steps."""
    total = sum(each.steps for each in found)
    if not total:
        return ""
    first, *others = found
    if total == 1:
        return f"{first.name} carries the only step."
    carries = f"{first.name} carries {first.steps} of {total}" if others else f"{first.name} carries all {total}"
    return ", ".join([carries, *(f"{each.name} {each.steps}" for each in others)]) + "."


def asks_too_much(found: Sequence[Share]) -> bool:
    """Whether one parent carries more than half of a plan that has more than a few steps."""
    total = sum(each.steps for each in found)
    return total >= MANY and found[0].agency == Agency.PARENT and found[0].steps * 2 > total
