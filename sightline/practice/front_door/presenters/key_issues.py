"""The key issues of a contact, as whoever signs a decision about it reads them before anything else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sightline.practice.front_door import queries
from sightline.practice.front_door.rules import Issue, SafeNow


def key_issues(decisions: Sequence[Any]) -> dict[UUID, list[tuple[str, str]]]:
    """By decision: what it is about, whether the child was safe, and what was said, in the order of the key issues."""
    order = [each.value for each in Issue]
    found: dict[UUID, list[tuple[str, str]]] = {}
    for decision, (contact, passages) in queries.came_with(decisions).items():
        said = sorted(passages, key=lambda each: (order.index(each.place), each.position))
        safe = contact.received.safe_now if contact.received else ""
        lines = [
            ("What it is about", contact.what_about),
            ("Safe when it came", SafeNow(safe).label if safe else ""),
            *((str(Issue(each.place).label), each.text) for each in said),
        ]
        found[decision] = [(heading, words) for heading, words in lines if words]
    return found
