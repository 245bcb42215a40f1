"""The clocks of orders and powers that lapse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sightline.foundation.calendar.instants import day_of, moment_of
from sightline.foundation.timescales.rules import Allowance, Clock, Timescale, days_beginning_with, hours, the_day_set
from sightline.foundation.timescales.rules.sequences import by_child
from sightline.practice.court import rules
from sightline.practice.court.models import EmergencyOrder
from sightline.practice.court.rules import OrderEnd, OrderKind, limits

HOUR = timedelta(hours=1)


def order_clocks(children: Iterable[UUID]) -> list[Clock]:
    """When each order or power lapses; one query."""
    orders = by_child(EmergencyOrder.objects.current().about(children))
    return [
        order_clock(order, theirs[:place])
        for theirs in orders.values()
        for place, order in enumerate(theirs)
        if order.kind in limits.ORDERS
    ]


def order_clock(order: EmergencyOrder, before: Sequence[EmergencyOrder]) -> Clock:
    """When one order lapses, given the earlier ones about the child."""
    start, again = order.began_at or order.began, renews(order, before)
    origin = first_day(order, before, again)
    rule = limits.AGAIN[OrderKind(order.kind)] if again else limits.ORDERS[OrderKind(order.kind)]
    about: dict[str, Any] = {"child": order.child_id, "anchor": order, "start": start}
    if order.kind in (OrderKind.SECURE, OrderKind.SUPERVISION) and order.ends_on:
        day = min(order.ends_on, last_day(rule, origin))
        return Clock(replace(rule, allows=the_day_set()), set_for=day, stop=order.ended_at or order.ended, **about)
    return Clock(
        rule,
        stop=order.ended_at or order.ended,
        allows=hours_left(order, before) if order.kind == OrderKind.SECURE_WITHOUT_COURT else named(order, origin),
        counted_from=origin if origin != order.began else None,
        **about,
    )


def renews(order: EmergencyOrder, before: Sequence[EmergencyOrder]) -> list[EmergencyOrder]:
    """The orders of the same kind that this one renews or extends without a gap, the first one first."""
    chain: list[EmergencyOrder] = []
    follows = order
    for each in reversed([one for one in before if one.kind == order.kind and order.kind in limits.AGAIN]):
        if each.end_reason != OrderEnd.RENEWED or each.ended is None or follows.began - each.ended > timedelta(days=1):
            break
        chain.insert(0, each)
        follows = each
    return chain


def first_day(order: EmergencyOrder, before: Sequence[EmergencyOrder], again: Sequence[EmergencyOrder]) -> date:
    """The day from which an order is counted: after police protection an emergency order from the first day of that."""
    if order.kind == OrderKind.SUPERVISION and again:
        return again[0].began
    if order.kind != OrderKind.EMERGENCY_PROTECTION or again:
        return order.began
    taken = [each for each in before if each.kind == OrderKind.POLICE_PROTECTION and leads_to(each, order)]
    return taken[-1].began if taken else order.began


def leads_to(protection: EmergencyOrder, order: EmergencyOrder) -> bool:
    """Whether police protection was replaced by an order."""
    ended = protection.ended
    return protection.end_reason == OrderEnd.REPLACED and ended is not None and protection.began <= order.began <= ended


def last_day(rule: Timescale, start: date) -> date:
    """The last day that the law allows."""
    return day_of(rule.allows(start))


def named(order: EmergencyOrder, origin: date) -> Allowance | None:
    """The length that an order counted in days names itself; law makes it no longer."""
    if order.ends_on is None or order.kind not in rules.COUNTED_IN_DAYS:
        return None
    return days_beginning_with((order.ends_on - origin).days + 1)


def hours_left(order: EmergencyOrder, before: Sequence[EmergencyOrder]) -> Allowance:
    """What is left of the 72 hours that the law allows without a court within any 28 days."""
    start = moment_of(order.began_at or order.began)
    since = start - timedelta(days=limits.SECURE_WITHIN_DAYS)
    used = timedelta()
    for each in before:
        if each.kind == OrderKind.SECURE_WITHOUT_COURT and each.ended is not None:
            began = max(moment_of(each.began_at or each.began), since)
            used += max(min(moment_of(each.ended_at or each.ended), start) - began, timedelta())
    return hours(max(limits.SECURE_HOURS - -(-used // HOUR), 0))
