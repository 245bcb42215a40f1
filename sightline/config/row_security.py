"""Which tables must have row-level security, forced, and which of them do not."""

from django.apps import apps
from django.db import connection

from sightline.foundation.facts import Protection

WITHOUT_POLICIES = {
    None,
    Protection.REFERENCE,
}  # a library's own table; or one that holds nothing about a person who is helped


def protected_tables() -> set[str]:
    """The tables of every model that declares a protection of its rows."""
    declared = {model._meta.db_table: getattr(model, "protection", None) for model in apps.get_models()}
    return {table for table, protection in declared.items() if protection not in WITHOUT_POLICIES}


def unprotected_tables() -> list[str]:
    """Tables that should be protected and, as the database tells, are not, missing ones included."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
            "AND relkind IN ('r', 'p') AND relrowsecurity AND relforcerowsecurity"
        )
        protected = {name for (name,) in cursor.fetchall()}
    return sorted(protected_tables() - protected)
