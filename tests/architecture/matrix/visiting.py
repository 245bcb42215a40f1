"""Going to a route as somebody, and what came back: the outcome, the tokens on the page, and what the read log says."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse

from tests.architecture.matrix.world import Cell, World

TOKEN = re.compile(r"QX\d{5}XQ")
NONCE = re.compile(rb"nonce-[^'\"; ]+|nonce=\"[^\"]+\"")


@dataclass
class Visit:
    """One response."""

    outcome: str
    tokens: set[str]
    logged: set[UUID]
    body: bytes
    headers: dict[str, str]


def address(route: str, cell: Cell, parameters: str) -> str:
    """The address of a route for a child; `parameters` reads like `child_id fact_id=outcome`."""
    keys = {"child_id": cell.child, "person_id": cell.child}
    return reverse(route, kwargs={name: keys.get(name) or cell.facts[fact] for name, fact in named(parameters)})


def named(parameters: str) -> list[tuple[str, str]]:
    """Pairs of parameter and fact."""
    return [(name, fact or name) for name, _, fact in (each.partition("=") for each in parameters.split())]


def visit(client: Any, url: str, method: str = "get") -> Visit:
    """Ask for a page, following nothing."""
    before = newest_read()
    response = getattr(client, method)(url)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return Visit(
        outcome=outcome_of(response),
        tokens=set(TOKEN.findall(body.decode("utf-8", "replace"))),
        logged=read_since(before),
        body=NONCE.sub(b"", body),
        headers={name: NONCE.sub(b"", value.encode()).decode() for name, value in response.items() if name != "Date"},
    )


def outcome_of(response: Any) -> str:
    """What a response says about the record that was asked for."""
    goes_to = response.headers.get("Location", "")
    if response.status_code == 404:
        return "not_found"
    if response.status_code in (301, 302) and "/look/" in goes_to:
        return "reason"
    if response.status_code in (301, 302) and "/sign-in/" in goes_to:
        return "sign_in"
    return "allow" if response.status_code in (200, 302, 400, 405, 409, 422) else str(response.status_code)


def newest_read() -> int:
    """The number of the newest entry in the read log."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM audit_trail_readevent")
        return int(cursor.fetchone()[0])


def read_since(number: int) -> set[UUID]:
    """Everybody whose record was opened, or who was shown in a list, since then."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT opened, shown FROM audit_trail_readevent WHERE id > %s", [number])
        return {person for opened, shown in cursor.fetchall() for person in [opened, *shown] if person}


def leaks(seen: Visit, world: World, role: str, allowed: set[UUID]) -> list[str]:
    """Tokens on a page that should not be there: of children behind a wall or not in the read log of this response."""
    wrong = []
    for token in sorted(seen.tokens):
        cell = world.by_token()[token]
        if cell.state in ("excluded", "sealed", "restricted_not_named") and cell.role == role:
            wrong.append(f"{token} of a child behind a wall ({cell.state})")
        elif cell.child not in seen.logged:
            wrong.append(f"{token} shown and not in the read log")
        elif allowed and cell.child not in allowed:
            wrong.append(f"{token} of another child")
    return wrong
