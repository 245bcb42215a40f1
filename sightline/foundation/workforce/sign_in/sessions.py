"""Sessions kept in the database, each under its practitioner, so that they can be listed and ended at once."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
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

    def save(self, must_create: bool = False) -> None:
        """Write the session; one that is there already in a single statement, which needs no transaction of its own."""
        if must_create or self.session_key is None:
            super().save(must_create=must_create)
        elif not self.written():
            raise UpdateError

    def written(self) -> bool:
        """Whether the row of this session was still there to be written to."""
        row = self.create_model_instance(self._get_session())  # type: ignore[attr-defined]
        others = [field for field in row._meta.concrete_fields if not field.primary_key]
        values = {field.attname: getattr(row, field.attname) for field in others}
        return bool(type(row).objects.filter(pk=row.pk).update(**values))

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """The end of the working day that began at sign-in; activity does not move it."""
        began = moment(self.get(BEGAN))
        if began is None:
            return super().get_expiry_date(**kwargs)
        return began + timedelta(seconds=settings.SESSION_COOKIE_AGE)
