"""Every timescale that the areas declare, and every one that is known, for reference pages and the names on boards."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sightline.foundation.area import areas
from sightline.foundation.timescales.rules import Timescale, Versions


@cache
def timescales() -> dict[str, tuple[Timescale, ...]]:
    """The versions of every declared timescale, oldest first, by id; raises ValueError if two areas declare one id."""
    found: dict[str, tuple[Timescale, ...]] = {}
    for declared in (timescale for area in areas() for reads in area.clocks for timescale in reads.timescales):
        rules = declared.rules if isinstance(declared, Versions) else (declared,)
        if found.setdefault(declared.id, rules) != rules:
            raise ValueError(f"The timescale {declared.id} is declared twice, differently.")
    return found


def latest(timescale: str) -> Timescale:
    """The newest version of a timescale; raises KeyError for one that no area declares."""
    return timescales()[timescale][-1]


@dataclass(frozen=True)
class Known:
    """A timescale that law, guidance or practice knows, whether or not an area counts it yet."""

    id: str
    section: str
    what: str
    evidence: str  # tier, check mark and confidence, and what is less sure than the rest
    alert: str
    source: str
    area: str  # the one that counts it, or will


@cache
def known() -> dict[str, Known]:
    """Every known timescale by id, in the order of the sections of the child's journey."""
    with (Path(__file__).parent / "data" / "catalogue.csv").open(encoding="utf-8", newline="") as lines:
        return {row["id"]: Known(**row) for row in csv.DictReader(lines)}
