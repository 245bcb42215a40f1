"""A timescale: what law, guidance or practice allows for something, from when on, and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sightline.foundation.timescales.rules.alerts import AlertClass
from sightline.foundation.timescales.rules.allowances import Allowance


class Tier(StrEnum):
    """What stands behind a limit (timescales, section 0)."""

    STATUTE = "L"
    GUIDANCE = "G"
    PRACTICE = "P"

    @property
    def label(self) -> str:
        """As people say it."""
        return {"L": "Law", "G": "Statutory guidance", "P": "Local practice"}[self.value]


class Check(StrEnum):
    """How the limit was checked."""

    VERIFIED = "V1"
    VERIFIED_SECONDARY = "V2"
    UNVERIFIED = "U"

    @property
    def label(self) -> str:
        """As people say it."""
        return {"V1": "Checked in the text itself", "V2": "Checked in a secondary source", "U": "Not checked"}[
            self.value
        ]


class Confidence(StrEnum):
    """How likely the limit is right today."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


STATUTE, GUIDANCE, PRACTICE = Tier.STATUTE, Tier.GUIDANCE, Tier.PRACTICE
VERIFIED, VERIFIED_SECONDARY, UNVERIFIED = Check.VERIFIED, Check.VERIFIED_SECONDARY, Check.UNVERIFIED


def evidence(marks: str) -> dict[str, Any]:
    """Tier, check mark and confidence of a timescale, as the catalogue writes them together: "G/V2/H"."""
    tier, check, confidence = marks.split("/")
    return {"tier": Tier(tier), "check": Check(check), "confidence": Confidence(confidence)}


@dataclass(frozen=True, kw_only=True)
class Timescale:
    """One limit, as it stands from a day on."""

    id: str
    name: str  # with {terms} of the vocabulary
    allows: Allowance
    starts: str  # with {terms} too, as what it stops with
    tier: Tier
    source: str
    stops: str = ""
    check: Check = UNVERIFIED
    confidence: Confidence = Confidence.MEDIUM
    alert: AlertClass = AlertClass.W10
    repeats: str = ""
    applies: str = ""
    unsure: str = ""  # what of it is not checked, although the rest is
    effective_from: date = date(1990, 1, 1)

    @property
    def version(self) -> str:
        """The label that a clock keeps of the rule it was counted with."""
        return f"{self.effective_from.isoformat()} {self.allows}"

    def on(self, start: date) -> Timescale:
        """The rule for a clock that starts on a day: a single rule is the same on every day."""
        return self


@dataclass(frozen=True)
class Versions:
    """The rules for one thing, one after another; a clock is counted with the rule in force when it started."""

    rules: tuple[Timescale, ...]

    def __init__(self, *rules: Timescale) -> None:
        if not rules or len({rule.id for rule in rules}) != 1:
            raise ValueError("Versions of a timescale share one id.")
        if len({rule.effective_from for rule in rules}) != len(rules):
            raise ValueError("Two versions of a timescale cannot take effect on the same day.")
        object.__setattr__(self, "rules", tuple(sorted(rules, key=lambda rule: rule.effective_from)))

    @property
    def id(self) -> str:
        """The id that all the versions share."""
        return self.rules[0].id

    @property
    def latest(self) -> Timescale:
        """The newest version."""
        return self.rules[-1]

    def on(self, start: date) -> Timescale:
        """The rule in force on a day; the oldest one we know for a day before it."""
        known = [rule for rule in self.rules if rule.effective_from <= start]
        return known[-1] if known else self.rules[0]
