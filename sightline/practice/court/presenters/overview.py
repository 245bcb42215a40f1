"""The page of legal gateway, pre-proceedings and court."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission, may
from sightline.foundation.recording.presenters import AreaShown, area_shown, link, since
from sightline.practice.court import queries
from sightline.practice.court.rules import OrderKind
from sightline.ui.components import EmptyState, Link

TITLE = "Pre-proceedings and court"
NOTHING = EmptyState(
    "Nothing here yet", "Record first that the legal gateway was asked, or an order where there was no time to ask."
)


def overview(child: UUID, today: date, role: str) -> AreaShown:
    """What stands before and in court, what is due, and everything recorded of it."""
    stands = queries.stands_in_court(child)
    reference = stands.proceedings.court_reference if stands.proceedings else ""
    rows = [
        ("Pre-proceedings", since(stands.pre_proceedings)),
        ("Care proceedings", since(stands.proceedings, reference)),
        *((str(OrderKind(order.kind).label), since(order)) for order in stands.orders),
    ]
    links = links_to_record(child, stands, role)
    return area_shown("Court", child, today, title=TITLE, links=links, rows=rows, empty=NOTHING)


def links_to_record(child: UUID, stands: queries.StandsInCourt, role: str) -> Iterator[Link]:
    """What this role can record from here."""
    if may(role, Permission.OVERSEE):
        yield link("Ask the legal gateway", "court:ask_gateway", child)
    if not may(role, Permission.RECORD_PRACTICE):
        return
    yield link("Record what the legal gateway decided", "court:gateway", child)
    yield link("Record a step of family group decision making", "court:family", child)
    yield from (link(text, route, child) for text, route in before_court(stands))
    yield from (link(text, route, child) for text, route in in_court(stands))
    yield link("Record an order or power that lapses", "court:order", child)
    if stands.orders:
        yield link("Record that an order or power ended", "court:end_order", child)


def before_court(stands: queries.StandsInCourt) -> list[tuple[str, str]]:
    """What can be recorded of pre-proceedings."""
    if stands.pre_proceedings is None:
        return [] if stands.proceedings else [("Record that pre-proceedings began", "court:begin_pre_proceedings")]
    return [
        ("Record the letter before proceedings", "court:letter"),
        ("Record a meeting in pre-proceedings", "court:meeting"),
        ("Record how pre-proceedings ended", "court:end_pre_proceedings"),
    ]


def in_court(stands: queries.StandsInCourt) -> list[tuple[str, str]]:
    """What can be recorded of care proceedings."""
    if stands.proceedings is None:
        return [("Record that care proceedings were issued", "court:issue")]
    return [
        ("Record a hearing", "court:hearing"),
        ("Record that the court extended the timetable", "court:extension"),
        ("Record how care proceedings ended", "court:end_proceedings"),
    ]
