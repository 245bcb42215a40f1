"""The directory of services as plain data."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from sightline.foundation.calendar.words import format_date
from sightline.practice.early_help.models import Service
from sightline.ui.components import EmptyState, Link, Table, Tag

COLUMNS = ["Service", "Who provides it", "For whom", "Ages", "How to ask", "Waiting time"]


def services_table(found: Sequence[Service], *, keeps: bool, searched: bool) -> Table:
    """The services that were found; whoever keeps the directory can change each."""
    add = Link("Add a service", reverse("early_help:add_service")) if keeps else None
    if searched:
        empty = EmptyState("No service fits", "Try fewer words, or leave the age out.")
    else:
        empty = EmptyState("No service is in the directory yet", "A manager adds what families can be offered.", add)
    rows: list[Sequence[object]] = [
        [name(each, keeps=keeps), each.provider, each.for_whom, ages(each), each.how_to_ask, waiting(each)]
        for each in found
    ]
    return Table("Services", COLUMNS, rows, empty=empty)


def closed_table(found: Sequence[Service]) -> Table:
    """The services that have closed, for whoever keeps the directory: each can be opened again."""
    rows: list[Sequence[object]] = [
        [name(each, keeps=True), each.provider, format_date(each.closed_on)] for each in found if each.closed_on
    ]
    return Table("Closed services", ["Service", "Who provides it", "Closed"], rows)


def name(service: Service, *, keeps: bool) -> object:
    """What a service is called; whoever keeps the directory changes it there."""
    return Link(service.name, reverse("early_help:service", args=[service.pk])) if keeps else service.name


def ages(service: Service) -> str:
    """For which ages a service is."""
    if service.from_age is None and service.to_age is None:
        return "Any"
    if service.to_age is None:
        return f"{service.from_age} and over"
    return f"Up to {service.to_age}" if service.from_age is None else f"{service.from_age} to {service.to_age}"


def waiting(service: Service) -> object:
    """How long families wait, or that the service has closed."""
    return Tag(f"Closed {format_date(service.closed_on)}") if service.closed_on else service.capacity
