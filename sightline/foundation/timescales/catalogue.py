"""Every timescale that the areas declare, for reference pages and for the names on boards."""

from functools import cache

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
