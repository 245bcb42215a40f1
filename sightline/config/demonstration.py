"""`sightline demo`: from nothing to a served, made-up authority; later starts keep what is there."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import NoReturn

from sightline.config import serving
from sightline.config.database.environment import DATABASE, addresses_are_given, ensure_addresses
from sightline.config.database.launcher import find, start, state_folder
from sightline.config.database.users import used

PATIENCE = 60  # seconds until a process that was told to end is ended, and between two words about a slow start
LONGEST_START = 900  # seconds until a server that runs and is not ready is given up
STEPS = (
    ("Bringing the tables up to date", ["migrate", "--verbosity=0"]),
    ("Gathering the files that pages use", ["collectstatic", "--no-input", "--verbosity=0"]),
    ("Building the demonstration authority unless it is there", ["demo_build", "--if-empty"]),
)
CHOICES = {
    "size": "small (the default) or authority",
    "scenario": "letter (the default) or control",
    "today": "the day on which it is looked at, YYYY-MM-DD",
}  # as `demo_build` takes them, which refuses what it does not know


class StepFailed(Exception):
    """Says which step of the demonstration failed; what went wrong stands above it."""


def run(arguments: list[str]) -> int:
    """Build what is missing, serve it until told to stop, then stop what was started."""
    chosen = read(arguments)
    serving.refuse_taken_port(serving.ADDRESS, chosen.port)
    os.environ.setdefault("SIGHTLINE_MODE", "demonstration")
    signal.signal(signal.SIGTERM, end)
    with database_told_of(), ExitStack() as at_the_end:
        have_database(at_the_end, afresh=chosen.afresh)
        take_steps(chosen)
        return serve(chosen.port, at_the_end)


def read(arguments: list[str]) -> Namespace:
    parser = ArgumentParser(prog="sightline demo", description=__doc__)
    port = int(os.environ.get("PORT") or serving.PORT)
    parser.add_argument("--port", type=int, default=port, help="the port to serve on (default: $PORT, else 8000)")
    parser.add_argument("--afresh", action="store_true", help="throw the demonstration's data away and build it again")
    for name, says in CHOICES.items():
        parser.add_argument(f"--{name}", help=f"{says}; for an authority that is built now")
    return parser.parse_args(arguments)


def end(_: int, __: FrameType | None) -> NoReturn:
    """Being told to stop is treated as the keyboard's interrupt."""
    raise KeyboardInterrupt


@contextmanager
def database_told_of() -> Iterator[None]:
    """Raises StepFailed with a sentence where the database was stopped, or does not answer any more."""
    from django.db import OperationalError
    from psycopg import OperationalError as Stopped

    try:
        yield
    except (OperationalError, Stopped) as why:
        said = str(why).strip().partition("\n")[0]
        again = "If something else stopped it, start the demonstration again: what is there is kept."
        raise StepFailed(f"The database does not answer any more: {said}. {again}") from why


def have_database(at_the_end: ExitStack, *, afresh: bool) -> None:
    """Have a running database; an embedded server that was not running before is stopped by who uses it last."""
    if addresses_are_given():
        say("Using the database that DATABASE_URL names")
        return
    say("Starting PostgreSQL")
    waiting = "Waiting for another demonstration, which is stopping PostgreSQL"
    at_the_end.enter_context(used(find("demo"), lambda: say(waiting)))
    if afresh:
        start("demo").drop_database(DATABASE)
        for kept in ("files", "seal"):  # they belong to the database that is gone
            shutil.rmtree(state_folder() / kept, ignore_errors=True)
    ensure_addresses("demo")


def take_steps(chosen: Namespace) -> None:
    """Run Django's commands in this process, which is the owner's."""
    import django
    from django.core.management import CommandError, call_command
    from django.db import connections

    django.setup()
    told = [f"--{name}={value}" for name in CHOICES if (value := getattr(chosen, name))]
    for says, (command, *options) in STEPS:
        say(says)
        try:
            call_command(command, *options, *(told if command == "demo_build" else ()))
        except CommandError as why:
            raise StepFailed(f"The demonstration was not built, since `sightline {command}` failed: {why}") from why
    connections.close_all()


def serve(port: int, at_the_end: ExitStack) -> int:
    """Serve, with the background work beside it, until the server ends."""
    say("Starting the server and the background worker")
    server = begin(at_the_end, "web", serving.command(serving.ADDRESS, port))
    begin(at_the_end, "jobs", [sys.executable, "-m", "sightline.config.console", "worker"])
    address = f"http://{serving.ADDRESS}:{port}/"
    wait_until_ready(server, address + "health/ready")
    tell_sign_ins()
    say(f"\nSightline is ready at {address} with these sign-ins. Press Ctrl+C to stop it; its data are kept.")
    try:
        return server.wait()
    except KeyboardInterrupt:
        say("\nStopping.")
        return 0


def tell_sign_ins() -> None:
    """One account for each role, with its password and code."""
    from django.core.management import call_command

    call_command("demo_sign_ins")


def begin(at_the_end: ExitStack, process: str, command: list[str]) -> "subprocess.Popen[bytes]":
    """Start a process of another kind beside this one, to be ended with it."""
    environment = os.environ | {"SIGHTLINE_LOG_LEVEL": "WARNING", "SIGHTLINE_PROCESS": process}
    started = subprocess.Popen(command, env=environment)
    at_the_end.callback(finish, started)
    return started


def finish(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


def wait_until_ready(server: "subprocess.Popen[bytes]", address: str) -> None:
    """Raises StepFailed when the server ends, or runs for very long without being ready."""
    began = told = time.monotonic()
    while server.poll() is None and time.monotonic() < began + LONGEST_START:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
        if time.monotonic() > told + PATIENCE:
            told = time.monotonic()
            say("The server runs and is not ready yet. Press Ctrl+C to give up")
    raise StepFailed("The server did not become ready; what it said stands above.")


def say(sentence: str) -> None:
    """A line of progress."""
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()
