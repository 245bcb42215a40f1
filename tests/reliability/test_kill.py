"""kill -9 of web workers and of PostgreSQL while people record: nothing acknowledged is lost, nothing is there by half.

This is a short run; `make bench` has a long one, with a control that shows that a loss would be seen.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

import pytest

from tests.builders.workforce import involve, practitioner
from tests.reliability import crashing
from tests.reliability.databases import CommittedDatabase, Outside
from tests.reliability.recording import Scene

pytestmark = pytest.mark.database

WEB_KILLS, SERVER_KILLS = 5, 3


@dataclass(frozen=True)
class Durable:
    """A database that keeps what it acknowledges, a worker, and the child they hold."""

    database: CommittedDatabase
    worker: UUID
    child: UUID


@pytest.fixture(scope="module")
def durable(
    peopled_template: tuple[CommittedDatabase, Scene], tmp_path_factory: Any, django_db_blocker: Any
) -> Iterator[Durable]:
    """The peopled database on a server that keeps what it acknowledges, and a worker who holds a child of it."""
    with django_db_blocker.unblock():
        database = crashing.durable_copy(peopled_template[0], tmp_path_factory.mktemp("durable"))
        child = peopled_template[1].child
        with database.process("jobs"):
            worker = practitioner()
            involve(child, practitioner=worker)
        yield Durable(database, worker.pk, child)
        database.cluster.stop()


def test_a_killed_web_worker_loses_nothing_it_acknowledged(durable: Durable, outside: Outside) -> None:
    random = Random(1)
    with crashing.WebServer(durable.database) as server:
        cookie = crashing.signed_in(durable.database, durable.worker)
        writers = crashing.Writers(crashing.over_http(server, durable.child, cookie))
        with writers.writing():
            for _ in range(WEB_KILLS):
                writers.wait_for(random.randint(3, 8))
                time.sleep(random.uniform(0, 0.1))
                server.kill_a_worker(random)
            writers.wait_for(3)
    there = crashing.counted(durable.database, "children_personname", "given_names")
    assert len(writers.acknowledged) > 3 * WEB_KILLS
    assert [token for token in writers.acknowledged if there.get(token) != 1] == []
    assert crashing.wrong(durable.database) == []
    verifies(durable.database, outside)


def test_a_killed_postgresql_loses_nothing_it_acknowledged(durable: Durable, outside: Outside) -> None:
    random = Random(2)
    with durable.database.process("web"):
        writers = crashing.Writers(crashing.through_the_door(durable.worker, durable.child), how_many=4)
        with writers.writing():
            for _ in range(SERVER_KILLS):
                time.sleep(random.uniform(0.5, 1.5))
                crashing.kill_server(durable.database.cluster)
            time.sleep(0.5)
    there = crashing.counted(durable.database, "documents_passage", "text")
    assert len(writers.acknowledged) > 50
    assert writers.unknown == 0
    assert [token for token in writers.acknowledged if there.get(token) != 1] == []
    assert max(there.values()) == 1
    assert crashing.wrong(durable.database) == []
    verifies(durable.database, outside)


def verifies(database: CommittedDatabase, outside: Outside) -> None:
    """Every fact is as its change rows say."""
    outside.key.write_text("00" * 32)
    assert outside.findings(database) == []


def test_the_folder_of_the_durable_server_is_not_the_one_for_tests(durable: Durable) -> None:
    with durable.database.superuser() as session:
        assert session.execute("SHOW fsync").fetchone() == ("on",)
        assert session.execute("SHOW synchronous_commit").fetchone() == ("on",)
