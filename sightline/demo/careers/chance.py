"""Draws from one seeded source: shares, lengths, and the working day on which something is done."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from sightline.demo.careers.parameters import Parameters
from sightline.foundation.calendar.holidays import england_and_wales

Chosen = TypeVar("Chosen")
SATURDAY = 5  # as date.weekday counts
BANDS = {"0_3m": (4, 89), "3_6m": (92, 181), "6_12m": (185, 285), "1_2y": (380, 600), "2y_plus": (735, 900)}  # days


class Chance:
    """Everything that is left to chance in one career, drawn from the career's own seed."""

    def __init__(self, seed: str, parameters: Parameters) -> None:
        self.random = Random(seed)
        self.parameters = parameters

    def of(self, share: float) -> bool:
        """Whether something with this probability happens."""
        return self.random.random() < share

    def named(self, name: str) -> bool:
        """Whether something happens whose probability is a parameter."""
        return self.random.random() < self.parameters(name)

    def one(self, choices: Mapping[Chosen, float]) -> Chosen:
        """One of these, by weight."""
        return self.random.choices(list(choices), list(choices.values()))[0]

    def pick(self, choices: Sequence[Chosen]) -> Chosen:
        """One of these, each as likely."""
        return choices[int(self.random.random() * len(choices))]

    def whole(self, least: int, most: int) -> int:
        """A whole number between two, both included."""
        return self.random.randint(least, most)

    def days(self, least: int, most: int) -> timedelta:
        """So many days."""
        return timedelta(days=self.random.randint(least, most))

    def length(self, prefix: str, but_not: Sequence[str] = ()) -> int:
        """Days, from the bands of lengths whose parameters begin so."""
        bands = {band: share for band, share in self.parameters.shares(prefix).items() if band not in but_not}
        least, most = BANDS[self.one(bands)]
        return self.random.randint(least, most)

    def around(self, median: float, spread: float) -> float:
        """A positive number with a long tail: log-normal."""
        return self.random.lognormvariate(math.log(median), spread)

    def count(self, mean: float) -> int:
        """How often something happens that happens so often on average: Poisson."""
        limit, number, product = math.exp(-mean), 0, self.random.random()
        while product > limit:
            number += 1
            product *= self.random.random()
        return number


def working(day: date) -> date:
    """The day itself, or the working day after it; past the list of bank holidays, where nothing is told, the day."""
    known = england_and_wales()
    place = bisect_left(known.working_days, day)
    return known.working_days[place] if place < len(known.working_days) else day


def comes(day: date, whose: str) -> date:
    """When somebody gets in touch: on the day, or, of a weekend, in the week after it and not always on its Monday."""
    if day.weekday() < SATURDAY:
        return working(day)
    monday = day + timedelta(days=7 - day.weekday())
    return working(monday + timedelta(days=Random(f"{whose} {day}").randrange(SATURDAY)))


def after(day: date, working_days: int) -> date:
    """The day so many working days later."""
    known = england_and_wales()
    place = bisect_right(known.working_days, day) + working_days - 1
    if working_days == 0:
        return day
    return known.working_days[place] if place < len(known.working_days) else day + timedelta(days=working_days)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, (28, 30)[month + 1 != 2]))


def birthday(born: date, age: int) -> date:
    """The day somebody reaches an age."""
    return months_after(born, 12 * age)
