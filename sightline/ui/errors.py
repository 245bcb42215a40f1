"""Pages for when something goes wrong: the same bytes for everybody, with nothing of the request in them."""

import sys
from functools import cache

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from sightline.ui.shell import shown_authority


def page(name: str) -> str:
    """An error page as HTML, made without the request."""
    return render_to_string(f"ui/errors/{name}.html", {"authority": shown_authority()})


def answer(name: str, status: int) -> HttpResponse:
    """An error page as a response that no cache keeps."""
    return HttpResponse(page(name), status=status, headers={"Cache-Control": "no-store"})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent could not be read, for example because it was too large."""
    return answer("400", 400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form is older than the sign-in; set as CSRF_FAILURE_VIEW."""
    return answer("403_csrf", 403)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: a page that this person's role does not have."""
    return answer("403", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or none that this person may see; the two cannot be told apart."""
    return answer("404", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; 503 where the database did not answer, or not in time. Works when the database does not."""
    try:
        return unavailable(request) if isinstance(sys.exc_info()[1], OperationalError) else answer("500", 500)
    except Exception:  # a page about a failure must not fail
        return HttpResponse(last_resort(), status=500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: the database is away or overloaded; worth another try."""
    response = answer("503", 503)
    response["Retry-After"] = "120"  # seconds
    return response


@cache
def last_resort() -> str:
    """A page that needs no template, no word list and no style sheet."""
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>There is a problem</title></head><body>'
        "<h1>There is a problem with the service</h1><p>Try again in a few minutes. Drafts are kept as they were "
        "last saved.</p></body></html>"
    )
