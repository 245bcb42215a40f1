"""How large a made-up authority is: a team's worth for a first look, or a whole one over ten years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sightline.demo.careers.authority import Plan


@dataclass(frozen=True)
class Size:
    """Over how many years, which part of an authority of the parameters' size, and who is employed besides."""

    years: float
    part: float
    further_teams: Mapping[str, int] = field(default_factory=dict)  # by kind of team
    hands: int = 1  # processes that write it

    def plan(self, scenario: str, today: date) -> Plan:
        """The careers of an authority of this size."""
        return Plan(scenario, today, years=self.years, part=self.part)


SIZES = {
    "small": Size(years=3.0, part=0.02),
    "authority": Size(
        years=10.0,
        part=1.0,
        hands=2,
        further_teams={"assessment": 4, "protection": 11, "care": 4, "leaving": 2, "reviewing": 1},
    ),
}
