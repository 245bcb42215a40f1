"""Clocks that follow one another: what was done last starts the next one (timescales, rule C6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any
from uuid import UUID

from sightline.foundation.timescales.rules.allowances import Allowance
from sightline.foundation.timescales.rules.clock import Clock, Ending
from sightline.foundation.timescales.rules.timescale import Timescale


def by_child(facts: Iterable[Any]) -> dict[UUID, list[Any]]:
    """Facts of each child, earliest first; two on a day in the order in which they were recorded."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: (day_of_fact(fact), fact.pk.int)):
        found[fact.child_id].append(fact)
    return found


def day_of_fact(fact: Any) -> date:
    """The day on which something happened or began."""
    day: date = fact.began if hasattr(fact, "began") else fact.happened
    return day


def first_since(facts: Iterable[Any], day: date) -> Any | None:
    """The first of these facts, earliest first, on a day or after it."""
    return next((fact for fact in facts if day_of_fact(fact) >= day), None)


def day_of_first_since(facts: Iterable[Any], day: date) -> date | None:
    """The day of the first of these facts on a day or after it."""
    found = first_since(facts, day)
    return day_of_fact(found) if found is not None else None


def within(facts: Iterable[Any], spell: Any) -> list[Any]:
    """The facts of the days on which a spell lasted, its first and its last day included."""
    last = spell.ended or date.max
    return [fact for fact in facts if spell.began <= day_of_fact(fact) <= last]


def over(spell: Any, reason: str) -> Ending | None:
    """How a clock ends with the spell it belongs to; nothing while that lasts."""
    return Ending(reason, on=spell.ended) if spell.ended is not None else None


def one_after_another(
    timescale: Timescale,
    anchor: Any,
    done: Sequence[Any],
    *,
    ended: Ending | None = None,
    first: Allowance | None = None,
    then: Allowance | None = None,
) -> list[Clock]:
    """A clock from a fact to the first thing done, and from each thing done to the next; the last may have ended.

    `first` and `then` replace the length of the first clock and of those that follow it.
    """
    starts = [anchor, *done]
    stops = chain((day_of_fact(each) for each in done), [None])
    return [
        Clock(
            timescale,
            child=anchor.child_id,
            anchor=start,
            start=day_of_fact(start),
            stop=stop,
            ended=ended if stop is None else None,
            allows=first if start is anchor else then,
        )
        for start, stop in zip(starts, stops, strict=True)
    ]


def looks_at(
    timescale: Timescale, spell: Any, lengths: Mapping[str, Allowance], entries: Sequence[Any], *, ended: Ending | None
) -> list[Clock]:
    """A look at something that lasts, by each of several lengths; an entry counts for the look that is due next.

    The first look counts entries from the day after the beginning, every other from the day after the one before was
    due.
    """
    clocks: list[Clock] = []
    after: date = spell.began
    for part, allows in lengths.items():
        looked = next((each.happened for each in entries if each.happened > after and not_over(each, spell)), None)
        clocks.append(
            Clock(
                timescale, child=spell.child_id, anchor=spell, start=spell.began, stop=looked, part=part,
                allows=allows, ended=ended if looked is None else None,
            )
        )  # fmt: skip
        due = allows(spell.began)
        assert isinstance(due, date)
        after = due
    return clocks


def not_over(fact: Any, spell: Any) -> bool:
    """Whether something happened while a spell lasted."""
    return spell.ended is None or day_of_fact(fact) <= spell.ended
