"""What ends every clock of a child at once: a death, growing up, the end of the work (timescales, section 2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from sightline.foundation.area import Reads
from sightline.foundation.calendar.ages import birthday_for_entitlement
from sightline.foundation.calendar.calendar_days import months_after
from sightline.foundation.calendar.instants import day_of
from sightline.foundation.children.models import Person
from sightline.foundation.many_rows import Keys
from sightline.foundation.timescales.models import ClockRow
from sightline.foundation.timescales.rules import AlertClass, Clock, Ending, Tier
from sightline.foundation.workforce.models import Closure

DIED, NOT_BORN, GROWN_UP, CLOSED = "The child died", "The pregnancy ended", "Turned 18", "The work was closed"
GROWN_UP_AT = 18
HORIZON = 24  # months from its start beyond which a birthday does not yet end a clock
READS = (Person, Closure)  # when one of these is written, every clock that the child has is counted again


@dataclass(frozen=True)
class Life:
    """The days of one person's life on which clocks end."""

    born: date | None = None
    died: date | None = None
    closed: tuple[date, ...] = ()

    def endings(self, clock: Clock, start: date, *, goes_on: bool) -> Iterable[Ending]:
        """Everything that ends a clock which started on a day; one that goes on after childhood only a death."""
        if self.died is not None:
            yield Ending(DIED if self.born else NOT_BORN, on=self.died)
        if goes_on:
            return
        grown_up = birthday_for_entitlement(self.born, GROWN_UP_AT) if self.born else date.max
        if grown_up <= months_after(start, HORIZON):
            yield Ending(GROWN_UP, on=grown_up)
        if can_be_closed(clock):
            yield from (Ending(CLOSED, on=day) for day in self.closed if start < day)


def can_be_closed(clock: Clock) -> bool:
    """Whether closing the work ends a clock: no limit of the law, no order that lapses, nothing that still lasts."""
    lasts = getattr(clock.anchor, "ended", "") is None
    return clock.rule.tier is not Tier.STATUTE and clock.rule.alert is not AlertClass.EXP and not lasts


def lives_of(children: Iterable[UUID]) -> dict[UUID, Life]:
    """What is known of these lives, by child; one query."""
    days = Closure.objects.current().filter(child=OuterRef("pk")).order_by("happened").values("happened")
    rows = Person.objects.filter(pk__among=Keys(children)).annotate(closed=ArraySubquery(days))
    found = rows.values_list("pk", "birth_date", "died_on", "closed")
    return {person: Life(born, died, tuple(closed)) for person, born, died, closed in found}


def others(children: Iterable[UUID], readers: Iterable[Reads], every: Iterable[Reads]) -> list[Reads]:
    """The other clock functions that gave these children clocks: a death or a birthday may end those; one query."""
    gave = ClockRow.objects.about(children).order_by().values_list("read_by", flat=True).distinct()
    asked = set(gave) - {name_of(each) for each in readers}
    return [each for each in every if name_of(each) in asked]


def name_of(reads: Reads) -> str:
    """What a clock function is called in the projection."""
    return f"{reads.clocks.__module__}.{reads.clocks.__qualname__}"


def within_life(clock: Clock, life: Life | None, *, goes_on: bool) -> Clock:
    """The clock, ended where a life or the work ended before what was due was done."""
    if life is None or clock.start is None:
        return clock
    found = [each for each in life.endings(clock, day_of(clock.start), goes_on=goes_on) if each.on is not None]
    ending = min(found, key=lambda each: each.on or date.max, default=None)
    if ending is None or ending.on is None or is_settled_by(clock, ending.on):
        return clock
    return replace(clock, ended=ending)


def is_settled_by(clock: Clock, day: date) -> bool:
    """Whether a clock was met up to a day, or ended then or before it."""
    if clock.stop is not None and day_of(clock.stop) <= day:
        return True
    return clock.ended is not None and (clock.ended.on is None or clock.ended.on <= day)
