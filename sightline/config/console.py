"""The `sightline` command: Django's commands and our own, each as the database role that it needs and no other."""

import difflib
import os
import sys
from collections.abc import Callable

from sightline.config import backup, demonstration, reference, restore, serving, templates
from sightline.config.database import commands as database_commands
from sightline.config.database.addresses import own_parts
from sightline.config.database.binaries import DatabaseUnavailable
from sightline.config.database.environment import addresses_are_given, ensure_addresses

PROCESS_OF_COMMAND = {
    "migrate": "owner",  # makes tables
    "makemigrations": "owner",
    "showmigrations": "owner",
    "sqlmigrate": "owner",
    "createcachetable": "owner",
    "dbshell": "owner",  # is for whoever looks after the database
    "demo": "owner",
    "demo_build": "owner",  # sets the times of a made-up history
    "import": "jobs",  # reads and writes the records of every child
    "import_return": "jobs",
    "worker": "jobs",  # does background work
    "procrastinate": "jobs",
    "clearsessions": "jobs",
    "add_user_administrator": "jobs",  # writes through the door, and reads the whole workforce
    "clocks_rebuild": "jobs",  # counts the clocks of every child again
    "boards_rebuild": "jobs",  # reads the facts of every child again
    "audit_seal": "jobs",
    "audit_verify": "backup",  # reads every row and changes none
    "backup": "backup",
    "restore": "owner",  # makes what it restores
    "serve": "web",  # answers people
    "runserver": "web",
}
OTHERWISE = "web"  # the fewest rights
WITHOUT_DATABASE = {"check", "collectstatic", "database", "demo", "diffsettings", "docs", "findstatic", "templates"}

Command = Callable[[list[str]], int]


def worker(arguments: list[str]) -> int:
    return 1 if serving.unsafe() else run_django(["procrastinate", "worker", *arguments])


def audit_verify(arguments: list[str]) -> int:
    """The verifier of the seal, told where this installation keeps what it needs."""
    from django.conf import settings

    from sightline.foundation.audit_trail import verifier

    given = {
        "database": os.environ["DATABASE_BACKUP_URL"],
        "heads": settings.SEAL_HEAD_FILE,
        "key": settings.SEAL_KEY_FILE,
    }
    return verifier.main([*(f"--{name}={value}" for name, value in given.items()), *arguments])


def import_return(arguments: list[str]) -> int:
    """An import under the name that people type; Django's own name for it is no word of Python's."""
    return run_django(["import_return", *arguments])


OUR_OWN: dict[str, tuple[Command, str]] = {
    "audit_verify": (audit_verify, "check the audit and the facts against the seal (also: audit seal)"),
    "backup": (backup.run, "copy the database, the files and the heads of the seal"),
    "database": (database_commands.run, "prepare a real server, or start, stop and show the embedded one"),
    "demo": (demonstration.run, "build the demonstration authority and serve it"),
    "docs": (reference.run, "write the reference pages from the code"),
    "import": (import_return, "read a return an authority already makes: ssda903 DIR, cin FILE.xml, annex-a FILE.xlsx"),
    "restore": (restore.run, "bring a backup into an empty database and compare"),
    "serve": (serving.run, "answer people, with gunicorn"),
    "templates": (templates.run, "compile every page, to find faults before people do"),
    "worker": (worker, "do background work"),
}


def main() -> None:
    """Run one command and leave with its exit status; what cannot be done is said in a sentence."""
    try:
        sys.exit(run(sys.argv[1:]))
    except (DatabaseUnavailable, serving.PortTaken, demonstration.StepFailed) as why:
        sys.exit(str(why))
    except KeyboardInterrupt:
        sys.exit(130)


def run(words: list[str]) -> int:
    """Run the command that these words name; gives its exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")
    if not addresses_are_given():
        os.environ.setdefault("SIGHTLINE_MODE", "demonstration")
    if not words or words[0] in {"--help", "-h"}:
        return list_commands()
    words = joined(words)
    os.environ["SIGHTLINE_PROCESS"] = PROCESS_OF_COMMAND.get(words[0], OTHERWISE)
    if words[0] in OUR_OWN:
        return run_our_own(words)
    if words[0] not in {*django_commands(), "help"}:
        return unknown(words[0])
    return run_django(words)


def joined(words: list[str]) -> list[str]:
    """A command may be written as two words: `demo build` is demo_build."""
    name = "_".join(words[:2])
    return [name, *words[2:]] if name in PROCESS_OF_COMMAND else words


def run_our_own(words: list[str]) -> int:
    if needs_database(words):
        ensure_addresses()
    return OUR_OWN[words[0]][0](words[1:])


def needs_database(words: list[str]) -> bool:
    return words[0] not in WITHOUT_DATABASE and not {"--help", "-h", "help"} & set(words)


def django_commands() -> dict[str, str]:
    """The name and the app of each command of Django's and of our areas."""
    import django
    from django.core.management import get_commands

    django.setup()
    return get_commands()


def run_django(words: list[str]) -> int:
    from django.conf import settings
    from django.core.management import execute_from_command_line
    from django.db import OperationalError

    if needs_database(words):
        ensure_addresses()
        settings.DATABASES["default"].update(own_parts())  # the settings were read before there was an address
    try:
        execute_from_command_line(["sightline", *words])
    except OperationalError as error:
        return complain(f"The database does not answer: {str(error).strip().splitlines()[0]}.")
    return 0


def list_commands() -> int:
    """Our own commands with a line each, then the names of Django's and the areas'."""
    lines = ["sightline COMMAND, where COMMAND is one of:", ""]
    lines += [f"  {name:<10} {says}" for name, (_, says) in OUR_OWN.items()]
    lines += ["", "or of these, each explained by `sightline COMMAND --help`:", ""]
    lines += ["  " + "  ".join(sorted(django_commands()))]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def unknown(name: str) -> int:
    near = difflib.get_close_matches(name, [*OUR_OWN, *django_commands()])
    meant = f" Did you mean {' or '.join(near)}?" if near else " `sightline --help` lists them."
    return complain(f"There is no command {name}.{meant}")


def complain(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


if __name__ == "__main__":
    main()
