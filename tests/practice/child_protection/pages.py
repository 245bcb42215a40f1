"""Answers to the forms of child protection, as a browser sends them."""

import re
from typing import Any
from uuid import UUID

from tests.builders.child_protection import decision_for

HELD = {"held_on-day": "1", "held_on-month": "6", "held_on-year": "2026", "held_at": "14:30", "held_by": "video"}


def ticket(response: Any) -> dict[str, str]:
    """The hidden inputs by which a form knows its draft."""
    text = response.content.decode()
    found = {}
    for name in ("draft", "draft_version", "passages-rows"):
        if match := re.search(rf'name="{name}" value="([^"]*)"', text):
            found[name] = match[1]
    return found


def discussion(*, decision: str = "begin_enquiries", **more: Any) -> dict[str, Any]:
    """A discussion with police and health, and the same decision for all."""
    return {
        **HELD,
        "agencies": ["social_care", "police", "health"],
        "police-who": "DS Carr",
        "police-scale": "3",
        "decided-all-decision": decision,
        "decided-all-reasons": "Unexplained bruises seen by the school nurse.",
        **more,
    }


def different_for(child: UUID, decision: str, reasons: str = "Not at home that weekend.") -> dict[str, Any]:
    """The exception for one child."""
    return {
        "decided-different": [str(child)],
        f"decided-{child}-decision": decision,
        f"decided-{child}-reasons": reasons,
    }


def outcome_address(child: UUID, held: Any) -> str:
    """The page of what was decided for a child at a discussion."""
    return f"/child-protection/children/{child}/strategy-discussions/{decision_for(child, held).pk}/"


def text_of(response: Any, status: int = 200) -> str:
    """The page as text, if it was answered so."""
    assert response.status_code == status, response
    return str(response.content.decode())
