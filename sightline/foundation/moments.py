"""The columns that say when something happened or began, as exactly as it is known."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sightline.foundation.facts import Precision


def when_happened(on: date, at: datetime | None = None) -> dict[str, Any]:
    """The columns of an event or an occasion: the day, and the moment where the time is known."""
    return {"happened": on, "happened_at": at, "happened_precision": precision(at)}


def when_began(on: date, at: datetime | None = None) -> dict[str, Any]:
    """The columns of the beginning of a spell: the day, and the moment where the time is known."""
    return {"began": on, "began_at": at, "began_precision": precision(at)}


def precision(at: datetime | None) -> Precision:
    """How exactly a day is known, by whether its time is."""
    return Precision.INSTANT if at else Precision.DAY
