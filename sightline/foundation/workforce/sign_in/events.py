"""What happens at the door of the system, written down."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from sightline.foundation.workforce.models import SignInEvent
from sightline.foundation.workforce.rules import SignIn
from sightline.foundation.workforce.sign_in.sessions import NAME


def note(what: SignIn, request: HttpRequest, practitioner_id: UUID | None, **details: Any) -> None:
    """Keep a sign-in event; what was typed is never part of it."""
    session = str(request.session.get(NAME, "")) if request.user.is_authenticated else ""
    SignInEvent.objects.create(practitioner_id=practitioner_id, what=what, session=session, details=details)
