"""Rows of returns as facts: pure functions from what a return says about one child to what happened to the child."""

from collections.abc import Callable, Iterable
from types import ModuleType

from sightline.assurance.returns.mapping import annex_a, cin, ssda903
from sightline.assurance.returns.mapping.found import Found, Row, RowKey, Story, Whoever
from sightline.assurance.returns.mapping.persons import no_child, number_child
from sightline.assurance.returns.mapping.within import settle_within
from sightline.assurance.returns.reading.lines import Kind

__all__ = ["Found", "Row", "RowKey", "Story", "Whoever", "kinds_carried", "map_child", "table_telling"]

MAPPINGS: dict[Kind, ModuleType] = {Kind.SSDA903: ssda903, Kind.CIN: cin, Kind.ANNEX_A: annex_a}
IN_THE_FUTURE = "It lies in the future."
Identity = Callable[[str], tuple[str, ...]]


def map_child(story: Story, identity: Identity) -> Story:
    """Fill a story with the facts its rows tell of; `identity` gives the columns by which a kind is known again.

    Facts that contradict each other are settled here: the same rows always have the same winner.
    """
    if why := no_child(story.reference):
        for row in story.rows:
            story.refuse(row, why)
        return story
    MAPPINGS[story.kind].tell(story)
    if not story.tells_something:
        story.found.clear()
        return story
    number_child(story)
    contest_the_future(story)
    settle_within(story, identity)
    return story


def contest_the_future(story: Story) -> None:
    """Mark as contested what rows tell of a day that has not come, and that lies after the time of the return."""
    for found in story.found:
        days = [found.values.get(name) for name in ("happened", "began", "ended") if name not in found.loose]
        if not found.contested and any(day and day > story.last_possible_day for day in days):
            found.contested = IN_THE_FUTURE


def kinds_carried(kind: Kind, tables: Iterable[str]) -> set[str]:
    """The kinds of fact that these tables of a return can carry: what is not in them was not in the file."""
    carried: dict[str, list[str]] = MAPPINGS[kind].KINDS
    return {each for table in tables for each in carried.get(table, [])}


def table_telling(kind: Kind, fact: str) -> str:
    """The first table of a return that tells of a kind of fact."""
    carried: dict[str, list[str]] = MAPPINGS[kind].KINDS
    return next(table for table, kinds in carried.items() if fact in kinds)


def kinds_of_returns() -> set[str]:
    """The kinds of fact that any return can carry."""
    return {each for mapping in MAPPINGS.values() for kinds in mapping.KINDS.values() for each in kinds}
