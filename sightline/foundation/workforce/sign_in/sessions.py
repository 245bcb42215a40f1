"""Sessions kept in the database, each under its practitioner, so that they can be listed and ended at once."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

BEGAN, ACTIVE, NAME, BROWSER = "began", "active", "name", "browser"  # what a session holds besides Django's own


def moment(seconds: float | None) -> datetime | None:
    """A moment kept in a session as seconds."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


class SessionStore(DatabaseStore):
    """Sessions of at most a working day, counted from sign-in and however active."""

    def _validate_session_key(self, key: Any) -> bool:
        """Whether a cookie holds what may be a key; what no column takes is not looked for."""
        return bool(super()._validate_session_key(key)) and key.isalnum()  # type: ignore[misc]

    @classmethod
    def get_model_class(cls) -> Any:
        """The table of sessions."""
        from sightline.foundation.workforce.models import WorkSession

        return WorkSession

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row of this session, with whose it is and when it was last used."""
        row: Any = super().create_model_instance(data)
        row.practitioner_id = data.get(SESSION_KEY)
        row.name, row.browser = data.get(NAME, ""), data.get(BROWSER, "")
        row.began_at, row.active_at = moment(data.get(BEGAN)), moment(data.get(ACTIVE))
        return row

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """The end of the working day that began at sign-in; activity does not move it."""
        began = moment(self.get(BEGAN))
        if began is None:
            return super().get_expiry_date(**kwargs)
        return began + timedelta(seconds=settings.SESSION_COOKIE_AGE)
