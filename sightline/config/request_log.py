"""One log line a request: which route, how it ended and how long it took; never which record, nor who asked."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

log = logging.getLogger(__name__)


class RequestLog:
    """Middleware; stands first, so that its time is the whole time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        line = {
            "route": match.route if match else "",
            "method": request.method if request.method in {"GET", "HEAD", "POST"} else "other",
            "status": response.status_code,
            "milliseconds": round((time.perf_counter() - began) * 1000, 1),
        }
        log.info("request", extra=line)
        return response
