"""Acting as a practitioner in a test: through the real actions, as the web role, with the walls standing."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from sightline.foundation.access import actions, queries
from sightline.foundation.access.rules import Decision, Permission, decide
from sightline.foundation.facts import Acting
from tests.conftest import as_web

TODAY = timezone.localdate()
WHY = "A neighbour rang: the child is alone at home."


def acting(practitioner: Any) -> Acting:
    """The practitioner in the post they hold, as a request would have them."""
    return Acting(
        practitioner_id=practitioner.pk,
        name=practitioner.name,
        role=practitioner.role,
        team_id=practitioner.team.pk,
        session="test",
        request_key=uuid4(),
    )


def decision(practitioner: Any, person: UUID, permission: Permission = Permission.OPEN_RECORD) -> Decision:
    """What a request of this practitioner for this record comes to now."""
    with as_web(practitioner):
        by = acting(practitioner)
        return decide(queries.standing(by, queries.reach(by), person, permission))


def does(somebody: Any, action: Callable[..., Any], /, *, opens: tuple[UUID, ...] = (), **asked: Any) -> Any:
    """Do an action as the web role, with records opened; what it refuses or the database refuses leaves no trace."""
    with transaction.atomic(), as_web(somebody, open=opens):
        return action(by=acting(somebody), **asked)


def restrict(manager: Any, person: UUID, readers: list[Any], on: date = TODAY) -> Any:
    """Restrict a record to these people."""
    asked = {"category": "high_risk", "reason": "Threats", "asked_by": "The director", "on": on}
    return does(
        manager, actions.restrict, opens=(person,), person=person, readers=[each.pk for each in readers], **asked
    )


def exclude(manager: Any, person: UUID, practitioner: Any) -> Any:
    """Exclude somebody from a record."""
    asked = {"practitioner": practitioner.pk, "reason": "Own family", "on": TODAY}
    return does(manager, actions.exclude, opens=(person,), person=person, **asked)


def break_glass(practitioner: Any, person: UUID, reason: str = WHY, *, hours_ago: int = 0) -> Any:
    """Open a restricted record in an emergency."""
    now = timezone.now() - timedelta(hours=hours_ago)
    asked = {"reason_code": "immediate_risk", "reason": reason, "now": now, "review_by": TODAY}
    return does(practitioner, actions.break_glass, person=person, **asked)


def look(practitioner: Any, person: UUID, reason: str = WHY, *, hours_ago: int = 0) -> Any:
    """Look with a reason."""
    now = timezone.now() - timedelta(hours=hours_ago)
    return does(practitioner, actions.look, person=person, reason_code="new_contact", reason=reason, now=now)
