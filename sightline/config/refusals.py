"""Reasons for which a process refuses to start, asked of its settings and of the database role it was given."""

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from sightline.config.database.addresses import ADDRESS_OF_PROCESS
from sightline.config.row_security import unprotected_tables
from sightline.foundation.access.checks import every_route_declares_its_policy

SHORTEST_KEY, FEWEST_CHARACTERS = 50, 10  # a key made by a generator has many more different characters

log = logging.getLogger(__name__)
MOST_NAMED = 3  # tables that one sentence names
Question = Callable[[], Iterator[str]]


def debugging() -> Iterator[str]:
    if settings.DEBUG:
        yield "DEBUG is on: error pages would show what people typed. Unset SIGHTLINE_DEBUG."


def weak_key() -> Iterator[str]:
    for key in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]:
        if len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_CHARACTERS or key.startswith("demonstration"):
            yield "A secret key is weak: put 50 random characters in the file that SIGHTLINE_SECRET_KEY_FILE names."


def open_secrets() -> Iterator[str]:
    for name in ("SIGHTLINE_SECRET_KEY", "SIGHTLINE_SECRET_KEY_FALLBACKS", *ADDRESS_OF_PROCESS.values()):
        path = os.environ.get(f"{name}_FILE")
        if path and Path(path).stat().st_mode & 0o077:
            yield f"The file that {name}_FILE names may be read by others: take their rights away with chmod 600."


def nameless_host() -> Iterator[str]:
    if not settings.ALLOWED_HOSTS:
        yield "No host name is known: set SIGHTLINE_HOSTS to the names that people use, separated by spaces."


def powerful_role() -> Iterator[str]:
    """A superuser, or a role that bypasses row-level security, sees every record whatever the policies say."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        name, is_superuser, bypasses = cursor.fetchone()
    if is_superuser or bypasses:
        yield f"The database role {name} passes row-level security: log in as the role for this kind of process."


def owning_role() -> Iterator[str]:
    """A role that owns tables, or may become one that does, could change their policies and triggers."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class "
            "WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') "
            "AND pg_has_role(current_user, relowner, 'MEMBER')"
        )
        owners = [name for (name,) in cursor.fetchall()]
    if owners:
        yield f"This process may act as {', '.join(owners)}, which owns tables: it needs a role that owns nothing."


def row_security_off() -> Iterator[str]:
    if tables := unprotected_tables():
        more = f" and {len(tables) - MOST_NAMED} more tables" if len(tables) > MOST_NAMED else ""
        named = ", ".join(tables[:MOST_NAMED])
        yield f"Row-level security is off or not forced on {named}{more}: run `sightline migrate`."


def undeclared_routes() -> Iterator[str]:
    """A route that has not said who it is for would be for everybody."""
    yield from (error.msg for error in every_route_declares_its_policy())


OF_ROUTES: tuple[Question, ...] = (undeclared_routes,)
OF_SETTINGS: tuple[Question, ...] = (debugging, weak_key, open_secrets, nameless_host)
OF_DATABASE: tuple[Question, ...] = (powerful_role, owning_role, row_security_off)


def reasons(questions: tuple[Question, ...]) -> list[str]:
    """The sentences of those questions that found a reason."""
    return [sentence for question in questions for sentence in question()]


def refuse_if_unsafe() -> None:
    """Raises ImproperlyConfigured, and logs every reason, when this process must not answer people or do work.

    A demonstration may have the demonstration's key; nothing may run as a powerful role.
    """
    found = reasons(OF_SETTINGS) if settings.MODE == "production" else []
    found += reasons(OF_ROUTES) + reasons(OF_DATABASE)
    connection.close()
    for reason in found:
        log.error("refused to start", extra={"reason": reason})
    if found:
        raise ImproperlyConfigured(" ".join(found))
