"""What people decided should happen, read from the tables they own; nothing here asks the product."""

import csv
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
RELATIONSHIPS = (
    "allocated", "co_worker", "manager_line", "same_team", "other_team", "former_worker",
    "chair", "duty_on_shift", "audit_sample", "inspection_sample", "asked", "sibling_only", "none",
)  # fmt: skip
STATES = (
    "open", "unborn", "closed", "restricted_named", "restricted_not_named", "glass_broken", "excluded", "sealed",
)  # fmt: skip
Row = dict[str, str]


@cache
def rules() -> list[Row]:
    """The rows of expected.csv, in order: the first that fits decides."""
    with (HERE / "expected.csv").open(newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def route_table() -> dict[str, Row]:
    """The rows of routes.csv by route name."""
    with (HERE / "routes.csv").open(newline="") as lines:
        return {row["route"]: row for row in csv.DictReader(lines)}


def record_routes() -> list[Row]:
    """The routes that open a child's record."""
    return [row for row in route_table().values() if row["kind"] == "record"]


def own_routes() -> list[Row]:
    """The routes of practitioners that need nothing in their address."""
    return [row for row in route_table().values() if row["kind"] == "practitioner" and not row["parameters"]]


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


def expected_of(row: Row, role: str, relationship: str, state: str) -> str:
    """allow, reason or not_found, for one route that opens a record; some of them exist only for some states."""
    outcome = expected(role, relationship, state, row["permission"])
    there = not row["only_when"] or state in row["only_when"].split()
    return outcome if there or outcome == "reason" else "not_found"
