"""The clock of a plan in need, which coming into care ends: no earlier area can read periods of care."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sightline.foundation.calendar.instants import day_of
from sightline.foundation.timescales.rules import Clock, Ending
from sightline.practice.care.queries.times import longer_than_breaks
from sightline.practice.care.rules.time_in_care import TimeInCare
from sightline.practice.child_protection.queries import first_meetings_asked

IN_CARE = "The child came into care"


def first_meeting_clocks(children: Iterable[UUID]) -> list[Clock]:
    """After an assessment that found need, or a protection plan that a conference ended, the plan in need is agreed.

    Nobody asks for one about a child in care, short breaks apart; one not agreed by then is not asked for any more.
    """
    people = list(children)
    cared_for = longer_than_breaks(people)
    asked = [(each, day_of(each.start)) for each in first_meetings_asked(people) if each.start]
    return [
        ended_by_care(clock, start, [care for care in cared_for if care.child == clock.child])
        for clock, start in asked
        if not any(care.child == clock.child and is_in_care_on(start, care) for care in cared_for)
    ]


def is_in_care_on(day: date, care: TimeInCare) -> bool:
    """Whether a period of care had begun by a day and lasted longer."""
    return care.began <= day and (care.ended is None or care.ended > day)


def ended_by_care(clock: Clock, start: date, cared_for: Iterable[TimeInCare]) -> Clock:
    """The clock, ended where the child came into care before a plan was agreed or anything else ended it."""
    came = min((care.began for care in cared_for if care.began > start), default=None)
    settled = clock.stop or (clock.ended.on if clock.ended else None)
    if came is None or (settled and day_of(settled) <= came):
        return clock
    return replace(clock, ended=Ending(IN_CARE, on=came))
