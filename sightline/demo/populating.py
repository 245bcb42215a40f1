"""Fills a made-up authority with careers, and says on a line how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from time import monotonic

from sightline.demo.careers.authority import Plan, careers
from sightline.demo.careers.commands import Household
from sightline.demo.writing import in_bulk
from sightline.demo.writing.staff import Staff

WIDTH = 30  # characters of a full bar


@dataclass
class Progress:
    """Households as they are taken for writing: how many, and until which day of the years that are told."""

    plan: Plan
    households: int = 0
    children: int = 0
    told: date = date.min
    began: float = field(default_factory=monotonic)

    def counting(self, homes: Iterable[Household]) -> Iterator[Household]:
        """The same households, counted."""
        for home in homes:
            self.households += 1
            self.children += len(home.children)
            self.told = home.began
            yield home

    @property
    def share(self) -> float:
        """How much of the years has been told."""
        return min(1.0, (self.told - self.plan.began) / (self.plan.today - self.plan.began))

    def __str__(self) -> str:
        full = round(WIDTH * self.share)
        return (
            f"  [{'#' * full}{'.' * (WIDTH - full)}] {self.share:4.0%}  {self.children:,} children"
            f" in {self.households:,} families, {monotonic() - self.began:.0f} s"
        )


def populate(plan: Plan, staff: Staff, show: Callable[[Progress], None]) -> Progress:
    """Write every career of a plan; `show` is called after each batch with how far it has come."""
    progress = Progress(plan)
    for _ in in_bulk.write(progress.counting(careers(plan)), staff, plan.today):
        show(progress)
    progress.told = plan.today
    return progress
