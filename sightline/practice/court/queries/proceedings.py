"""The clocks of care proceedings and of orders that lapse."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sightline.foundation.timescales.rules import Allowance, Clock, days_beginning_with, weeks
from sightline.foundation.timescales.rules.sequences import by_child, over
from sightline.practice.court import models, rules
from sightline.practice.court.rules import limits

CASE_ENDED = "The proceedings ended"
ONE_OF_A_KIND = {
    limits.CASE_MANAGEMENT: rules.HearingKind.CASE_MANAGEMENT,
    limits.ISSUES_RESOLUTION: rules.HearingKind.ISSUES_RESOLUTION,
}


def proceedings_clocks(children: Iterable[UUID]) -> list[Clock]:
    """The 26 weeks, each extension by the court, and the hearings; three queries."""
    people = list(children)
    hearings = by_child(models.Hearing.objects.current().about(people))
    extensions = by_child(models.ProceedingsExtension.objects.current().about(people))
    clocks: list[Clock] = []
    for case in models.CareProceedings.objects.current().about(people):
        about = {"child": case.child_id, "anchor": case, "start": case.began}
        clocks.append(Clock(limits.PROCEEDINGS, stop=case.ended, **about))
        heard = [each for each in hearings[case.child_id] if each.proceedings_id == case.pk]
        clocks += [hearing_clock(timescale, case, heard, about) for timescale in ONE_OF_A_KIND]
        longer = [each for each in extensions[case.child_id] if each.proceedings_id == case.pk]
        clocks += extension_clocks(case, longer)
    return clocks


def hearing_clock(timescale: Any, case: models.CareProceedings, heard: list[Any], about: dict[str, Any]) -> Clock:
    """By when one kind of hearing is held."""
    kind = ONE_OF_A_KIND[timescale]
    held = next((each.happened for each in heard if each.kind == kind), None)
    return Clock(timescale, stop=held, ended=over(case, CASE_ENDED) if held is None else None, **about)


def extension_clocks(case: models.CareProceedings, extensions: list[Any]) -> list[Clock]:
    """Each extension runs from the end of the timetable so far, or from the court's order where that is later."""
    clocks: list[Clock] = []
    end = last_day(limits.PROCEEDINGS.allows, case.began)
    for extension in extensions:
        start = max(end, extension.happened)
        clocks.append(
            Clock(
                limits.EXTENSION, child=case.child_id, anchor=extension, start=start, stop=case.ended,
                allows=weeks(extension.weeks),
            )
        )  # fmt: skip
        end = last_day(weeks(extension.weeks), start)
    return clocks


def last_day(allows: Allowance, start: date) -> date:
    """The last day that a length in weeks gives."""
    due = allows(start)
    assert isinstance(due, date)
    return due


def order_clocks(children: Iterable[UUID]) -> list[Clock]:
    """When each order or power lapses; one query."""
    return [
        Clock(
            limits.ORDERS[rules.OrderKind(order.kind)],
            child=order.child_id,
            anchor=order,
            start=order.began_at or order.began,
            stop=order.ended_at or order.ended,
            allows=named_length(order),
        )
        for order in models.EmergencyOrder.objects.current().about(children)
        if order.kind in limits.ORDERS
    ]


def named_length(order: models.EmergencyOrder) -> Allowance | None:
    """The length that an order counted in days names itself; law makes it no longer."""
    if order.ends_on is None or order.kind not in rules.COUNTED_IN_DAYS:
        return None
    return days_beginning_with((order.ends_on - order.began).days + 1)
