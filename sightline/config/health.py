"""Whether this process lives and is ready: /health/live and /health/ready, for a load balancer and for whoever watches.

They are answered before everything else, since a probe comes without TLS, under no known host name, and exactly when
the database may be away. They tell nothing about anybody.
"""

from collections.abc import Callable, Iterator

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from sightline.config.row_security import unprotected_tables

LIVE, READY = "/health/live", "/health/ready"


class Health:
    """Middleware; stands first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == LIVE:
            return JsonResponse({"live": True})
        if request.path_info == READY:
            return readiness()
        return self.get_response(request)


def readiness() -> JsonResponse:
    """Status 200 when every part is ready, else 503, with a word for each part that is not."""
    try:
        missing = list(parts_missing())
    except DatabaseError:
        missing = ["database"]
    return JsonResponse({"ready": not missing, "missing": missing}, status=503 if missing else 200)


def parts_missing() -> Iterator[str]:
    """What keeps this process from answering people, while the database answers."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "migrations"
    if unprotected_tables():
        yield "row-level security"
