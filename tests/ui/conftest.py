"""The interface on its own: a server for browser tests that needs no database."""

import socketserver
import threading
from collections.abc import Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from tests.ui import pages


class Quiet(WSGIRequestHandler):
    """Serves without a line for each request."""

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


class Server(socketserver.ThreadingMixIn, WSGIServer):
    """One thread a request, so that a page may load while a save waits."""

    daemon_threads = True


@pytest.fixture(scope="module")
def own_settings() -> Iterator[None]:
    """The project's settings without what needs a database."""
    templates: dict[str, Any] = dict(settings.TEMPLATES[0])
    options = dict(templates["OPTIONS"])
    options["context_processors"] = [
        "django.template.context_processors.request",
        "sightline.ui.shell.authority",
        "tests.ui.pages.shell",
    ]
    with override_settings(
        ROOT_URLCONF="tests.ui.pages",
        MIDDLEWARE=["csp.middleware.CSPMiddleware", "django.middleware.csrf.CsrfViewMiddleware"],
        TEMPLATES=[{**templates, "OPTIONS": options}],
        STORAGES={"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
        ALLOWED_HOSTS=["127.0.0.1"],
        CSRF_COOKIE_SECURE=False,
        CSRF_COOKIE_NAME="csrf",
    ):
        yield


@pytest.fixture(scope="module")
def address(own_settings: None) -> Iterator[str]:
    """The address of the gallery."""
    server = make_server("127.0.0.1", 0, StaticFilesHandler(WSGIHandler()), server_class=Server, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/components/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def server() -> Iterator[pages.Server]:
    """What the server holds and how it answers, begun again for each test."""
    pages.begin_again()
    yield pages.server
    pages.begin_again()
