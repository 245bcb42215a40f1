"""Answers to the forms about visits, as a browser sends them."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sightline.foundation.children.models import Person
from tests.builders.visits import seen_at
from tests.builders.workforce import as_builder

WHEN = {
    "visited_on-day": "1", "visited_on-month": "6", "visited_on-year": "2026", "visited_at": "16:10",
    "place": "home", "who_visited": "lead", "kind": "child_protection",
}  # fmt: skip


def ticket(response: Any) -> dict[str, str]:
    """The hidden inputs by which a form knows its draft."""
    text = response.content.decode()
    found = {
        name: re.search(rf'name="{name}" value="([^"]*)"', text) for name in ("draft", "draft_version", "words-rows")
    }
    return {name: match[1] for name, match in found.items() if match}


def visit(**more: Any) -> dict[str, Any]:
    """A visit at which everybody was seen alone."""
    return {
        **WHEN,
        **seen("all", seen="yes", alone="yes", counts_as=["child_protection"]),
        "account-account": "Played football in the yard.",
        **more,
    }


def seen(prefix: object, **answers: Any) -> dict[str, Any]:
    """The answers for all, or for one child."""
    return {f"each-{prefix}-{name}": answer for name, answer in {"safe_tonight": "yes", **answers}.items()}


def not_seen(child: UUID, why: str = "At football") -> dict[str, Any]:
    """The exception for one child."""
    return {"each-different": [str(child)], **seen(child, seen="no", why_not_seen=why)}


def words(child: UUID, text: str, may_know: str = "child") -> dict[str, Any]:
    """What one of several children said."""
    return {"words-0-about": [str(child)], "words-0-text": text, "words-0-may_know": may_know}


def reference(child: UUID) -> int:
    with as_builder():
        return Person.objects.get(pk=child).reference


def record_address(child: UUID, *others: UUID, kind: str = "record") -> str:
    """The form for a visit to these children."""
    query = "&".join(["chosen=1", *(f"also={reference(other)}" for other in others)])
    return f"/visits/children/{child}/{kind}/?{query}"


def page_of(child: UUID, visited: Any, way: str = "") -> str:
    """The page of what a visit was for a child."""
    return f"/visits/children/{child}/{seen_at(child, visited).pk}/{way}"


def text_of(response: Any, status: int = 200) -> str:
    """The page as text, if it was answered so."""
    assert response.status_code == status, response
    return str(response.content.decode())


def sent(client: Any, url: str, answers: Mapping[str, Any]) -> Any:
    """The answer to a form that was opened, filled in and sent."""
    return client.post(url, {**ticket(client.get(url)), **answers})
