"""Named questions about the audit."""

from datetime import timedelta

from django.db import connection


def seal_lag() -> timedelta:
    """How long the oldest finished entry of the audit has waited for its seal; any role may ask."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seal_lag()")
        lag: timedelta = cursor.fetchone()[0]
    return lag
