"""What the rules need to know of a period of care: from when to when, where the child lived, by what right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Protocol
from uuid import UUID

from sightline.foundation.calendar.ages import birthday_for_deadlines, birthday_for_entitlement
from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.timescales.rules import Ending
from sightline.practice.care.rules.choices import FOR_ADOPTION, PASSING, SHORT_BREAKS

LEFT_CARE, HAS_DIED, GROWN_UP, MOVED = "Left care", "The child died", "Turned 18", "Moved to another home"
GROWN_UP_AT = 18
LONGEST_INTERVAL = 24  # months; no clock of care runs longer before it is late
FOREVER = date.max


class Lasting(Protocol):
    """Something with a key that lasts from a day to a day."""

    @property
    def pk(self) -> Any: ...
    @property
    def began(self) -> date: ...
    @property
    def ended(self) -> date | None: ...


class LivedIn(Lasting, Protocol):
    """A home as the rules see it."""

    @property
    def placement_type(self) -> str: ...
    @property
    def same_carer(self) -> bool | None: ...
    @property
    def postcode(self) -> str: ...
    @property
    def emergency(self) -> bool | None: ...


class Status(Lasting, Protocol):
    """A legal status as the rules see it."""

    @property
    def code(self) -> str: ...


def lasts_on(spell: Lasting, day: date) -> bool:
    """Whether a spell lasts on a day; the day on which it ends belongs to the next."""
    return spell.began <= day and (spell.ended is None or day < spell.ended)


def shares_days(spell: Lasting, began: date, ended: date | None) -> bool:
    """Whether a spell and a time share a day, or begin on the same day."""
    until = spell.ended or FOREVER
    return spell.began == began or (spell.began < (ended or FOREVER) and began < until)


@dataclass(frozen=True)
class Stay:
    """A child's time in one home: with the same carers, whatever passing absence lay in between."""

    homes: tuple[LivedIn, ...]

    @property
    def first(self) -> LivedIn:
        """The home as the child moved in."""
        return self.homes[0]

    @property
    def began(self) -> date:
        """The day the child moved in."""
        return self.first.began

    @property
    def ended(self) -> date | None:
        """The day the child moved out."""
        return self.homes[-1].ended

    def home_on(self, day: date) -> LivedIn:
        """The home as it was on a day; a passing absence counts as the home from before."""
        lived = [home for home in self.homes if home.began <= day and home.placement_type not in PASSING]
        return lived[-1] if lived else self.first


def stays(homes: Iterable[LivedIn]) -> list[Stay]:
    """The homes of a child as stays: a move begins a new one, a passing absence or a change of papers does not."""
    found: list[list[LivedIn]] = []
    for home in sorted(homes, key=lambda one: (one.began, one.ended or FOREVER)):
        if found and is_same_home(found[-1], home):
            found[-1].append(home)
        else:
            found.append([home])
    return [Stay(tuple(run)) for run in found]


def is_same_home(lived: Sequence[LivedIn], home: LivedIn) -> bool:
    """Whether a child who lived in these homes, one after another, has not moved with this one."""
    if home.same_carer or home.placement_type in PASSING:
        return True
    settled = [each for each in lived if each.placement_type not in PASSING]
    came_back = lived[-1].placement_type in PASSING and bool(settled)
    return came_back and (settled[-1].placement_type, settled[-1].postcode) == (home.placement_type, home.postcode)


@dataclass(frozen=True)
class TimeInCare:
    """One period of care of one child, with the homes and legal statuses in it."""

    child: UUID
    period: Lasting
    homes: tuple[LivedIn, ...] = ()
    statuses: tuple[Status, ...] = ()
    born: date | None = None
    died: date | None = None
    reason_ceased: str = ""

    @property
    def began(self) -> date:
        """The day the child came into care."""
        return self.period.began

    @cached_property
    def ending(self) -> Ending | None:
        """Why and when it is over: the child left, died or turned 18, whichever came first."""
        possible = [
            (self.period.ended, LEFT_CARE),
            (self.died, HAS_DIED),
            (self.birthday(GROWN_UP_AT), GROWN_UP),
        ]
        known = [(on, why) for on, why in possible if on is not None]
        on, why = min(known, default=(None, ""))
        return Ending(why, on=on) if on else None

    @property
    def ended(self) -> date | None:
        """The day it is over."""
        return self.ending.on if self.ending else None

    def ending_of(self, start: date) -> Ending | None:
        """What ends a clock that started on a day, if care is not sure to outlast it: a clock that only the 18th
        birthday will end, years from now, is an open clock."""
        ending = self.ending
        if ending is None or ending.on is None:
            return None
        far = ending.reason == GROWN_UP and ending.on > months_after(start, LONGEST_INTERVAL)
        return None if far else ending

    @cached_property
    def is_short_breaks(self) -> bool:
        """Whether it is one of a series of short breaks, for which only their own rows apply."""
        return bool(self.statuses) and all(status.code in SHORT_BREAKS for status in self.statuses)

    @cached_property
    def stays(self) -> list[Stay]:
        """Where the child lived, one home after another."""
        return stays(self.homes)

    @property
    def first_home(self) -> LivedIn | None:
        """Where the child lived first."""
        return min(self.homes, key=lambda home: home.began, default=None)

    def status_on(self, day: date) -> str:
        """The legal status on a day, or the newest one from before it; nothing if none is known."""
        known = [status for status in self.statuses if status.began <= day]
        return max(known, key=lambda status: status.began).code if known else ""

    def covers(self, day: date) -> bool:
        """Whether the child was in care on a day; the day of leaving counts."""
        return self.began <= day <= (self.ended or FOREVER)

    def birthday(self, age: int) -> date | None:
        """The day on which the child reaches an age, to which deadlines work."""
        return birthday_for_deadlines(self.born, age) if self.born else None

    def is_aged(self, youngest: int, oldest: int, on: date) -> bool:
        """Whether the child's age on a day lies between two, both included; false while no date of birth is known."""
        if self.born is None:
            return False
        from_day = birthday_for_entitlement(self.born, youngest)
        return from_day <= on < birthday_for_entitlement(self.born, oldest + 1)

    def for_adoption(self) -> list[Stay]:
        """The stays in homes in which the child was placed for adoption."""
        return [stay for stay in self.stays if stay.first.placement_type in FOR_ADOPTION]


def merged_days(times: Iterable[tuple[date, date]]) -> int:
    """How many days lie in any of these times, first and last day included; a day in two of them counts once."""
    total, counted_until = 0, date.min
    for first, last in sorted(times):
        start = max(first, counted_until + timedelta(days=1)) if counted_until != date.min else first
        if last >= start:
            total += (last - start).days + 1
            counted_until = last
    return total
