"""Questions about sessions and about what happened at the door."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from sightline.foundation.workforce.models import SignInEvent, WorkSession
from sightline.foundation.workforce.rules import SignIn

SHOWN = 20  # events; enough to see the last weeks of one person


def sessions_of(practitioner_id: UUID) -> QuerySet[WorkSession]:
    """The sessions in which somebody is signed in, the one used last first."""
    alive = WorkSession.objects.filter(practitioner=practitioner_id, expire_date__gt=timezone.now())
    return alive.order_by("-active_at")


def sign_ins_of(practitioner_id: UUID) -> list[SignInEvent]:
    """What happened lately at the door under somebody's account, newest first."""
    locks = (SignIn.LOCKED, SignIn.UNLOCKED)
    events = SignInEvent.objects.filter(practitioner=practitioner_id).exclude(what__in=locks)
    return list(events.order_by("-at")[:SHOWN])


def last_signed_in(practitioner_id: UUID) -> SignInEvent | None:
    """The last time somebody signed in."""
    return SignInEvent.objects.filter(practitioner=practitioner_id, what=SignIn.SIGNED_IN).order_by("-at").first()
