"""Where the measurements take place: a durable server with the demonstration authority, a worker and a child."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db.models import Count

from sightline.config.database.environment import addresses_of
from sightline.config.database.launcher import start
from tests.reliability.databases import CommittedDatabase

NAME = "bench"


@dataclass(frozen=True)
class Setting:
    """A database, somebody who works, and a child they hold about whom much is recorded."""

    database: CommittedDatabase
    worker: UUID
    child: UUID
    folder: Path

    def close(self) -> None:
        """Stop the server; what is in it is kept for the next time."""
        self.database.cluster.stop()

    def environment(self, process: str) -> dict[str, str]:
        """The environment of a process that serves this database as a demonstration does."""
        own = {"SIGHTLINE_MODE": "demonstration", "SIGHTLINE_PROCESS": process, "SIGHTLINE_LOG_LEVEL": "CRITICAL"}
        return os.environ | addresses_of(self.database.cluster, self.database.name) | own


def set_up(size: str = "small") -> Setting:
    """The setting of a size, built through the door the first time and brought up to date every time."""
    cluster, name = start(NAME), NAME if size == "small" else f"{NAME}_{size}"
    cluster.ensure_database(name)
    database = CommittedDatabase(cluster, name)
    empty = Setting(database, UUID(int=0), UUID(int=0), Path(tempfile.mkdtemp(prefix="bench-")))
    for process, words in (
        ("owner", ["migrate", "--verbosity", "0"]),
        ("owner", ["demo_build", "--if-empty", f"--size={size}"]),
        ("web", ["collectstatic", "--no-input", "--verbosity", "0"]),
    ):
        print(f"sightline {' '.join(words)}", file=sys.stderr)
        django = [sys.executable, "-m", "django", *words]
        subprocess.run(django, env=empty.environment(process), check=True, stdout=sys.stderr)
    with database.process("jobs"):
        worker, child = somebody_at_work()
    return Setting(database, worker, child, empty.folder)


def migrated_database(setting: Setting) -> CommittedDatabase:
    """Another database on the same server, migrated and empty."""
    cluster = setting.database.cluster
    database = CommittedDatabase(cluster, "bench_small")
    database.drop()
    cluster.ensure_database(database.name)
    own = setting.environment("owner") | addresses_of(cluster, database.name)
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], env=own, check=True)
    return database


def somebody_at_work() -> tuple[UUID, UUID]:
    """The child about whom most is recorded of those who have an allocated worker, and that worker."""
    from sightline.foundation.chronology.models import FactIndex
    from sightline.foundation.workforce.models import Involvement

    held = (
        Involvement.objects.current().filter(kind="allocated_worker", ended=None).values_list("child", "practitioner")
    )
    workers = dict(held)
    most = FactIndex.objects.filter(person__in=workers).values("person").annotate(n=Count("id")).order_by("-n").first()
    child = most["person"] if most else next(iter(workers))
    return workers[child], child
