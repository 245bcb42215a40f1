"""Clocks that begin with each new home, and with approvals that do not last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.timescales.rules import Clock, Ending
from sightline.practice.care.models import DeprivationOfLiberty, Home, HomeArrangement, HomeStep
from sightline.practice.care.queries.times import longer_than_breaks, standing
from sightline.practice.care.rules import Arrangement, Step, timescales
from sightline.practice.care.rules.choices import PASSING
from sightline.practice.care.rules.time_in_care import MOVED, Stay, TimeInCare

STEPS = (
    (timescales.PLACEMENT_PLAN, Step.PLAN),
    (timescales.PLACEMENT_NOTIFY, Step.NOTICE),
    (timescales.PLACEMENT_MEETING, Step.MEETING),
)


def new_home_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For each home a child moved into: the plan, the written notice and the meeting."""
    people = list(children)
    done = {(step.home_id, step.step): step for each in standing(HomeStep, people).values() for step in each}
    return [
        Clock(
            timescale,
            child=care.child,
            anchor=(Home._meta.label, stay.first.pk),
            start=stay.first.began,
            stop=when(done.get((stay.first.pk, step.value))),
            ended=end_of_stay(stay, care),
        )
        for care in longer_than_breaks(people)
        for stay in care.stays
        if stay.first.placement_type not in PASSING
        for timescale, step in STEPS
    ]


def when(fact: Any) -> Any:
    """The moment of a fact where it is known, else its day."""
    return fact and (fact.happened_at or fact.happened)


def end_of_stay(stay: Stay, care: TimeInCare) -> Ending | None:
    """What ends the clocks of a home: the child moved, or care ended."""
    over = care.ending_of(stay.began)
    if stay.ended is not None and (over is None or over.on is None or stay.ended < over.on):
        return Ending(MOVED, on=stay.ended)
    return over


def approval_clocks(children: Iterable[UUID]) -> list[Clock]:
    """For homes with a carer approved for the time being, or with a parent before the assessment is done."""
    people = list(children)
    settled = standing(HomeArrangement, people)
    found = []
    for care in longer_than_breaks(people):
        for stay in care.stays:
            keys = {home.pk for home in stay.homes}
            of_stay = [each for each in settled[care.child] if each.home_id in keys]
            found += [
                approval_clock(each, of_stay, end_of_stay(stay, care))
                for each in of_stay
                if each.arrangement in (Arrangement.TEMPORARY_APPROVAL, Arrangement.BEFORE_ASSESSMENT)
            ]
    return found


def approval_clock(begun: HomeArrangement, settled: list[HomeArrangement], ended: Ending | None) -> Clock:
    """The clock of one approval that does not last."""
    temporary = begun.arrangement == Arrangement.TEMPORARY_APPROVAL
    if not temporary:
        rule, stops = timescales.PARENTS_BEFORE_ASSESSMENT, Arrangement.ASSESSED
    else:
        extended = first_of(settled, Arrangement.EXTENDED_APPROVAL, begun.happened)
        rule = timescales.CONNECTED_EXTENDED if extended else timescales.CONNECTED_APPROVAL
        stops = Arrangement.FULL_APPROVAL
    stop = first_of(settled, stops, begun.happened)
    return Clock(rule, child=begun.child_id, anchor=begun, start=begun.happened, stop=stop, ended=ended)


def first_of(settled: Iterable[HomeArrangement], arrangement: Arrangement, since: date) -> date | None:
    """The first day from a day on which something was settled."""
    days = [each.happened for each in settled if each.arrangement == arrangement and each.happened >= since]
    return min(days, default=None)


def liberty_clocks(children: Iterable[UUID]) -> list[Clock]:
    """One clock for each order that deprives a child of their liberty, until it ends."""
    return [
        Clock(
            timescales.LIBERTY_ORDER,
            child=order.child_id,
            anchor=order,
            start=order.began,
            ended=Ending("The order ended", on=order.ended) if order.ended else None,
        )
        for order in DeprivationOfLiberty.objects.current().about(children)
    ]
