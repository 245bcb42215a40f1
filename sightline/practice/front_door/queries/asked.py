"""About which children the front door asks somebody to act: of a night, in the morning after it, by ringing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from sightline.foundation.access.queries import Reach
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import Duty
from sightline.foundation.workforce.rules import Role
from sightline.practice.front_door.models import NightRequest, NightWork
from sightline.practice.front_door.queries.ringing import rings_for
from sightline.practice.front_door.rules import NightWhat, began_at, night_of


def asked_at_night(reach: Reach, by: Acting, now: datetime) -> QuerySet[Any]:
    """What day asks of this night and nobody has done yet, for whoever answers at night; an attempt is no answer."""
    night = night_of(now)
    done = NightWork.objects.filter(request_id=OuterRef("pk"), done_at__gte=began_at(night))
    found = NightRequest.objects.current().filter(happened__lte=night, until__gte=night)
    found = found.exclude(Exists(done.exclude(what=NightWhat.TRIED)))
    if by.role == Role.OUT_OF_HOURS:
        return found
    shifts = Duty.objects.current().filter(
        practitioner=by.practitioner_id, out_of_hours=True, ended=None, began_at__lte=now, until__gt=now
    )
    return found.filter(Exists(shifts))


def asked_in_the_morning(reach: Reach, by: Acting, now: datetime) -> QuerySet[Any]:
    """What was done at night for a child of no team, and waits for whichever service manager takes it over."""
    asked = by.role == Role.SERVICE_MANAGER and may(by.role, Permission.OVERSEE)
    nobodys = Q(child__in_sight=None) | Q(child__in_sight__team=None)
    return NightWork.objects.filter(nobodys, accepted_at=None) if asked else NightWork.objects.none()


def asked_to_ring(reach: Reach, by: Acting, now: datetime) -> QuerySet[Any]:
    """Strategy discussions that nobody has, for whoever must ring next."""
    return rings_for(reach, by.practitioner_id, now)
