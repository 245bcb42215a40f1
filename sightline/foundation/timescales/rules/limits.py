"""Limits that an authority sets for itself, each from a day on: the law's limits may only be made shorter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sightline.foundation.timescales.rules.allowances import Allowance, Unit
from sightline.foundation.timescales.rules.timescale import Tier, Timescale
from sightline.ui.vocabulary import said


class LimitRefused(ValueError):
    """An authority may not set this limit; the sentence says why."""


@dataclass(frozen=True)
class LocalRule:
    """What an authority allows, for clocks that start on a day or after it."""

    timescale: str
    allows: Allowance
    effective_from: date


@dataclass(frozen=True)
class LocalLimits:
    """Every limit an authority has set."""

    rules: tuple[LocalRule, ...] = ()

    def on(self, timescale: str, start: date) -> Allowance | None:
        """The local limit for a clock that starts on a day, if there is one."""
        known = [rule for rule in self.rules if rule.timescale == timescale and rule.effective_from <= start]
        return max(known, key=lambda rule: rule.effective_from).allows if known else None


NO_LOCAL_LIMITS = LocalLimits()
COUNTED_FORWARD = (Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.HOURS, Unit.SCHOOL_DAYS)


def settable_units(timescale: Timescale) -> list[Unit]:
    """What a local limit of this timescale can be counted in; nothing where none can be set.

    Law only as the law counts, and so what is counted back from a day, or from a birth; anything else as people like.
    """
    own = timescale.allows.unit
    if not timescale.allows.has_length:
        return []
    if timescale.tier is Tier.STATUTE or timescale.allows.counts_from_elsewhere or own is Unit.WINDOW:
        return [] if own is Unit.END_OF_TERM else [own]
    national = [] if own in COUNTED_FORWARD or own is Unit.END_OF_TERM else [own]
    return [*national, *COUNTED_FORWARD]


def refuse_local_limit(timescale: Timescale, allows: Allowance, *, why: str, agreed_by: str) -> None:
    """Raise LimitRefused unless the authority may set this limit (timescales, section 0).

    Law: the same unit and not longer. Guidance: longer, or counted otherwise, needs a reason and
    who agreed. Practice: free.
    """
    if not timescale.allows.has_length or not allows.has_length:
        raise LimitRefused(f"“{said(timescale.name)}” has no length that could be set locally.")
    longer = not no_longer(allows, timescale.allows)
    if timescale.tier is Tier.STATUTE and longer:
        raise LimitRefused(
            f"The law allows {timescale.allows} for “{said(timescale.name)}”. "
            "A local limit may only be shorter, counted the same way."
        )
    if timescale.tier is Tier.GUIDANCE and longer and not (why.strip() and agreed_by.strip()):
        raise LimitRefused(
            f"Guidance allows {timescale.allows} for “{said(timescale.name)}”. "
            "A longer limit needs a reason and who agreed to it."
        )


def no_longer(local: Allowance, national: Allowance) -> bool:
    """Whether a limit is counted the same way as another and never ends later."""
    if local.unit is not national.unit or local.opens < national.opens:
        return False
    if local.unit is Unit.WORKING_DAYS_BEFORE:
        return local.number >= national.number
    return local.number <= national.number
