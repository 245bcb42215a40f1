"""Annex A codes as the rest of the product holds them: `a) Male`, `Male`, `M` and `a) male ` all say the same."""

from __future__ import annotations

import re
from functools import cache

from sightline.assurance.returns.mapping.found import Cells
from sightline.foundation.code_sets import code_set


def standard(row: Cells, name: str, codes: str) -> str:
    """The code behind an answer; one that the standard does not know is kept as given, and remarked on."""
    given = row.text(name)
    if not given:
        return ""
    found = known(codes).get(plain(given))
    if found is None:
        found = next((known(codes)[part] for part in parts(given) if part in known(codes)), None)
    if found is None:
        row.story.remark(row.row, f"{name}: “{given[:20]}” is not a code of the standard; kept as given.")
        return given[:20].strip()
    return found


@cache
def known(codes: str) -> dict[str, str]:
    """Every way of writing each code of a set, and the code it stands for."""
    ways: dict[str, str] = {}
    for line in code_set(codes).lines:
        stands_for = line.maps_to or line.code
        for text in (line.code, *parts(line.code), line.maps_to, line.label):
            if text:
                ways.setdefault(plain(text), stands_for)
    return ways


def parts(text: str) -> list[str]:
    """The parts of an answer that can stand for it: without its letter, and the code before its words."""
    without = re.sub(r"^[a-z]{1,3}\)\s*", "", plain(text))
    before = re.split(r"\s*[:–—]\s*|\s+-\s+|-(?=\s)", without, maxsplit=1)[0]
    return [without, before.strip()]


def plain(text: str) -> str:
    """An answer as answers are compared: case, space, curly quotes aside."""
    return re.sub(r"\s+", " ", text).strip().lower().replace("’", "'").replace("‘", "'")
