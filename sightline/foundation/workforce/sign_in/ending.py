"""Ending somebody's sessions: inside the transaction of what made it necessary, so that they end when it is written."""

from uuid import UUID

from sightline.foundation.facts import Acting
from sightline.foundation.workforce.models import SignInEvent, WorkSession
from sightline.foundation.workforce.rules import SignIn


def end_sessions(practitioner_id: UUID, by: Acting, *, why: str, name: str | None = None, keep: str = "") -> int:
    """End all sessions of a practitioner, or the one of this name, but never the one to keep; how many they were."""
    sessions = WorkSession.objects.filter(practitioner=practitioner_id).exclude(session_key=keep)
    if name is not None:
        sessions = sessions.filter(name=name)
    ended = list(sessions.values_list("name", flat=True))
    sessions.delete()
    details = {"why": why, "by": str(by.practitioner_id or by.system)}
    SignInEvent.objects.bulk_create(
        SignInEvent(practitioner_id=practitioner_id, what=SignIn.ENDED, session=session, details=details)
        for session in ended
    )
    return len(ended)
