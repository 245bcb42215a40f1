"""What a made-up authority is calibrated with: counts, shares and lengths of one scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sightline.demo.tables import rows

COLUMNS = {"letter": "letter_scenario", "control": "sunderland_now"}
SCENARIOS = tuple(COLUMNS)


@dataclass(frozen=True)
class Parameters:
    """The values of one scenario, by the names they have in careers.csv."""

    scenario: str
    values: Mapping[str, float]

    def __call__(self, name: str) -> float:
        """One value; raises KeyError for a name that is not in the table."""
        return self.values[name]

    def shares(self, prefix: str) -> dict[str, float]:
        """Every value whose name begins so, by the rest of its name."""
        return {name.removeprefix(prefix): value for name, value in self.values.items() if name.startswith(prefix)}


@cache
def parameters(scenario: str) -> Parameters:
    """The parameters of a scenario: letter or control."""
    column = COLUMNS[scenario]
    return Parameters(scenario, {row["parameter"]: float(row[column]) for row in rows("careers")})
