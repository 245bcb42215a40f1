"""Whether this process lives and is ready: /health/live and /health/ready, for a load balancer and for whoever watches.

They are answered before everything else, since a probe comes without TLS, under no known host name, and exactly when
the database may be away. They tell nothing about anybody. A late seal is told, and keeps nobody from working.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from sightline.config.row_security import unprotected_tables
from sightline.foundation.audit_trail.queries import seal_lag
from sightline.foundation.audit_trail.rules import SEAL_LAG_ALARM

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
    """Status 200 when every part is ready, else 503 with a word for each that is not; and how late the seal is."""
    told: dict[str, Any] = {}
    try:
        missing = list(parts_missing())
        if not missing:
            told["seal"] = seal()
    except DatabaseError:
        missing = ["database"]
    return JsonResponse({"ready": not missing, "missing": missing} | told, status=503 if missing else 200)


def seal() -> dict[str, Any]:
    """For how many seconds the oldest finished entry of the audit has waited for its seal, and whether that is late.

    Where that cannot be told, as when somebody holds the seal up, it is late.
    """
    try:
        lag = seal_lag()
    except DatabaseError:
        return {"waiting_seconds": None, "late": True}
    return {"waiting_seconds": round(lag.total_seconds()), "late": lag > SEAL_LAG_ALARM}


def parts_missing() -> Iterator[str]:
    """What keeps this process from answering people, while the database answers."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "migrations"
    if unprotected_tables():
        yield "row-level security"
