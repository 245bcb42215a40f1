"""Answers to the forms about case notes, as a browser sends them."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tests.builders.notes import noted_in
from tests.foundation.visits.pages import reference, text_of

__all__ = ["NOTE", "opened", "page_of", "record_address", "sent", "text_of"]

NOTE = {
    "happened_on-day": "1", "happened_on-month": "6", "happened_on-year": "2026", "happened_at": "", "kind": "call",
    "with_whom": "Jo Carr, school", "account": "Late three times.",
}  # fmt: skip
HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?')


def opened(response: Any) -> dict[str, str]:
    """The hidden inputs of a page with a form."""
    return {name: value for name, value in HIDDEN.findall(response.content.decode()) if name != "csrfmiddlewaretoken"}


def record_address(child: UUID, *others: UUID) -> str:
    """The form for a note about these children."""
    query = "&".join(["chosen=1", *(f"also={reference(other)}" for other in others)])
    return f"/notes/children/{child}/record/?{query}"


def page_of(child: UUID, written: Any, way: str = "") -> str:
    """The page of what a note says about a child."""
    return f"/notes/children/{child}/{noted_in(child, written).pk}/{way}"


def sent(client: Any, url: str, answers: Mapping[str, Any]) -> Any:
    """The answer to a form that was opened, filled in and sent."""
    return client.post(url, {**opened(client.get(url)), **answers})
