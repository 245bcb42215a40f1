"""`sightline serve`: gunicorn answering people as the web role."""

import os
import socket
import sys
from argparse import ArgumentParser, Namespace

ADDRESS, PORT = "127.0.0.1", 8000


class PortTaken(Exception):
    """Says in one sentence that another program listens on the port."""


def run(arguments: list[str]) -> int:
    """Become the server, which ends when it is told to stop; gives 1 when it refuses to start."""
    chosen = read(arguments)
    refuse_taken_port(chosen.address, chosen.port)
    return 1 if unsafe() else os.execv(sys.executable, command(chosen.address, chosen.port))


def read(arguments: list[str]) -> Namespace:
    parser = ArgumentParser(prog="sightline serve", description=__doc__)
    port = int(os.environ.get("PORT") or PORT)
    parser.add_argument("--port", type=int, default=port, help="the port to listen on (default: $PORT, else 8000)")
    parser.add_argument("--address", default=ADDRESS, help="the address to listen on (default: %(default)s)")
    return parser.parse_args(arguments)


def unsafe() -> bool:
    """Whether this process refuses to start; the log then has the reasons. Asked before there are worker processes."""
    import django
    from django.core.exceptions import ImproperlyConfigured

    django.setup()
    from sightline.config.refusals import refuse_if_unsafe

    try:
        refuse_if_unsafe()
    except ImproperlyConfigured:
        return True
    return False


def command(address: str, port: int) -> list[str]:
    """The command line of the server; the rest of its settings stand in gunicorn_settings.py."""
    settings = "python:sightline.config.gunicorn_settings"
    program = [sys.executable, "-m", "gunicorn", "--config", settings, "--bind", f"{address}:{port}"]
    return [*program, "sightline.config.wsgi:application"]


def refuse_taken_port(address: str, port: int) -> None:
    """Raises PortTaken when another program listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            raise PortTaken(
                f"Port {port} is taken by another program: choose another, for example with PORT={port + 1}."
            ) from None
