"""Questions about when accounts were last used."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import DateTimeField, Max, OuterRef, QuerySet, Subquery

from sightline.foundation.calendar.instants import london_today
from sightline.foundation.workforce.models import Practitioner, SignInEvent
from sightline.foundation.workforce.rules import SignIn
from sightline.foundation.workforce.rules.dormancy import Dormancy, dormancy


def with_last_sign_in() -> QuerySet[Practitioner]:
    """Every account with the moment of its last sign-in, if there was one."""
    sign_ins = SignInEvent.objects.filter(practitioner=OuterRef("pk"), what=SignIn.SIGNED_IN).order_by()
    last = sign_ins.values("practitioner").annotate(last=Max("at")).values("last")
    return Practitioner.objects.annotate(signed_in_at=Subquery(last, output_field=DateTimeField()))


def last_used(account: Practitioner) -> date:
    """The day from which days without a sign-in count: the last sign-in, or a later beginning or reopening."""
    signed_in_at = account.signed_in_at  # type: ignore[attr-defined]
    moments = [account.recorded_at, signed_in_at] if signed_in_at else [account.recorded_at]
    days = [account.starts_on, *([account.unused_from] if account.unused_from else [])]
    return max(*days, *map(london_today, moments))


def dormancy_of(practitioner_id: UUID, on: date) -> str:
    """What an account must be on a day, whether or not the nightly work has said so yet."""
    return dormancy(last_used(with_last_sign_in().get(pk=practitioner_id)), on)


def newly_dormant(on: date) -> Iterator[tuple[Practitioner, str]]:
    """Accounts that must be suspended or disabled and are not yet; leavers and suspended ones are disabled too."""
    for account in with_last_sign_in().exclude(dormancy=Dormancy.DISABLED).order_by("pk"):
        found = dormancy(last_used(account), on)
        if found == Dormancy.DISABLED or (found and account.suspended_at is None):
            yield account, found
