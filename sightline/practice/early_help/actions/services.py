"""Keeping the directory of services."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from sightline.foundation.access.rules import Permission
from sightline.foundation.door import Refusal, Work, action, changes
from sightline.foundation.facts import Acting
from sightline.foundation.standing import NotNow, refuse_without
from sightline.practice.early_help.models import Service


@dataclass(frozen=True)
class ServiceSaid:
    """What the directory says of a service."""

    name: str
    provider: str
    for_whom: str
    how_to_ask: str
    from_age: int | None = None
    to_age: int | None = None
    capacity: str = ""


@action(permission=Permission.KEEP_SERVICES, says="added a service to the directory")
def add_service(*, said: ServiceSaid, by: Acting) -> Work:
    """Add a service that families can be offered."""
    refuse_service(said)
    if Service.objects.filter(name=said.name, provider=said.provider).exists():
        raise NotNow("This service of this provider is in the directory already.")
    made = Service(**asdict(said))
    yield made
    return made


@action(permission=Permission.KEEP_SERVICES, says="changed a service of the directory")
def change_service(*, service_id: UUID, seen: int, said: ServiceSaid, closed_on: date | None, by: Acting) -> Work:
    """Say what has changed about a service, or that nobody can be referred to it any more."""
    refuse_service(said)
    service = Service.objects.select_for_update().filter(pk=service_id).first()
    if service is None:
        raise Refusal("This service is not in the directory.")
    if Service.objects.filter(name=said.name, provider=said.provider).exclude(pk=service_id).exists():
        raise NotNow("This service of this provider is in the directory already.")
    yield changes(service, version=seen, **asdict(said), closed_on=closed_on)
    return service


def refuse_service(said: ServiceSaid) -> None:
    """Raise where something is left out without which nobody could be referred."""
    refuse_without(said.name, asks="Say what the service is called.")
    refuse_without(said.for_whom, asks="Say for whom it is.")
    refuse_without(said.how_to_ask, asks="Say how to ask for it.")
    if said.from_age is not None and said.to_age is not None and said.from_age > said.to_age:
        raise NotNow("The youngest age must not be above the oldest.")
