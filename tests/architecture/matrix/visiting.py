"""Going to a route as somebody, and what came back: the outcome, the tokens on the page, and what the read log says."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse

from tests.architecture.matrix.cells import TOKEN, Cell
from tests.architecture.matrix.world import World

CHANGING = re.compile(rb"nonce-[^'\"; ]+|nonce=\"[^\"]+\"|name=\"csrfmiddlewaretoken\" value=\"[^\"]+\"")
OF_THE_TEST = ("SET ROLE", "SELECT current_user")  # a client here shares its connection with the test
DONE = (200, 301, 302, 400, 405, 409, 422)


@dataclass
class Visit:
    """One response."""

    status: int
    outcome: str
    tokens: set[str]
    logged: set[UUID]
    body: bytes
    headers: dict[str, str]

    def same_as(self, other: "Visit") -> bool:
        """Whether nobody could tell the two answers apart."""
        return (self.status, self.body, self.headers) == (other.status, other.body, other.headers)


def address(route: str, cell: Cell, parameters: str) -> str:
    """The address of a route for a child; `parameters` reads like `child_id person_id=adult fact_id=outcome`."""
    facts = {"child_id": cell.child, "person_id": cell.child, "child": cell.child, **cell.facts}
    return reverse(route, kwargs={name: facts[fact] for name, fact in named(parameters)})


def named(parameters: str) -> list[tuple[str, str]]:
    """Pairs of parameter and fact."""
    return [(name, fact or name) for name, _, fact in (each.partition("=") for each in parameters.split())]


def visit(client: Any, url: str, method: str = "get", data: Any = None) -> Visit:
    """Ask for a page, following nothing."""
    before = newest_read()
    response = getattr(client, method)(url, data)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    said = body.decode("utf-8", "replace") + " ".join(f"{name}: {value}" for name, value in response.items())
    return Visit(
        status=response.status_code,
        outcome=outcome_of(response),
        tokens={found.group() for found in TOKEN.finditer(said)},
        logged=read_since(before),
        body=CHANGING.sub(b"", body),
        headers={
            name: CHANGING.sub(b"", value.encode()).decode() for name, value in response.items() if name != "Date"
        },
    )


def outcome_of(response: Any) -> str:
    """What a response says about the record that was asked for."""
    goes_to = response.headers.get("Location", "")
    if response.status_code == 404:
        return "not_found"
    if response.status_code == 302 and goes_to.startswith("/access/look/"):
        return "reason"
    if response.status_code == 302 and goes_to.startswith("/sign-in/"):
        return "sign_in"
    return "allow" if response.status_code in DONE else str(response.status_code)


def newest_read() -> int:
    """The number of the newest entry in the read log."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM audit_trail_readevent")
        return int(cursor.fetchone()[0])


def newest_entry() -> int:
    """The number of the newest entry of the audit: what has been done, and not only read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM audit_trail_auditentry")
        return int(cursor.fetchone()[0])


def read_since(number: int) -> set[UUID]:
    """Everybody whose record was opened, or who was shown in a list, since then."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT opened, shown FROM audit_trail_readevent WHERE id > %s", [number])
        return {person for opened, shown in cursor.fetchall() for person in [opened, *shown] if person}


def leaks(seen: Visit, world: World, role: str, allowed: set[UUID]) -> list[str]:
    """Tokens on a page that should not be there.

    Nothing of a child behind a wall; nothing that is not in the read log of this very response; of others than the
    `allowed` only the names.
    """
    return [f"{token} {wrong}" for token in sorted(seen.tokens) if (wrong := fault(token, seen, world, role, allowed))]


def fault(token: str, seen: Visit, world: World, role: str, allowed: set[UUID]) -> str:
    """What is wrong with one token on a page; nothing if it may stand there."""
    cell = world.numbered[int(token[2:7])]
    about = cell.facts["adult"] if token.startswith("QA") else cell.child
    if cell.role == role and cell.state in ("excluded", "sealed", "restricted_not_named"):
        return f"of a child behind a wall ({cell.state})"
    if about not in seen.logged:
        return "shown and not in the read log"
    if cell.child not in allowed and not token.startswith("QN"):
        return "of another child, and not their name"
    return ""
