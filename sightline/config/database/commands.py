"""`sightline database ...`: the SQL for a real server, and the embedded server's start, stop and state."""

import sys
from argparse import ArgumentParser, Namespace

from sightline.config.database.environment import DATABASE, addresses_of, ensure_addresses
from sightline.config.database.launcher import find
from sightline.config.database.prepare import preparation


def run(arguments: list[str]) -> int:
    """Run one of the database commands; gives its exit status."""
    chosen = reader().parse_args(arguments)
    status: int = chosen.command(chosen)
    return status


def reader() -> ArgumentParser:
    parser = ArgumentParser(prog="sightline database", description=__doc__)
    choices = parser.add_subparsers(required=True)
    prepare = choices.add_parser("prepare", help="print the SQL that a database administrator runs once, with psql")
    prepare.add_argument("--name", default=DATABASE, help="the database's name (default: %(default)s)")
    prepare.add_argument("--for-tests", action="store_true", help="let the owner stand in for the other roles")
    prepare.set_defaults(command=print_preparation)
    choices.add_parser("start", help="start the embedded server").set_defaults(command=start)
    choices.add_parser("stop", help="stop the embedded server").set_defaults(command=stop)
    choices.add_parser("status", help="say whether the embedded server runs").set_defaults(command=show)
    return parser


def print_preparation(chosen: Namespace) -> int:
    sys.stdout.write(preparation(chosen.name, for_tests=chosen.for_tests))
    return 0


def start(chosen: Namespace) -> int:
    if ensure_addresses() is None:
        sys.stdout.write("DATABASE_URL names a real server: there is nothing to start.\n")
        return 0
    return show(chosen)


def stop(_: Namespace) -> int:
    find("demo").stop()
    sys.stdout.write("The embedded server is stopped; its data are kept.\n")
    return 0


def show(_: Namespace) -> int:
    """Print where the server is and how each role reaches it; status 3 when it does not run, as services do."""
    cluster = find("demo")
    if not cluster.answers():
        sys.stdout.write("The embedded server does not run.\n")
        return 3
    lines = [f"The embedded server runs; its data are in {cluster.data} and its log is {cluster.log}."]
    lines += [f"{variable}={address}" for variable, address in addresses_of(cluster).items()]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0
