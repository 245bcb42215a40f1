"""What every action of care asks before it records anything."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.ages import age_on
from sightline.foundation.calendar.words import format_date
from sightline.foundation.door import Refusal
from sightline.foundation.standing import NotNow
from sightline.practice.care.models import PeriodOfCare
from sightline.practice.care.queries import standing


class NotInCare(Refusal):
    """The child was not in care on that day."""

    def __init__(self, on: date) -> None:
        super().__init__(f"The child was not in care on {format_date(on)}.")


def in_care_on(child: UUID, on: date) -> PeriodOfCare:
    """The period of care that a day belongs to; raises NotInCare."""
    period = standing.period_on(child, on)
    if period is None:
        raise NotInCare(on)
    return period


def refuse_before(spell: Any, on: date, *, what: str) -> None:
    """Raise where something would end or change before it began."""
    if on < spell.began:
        raise NotNow(f"{what} began on {format_date(spell.began)}: it cannot end before that.")


def refuse_same_day(spell: Any, on: date, *, what: str) -> None:
    """Raise where something would give way on the day it began: then what was recorded is wrong."""
    refuse_before(spell, on, what=what)
    if on == spell.began:
        raise NotNow(f"{what} began on that very day: it can give way from the day after.")


def age_of(child: UUID, on: date) -> int | None:
    """The child's age on a day, if it is known; raises NotNow for a day before the birth."""
    born = standing.birth_of(child)
    if born is None:
        return None
    if on < born:
        raise NotNow("The child was not born by that day.")
    return age_on(born, on)
