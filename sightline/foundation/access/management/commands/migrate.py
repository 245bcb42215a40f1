"""Django's migrate, and then the protection of every table."""

from typing import Any

from django.core.management import call_command
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from sightline.foundation.access.fresh import is_fresh, make_whole
from sightline.foundation.access.protection import protect


class Command(Migrate):
    """Migrates (an empty database at once), then puts every row policy, grant, trigger and function in place.

    Both can be repeated safely.
    """

    help = "Updates the database schema, then its row-level security, grants, triggers and functions."

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        whole = not (options.get("plan") or options.get("check_unapplied") or options.get("app_label"))
        if whole and is_fresh(connection):
            make_whole(connection)
        super().handle(*args, **options)
        if whole:
            call_command("createcachetable", database=options["database"], verbosity=0)
            protect(connection)
