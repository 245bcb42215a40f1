"""Young people with their time in care and what follows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sightline.foundation.calendar.ages import birthday_for_deadlines
from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.timescales.rules import Ending
from sightline.practice.care.queries import times_in_care
from sightline.practice.care.rules.choices import DIED, TRANSFERRED
from sightline.practice.care.rules.time_in_care import HAS_DIED, TimeInCare
from sightline.practice.leaving_care.rules.entitlement import became_eligible, left_care

HORIZON = 24  # months ahead beyond which a birthday does not yet end a clock


@dataclass(frozen=True)
class YoungPerson:
    """Somebody who is or was entitled to support after care, by the days they were in care."""

    child: UUID
    born: date
    eligible_from: date
    times: tuple[TimeInCare, ...]

    @property
    def last_period(self) -> TimeInCare:
        """The last time in care."""
        return max(self.times, key=lambda care: care.began)

    @property
    def left_on(self) -> date | None:
        """The day of leaving care for good; None while in care before 18."""
        return left_care(self.times, self.born)

    @property
    def died_on(self) -> date | None:
        """The day of death, as the person's record or the end of care says it."""
        died_in_care = self.last_period.period.ended if self.last_period.reason_ceased == DIED else None
        return self.last_period.died or died_in_care

    @property
    def transferred_on(self) -> date | None:
        """The day on which another authority took over."""
        return self.last_period.period.ended if self.last_period.reason_ceased == TRANSFERRED else None

    def birthday(self, age: int) -> date:
        """The day on which an age is reached, to which deadlines work."""
        return birthday_for_deadlines(self.born, age)

    def in_care_on(self, day: date) -> bool:
        """Whether the young person was looked after on a day, at its start."""
        return any(care.began < day <= (care.period.ended or date.max) for care in self.times)

    def over(self, start: date, age: int, reason: str) -> Ending | None:
        """What ends a clock that started on a day: death, transfer, or an age that is not years away."""
        birthday = self.birthday(age)
        known = [(self.died_on, HAS_DIED), (self.transferred_on, "Another authority took over")]
        if birthday <= months_after(start, HORIZON):
            known.append((birthday, reason))
        on, why = min(((on, why) for on, why in known if on is not None), default=(None, ""))
        return Ending(why, on=on) if on else None


def young_people(children: Iterable[UUID]) -> list[YoungPerson]:
    """Those of these children who became eligible by their days in care; short breaks do not count (reg 48)."""
    by_child: dict[UUID, list[TimeInCare]] = defaultdict(list)
    for care in times_in_care(children):
        if not care.is_short_breaks:
            by_child[care.child].append(care)
    found = []
    for child, times in by_child.items():
        born = times[0].born
        eligible = became_eligible(born, times) if born else None
        if born and eligible:
            found.append(YoungPerson(child, born, eligible, tuple(times)))
    return found
