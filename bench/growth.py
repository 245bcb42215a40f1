"""How a working day and an import grow from a small authority to a whole one: `python -m bench --growth`."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from bench import imports, work
from bench.report import Line, show, table
from bench.setting import Setting, set_up

SIZES = ("small", "authority")
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def run(long: bool) -> bool:
    """Measure both sizes, then print every number beside the other; whether every line is good."""
    found: dict[str, list[Line]] = {}
    for size in SIZES:
        setting, found[size] = set_up(size), []
        try:
            show(f"Size: {size}", kept(measure(setting, long), found[size]))
        finally:
            setting.close()
    small, whole = (found[size] for size in SIZES)
    rows = [(one.what, one.value, other.value, times(one.value, other.value)) for one, other in paired(small, whole)]
    table("How it grows", ("", *SIZES, "times"), rows)
    return all(line.good for lines in found.values() for line in lines)


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """How large it is, a working day in it, and a return imported into a copy of it."""
    yield from how_large(setting)
    yield from work.measure(setting, long)
    copy = setting.database.clone()
    try:
        yield from imports.into(copy, setting, times=10 if long else 1)
    finally:
        copy.drop()


def how_large(setting: Setting) -> Iterator[Line]:
    """Children, facts that are told, and clocks."""
    from sightline.foundation.children.models import Child
    from sightline.foundation.chronology.models import FactIndex
    from sightline.foundation.timescales.models import ClockRow

    with setting.database.process("jobs"):
        for what, model in (("children", Child), ("facts in chronologies", FactIndex), ("clocks", ClockRow)):
            yield Line(what, f"{model._default_manager.count():,}")


def kept(lines: Iterator[Line], where: list[Line]) -> Iterator[Line]:
    """The same lines, kept as well."""
    for line in lines:
        where.append(line)
        yield line


def paired(small: list[Line], whole: list[Line]) -> Iterator[tuple[Line, Line]]:
    """The lines that say the same of each size."""
    yield from ((one, other) for one, other in zip_longest(small, whole) if one and other and one.what == other.what)


def times(small: str, whole: str) -> str:
    """How many times larger each number is."""
    pairs = zip(figures(small), figures(whole), strict=False)
    return ", ".join(f"{after / before:.1f}" if before else "-" for before, after in pairs)


def figures(value: str) -> list[float]:
    """The numbers in what was measured."""
    return [float(number.replace(",", "")) for number in NUMBER.findall(value)]
