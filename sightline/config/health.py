"""Whether this process lives, and whether it is ready to answer people; for a load balancer and a watchman."""

from collections.abc import Iterator

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

from sightline.config.row_security import unprotected_tables
from sightline.foundation.access.policies import open_to_anyone


@open_to_anyone("A load balancer asks it without an account, and it tells nothing about anybody.")
def live(request: HttpRequest) -> JsonResponse:
    """The process answers; nothing else is asked."""
    return JsonResponse({"live": True})


@open_to_anyone("A load balancer asks it without an account, and it tells nothing about anybody.")
def ready(request: HttpRequest) -> JsonResponse:
    """Status 200 when every part is ready, else 503, with a word for each part that is not."""
    missing = list(not_ready())
    return JsonResponse({"ready": not missing, "missing": missing}, status=503 if missing else 200)


def not_ready() -> Iterator[str]:
    """The parts that are missing: database, migrations, row-level security."""
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            yield "migrations"
        if unprotected_tables():
            yield "row-level security"
    except DatabaseError:
        yield "database"
