"""Short breaks under regulation 48: one series as long as no more than six months lie between two breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.timescales.rules import Ending
from sightline.practice.care.rules.time_in_care import FOREVER, Lasting

SERIES_LASTS = 6  # months after the last break; the longest time between two reviews of a series


@dataclass(frozen=True)
class Series:
    """Short breaks that belong together."""

    breaks: tuple[Lasting, ...]

    @property
    def first(self) -> Lasting:
        """The first break."""
        return self.breaks[0]

    @property
    def began(self) -> date:
        """The day of the first break."""
        return self.first.began

    @property
    def ending(self) -> Ending | None:
        """That no break followed for six months after the last one."""
        last = self.breaks[-1].ended
        return Ending("Short breaks ended", on=months_after(last, SERIES_LASTS)) if last else None


def series_of(breaks: Iterable[Lasting]) -> list[Series]:
    """Breaks, or agreements about them, as series."""
    found: list[list[Lasting]] = []
    for each in sorted(breaks, key=lambda one: one.began):
        last = found[-1][-1].ended or FOREVER if found else date.min
        if found and (last == FOREVER or each.began <= months_after(last, SERIES_LASTS)):
            found[-1].append(each)
        else:
            found.append([each])
    return [Series(tuple(run)) for run in found]
