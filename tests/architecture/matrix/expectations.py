"""What people decided should happen, read from the tables they own; nothing here asks the product."""

import csv
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
RELATIONSHIPS = (
    "allocated", "co_worker", "manager_line", "same_team", "other_team", "former_worker",
    "chair", "duty_on_shift", "audit_sample", "inspection_sample", "sibling_only", "none",
)  # fmt: skip
STATES = (
    "open", "unborn", "closed", "restricted_named", "restricted_not_named", "glass_broken", "excluded", "sealed",
)  # fmt: skip


@cache
def rules() -> list[dict[str, str]]:
    """The rows of expected.csv, in order: the first that fits decides."""
    with (HERE / "expected.csv").open(newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def route_table() -> dict[str, dict[str, str]]:
    """The rows of routes.csv by route name."""
    with (HERE / "routes.csv").open(newline="") as lines:
        return {row["route"]: row for row in csv.DictReader(lines)}


@cache
def permitted() -> set[tuple[str, str]]:
    """Pairs of role and permission that the table of roles says yes to."""
    table = HERE.parents[2] / "sightline/foundation/access/permissions.csv"
    with table.open(newline="") as lines:
        return {
            (role, row["permission"])
            for row in csv.DictReader(lines)
            for role, answer in row.items()
            if answer == "yes"
        }


def expected(role: str, relationship: str, state: str, permission: str) -> str:
    """allow, reason or not_found, for one cell."""
    if (role, permission) not in permitted():
        return "not_found"
    asked = {"role": role, "relationship": relationship, "state": state}
    return next(rule["outcome"] for rule in rules() if all(rule[name] in ("*", value) for name, value in asked.items()))
