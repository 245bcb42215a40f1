"""Clocks for the specification: one line each, about a child and a fact that exist only here."""

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.timescales.rules import (
    GUIDANCE,
    AlertClass,
    Allowance,
    Clock,
    Tier,
    Timescale,
)

CHILD = UUID(int=1)
FACT = ("child_protection.Section47Enquiry", UUID(int=2))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def timescale(
    allows: Allowance,
    alert: AlertClass = AlertClass.W10,
    tier: Tier = GUIDANCE,
    effective_from: date = date(2018, 7, 4),
) -> Timescale:
    return Timescale(
        id="example",
        name="An example",
        allows=allows,
        alert=alert,
        tier=tier,
        starts="the day it starts",
        source="the specification",
        effective_from=effective_from,
    )


def clock(
    limit: Allowance, start: Any, alert: AlertClass = AlertClass.W10, tier: Tier = GUIDANCE, **more: Any
) -> Clock:
    return Clock(timescale(limit, alert, tier), child=CHILD, anchor=FACT, start=start, **more)
