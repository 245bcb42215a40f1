"""The directory of services: what there is for whom; other areas point at services by their key."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from sightline.practice.early_help.models import Service


def services(*, closed: bool = False) -> QuerySet[Service]:
    """The services that families can be offered now, or those that are closed, by name."""
    return Service.objects.filter(closed_on__isnull=not closed).order_by("name", "provider")


def services_for(words: str = "", age: int | None = None, *, closed: bool = False) -> list[Service]:
    """Services that hold each of these words somewhere, for a child of an age; those for every age are among them."""
    found = services(closed=closed)
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(provider__icontains=word) | Q(for_whom__icontains=word))
    if age is not None:
        found = found.filter(Q(from_age=None) | Q(from_age__lte=age), Q(to_age=None) | Q(to_age__gte=age))
    return list(found)


def service_of(key: UUID) -> Service | None:
    """One service."""
    return Service.objects.filter(pk=key).first()
