"""kill -9 of web workers and of PostgreSQL while people record; and a control, in which a loss must be seen."""

import time
from collections.abc import Iterator
from random import Random

from bench.report import Line
from bench.setting import Setting
from tests.reliability import crashing


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """Acknowledged and lost: web workers, PostgreSQL, and PostgreSQL told not to wait for the disk."""
    yield from web_workers(setting, 200 if long else 10)
    yield from postgresql(setting, 500 if long else 10)
    yield from control(setting, 25 if long else 5)


def web_workers(setting: Setting, kills: int) -> Iterator[Line]:
    random = Random(1)
    with crashing.WebServer(setting.database, mode="demonstration") as server:
        cookie = crashing.signed_in(setting.database, setting.worker)
        writers = crashing.Writers(crashing.over_http(server, setting.child, cookie))
        with writers.writing():
            for _ in range(kills):
                writers.wait_for(random.randint(5, 40), patience=60)
                time.sleep(random.uniform(0, 0.1))
                server.kill_a_worker(random)
    lost = lost_of(setting, writers, "children_personname", "given_names")
    yield from told(setting, f"{kills} kills of web workers", writers, lost)


def postgresql(setting: Setting, kills: int) -> Iterator[Line]:
    writers = write_while_killing(setting, kills)
    lost = lost_of(setting, writers, "documents_passage", "text")
    yield from told(setting, f"{kills} kills of PostgreSQL", writers, lost)


def write_while_killing(setting: Setting, kills: int, retry: bool = True) -> crashing.Writers:
    random = Random(2)
    work = crashing.through_the_door if retry else crashing.through_the_door_once
    with setting.database.process("web"):
        writers = crashing.Writers(work(setting.worker, setting.child), how_many=4)
        with writers.writing():
            for _ in range(kills):
                writers.wait_for(random.randint(50, 300), patience=60)
                crashing.kill_server(setting.database.cluster)
            writers.wait_for(10, patience=60)
    return writers


def control(setting: Setting, kills: int) -> Iterator[Line]:
    """Without waiting for the disk some acknowledged writes are lost: if none is, the harness is blind."""
    with setting.database.superuser() as session:
        session.execute("ALTER ROLE sightline_web SET synchronous_commit = off")
    try:
        writers = write_while_killing(setting, kills, retry=False)
    finally:
        with setting.database.superuser() as session:
            session.execute("ALTER ROLE sightline_web RESET synchronous_commit")
    lost = lost_of(setting, writers, "documents_passage", "text")
    yield Line(f"control, {kills} kills without waiting for the disk: lost (must be seen)",
               f"{lost} of {len(writers.acknowledged)}", good=lost > 0)  # fmt: skip


def lost_of(setting: Setting, writers: crashing.Writers, table: str, column: str) -> int:
    """How many acknowledged writes are not there exactly once."""
    there = crashing.counted(setting.database, table, column)
    return sum(there.get(token) != 1 for token in writers.acknowledged)


def told(setting: Setting, name: str, writers: crashing.Writers, lost: int) -> Iterator[Line]:
    acknowledged = len(writers.acknowledged)
    yield Line(f"{name}: acknowledged writes", f"{acknowledged:,}")
    yield Line(f"{name}: lost or doubled", f"{lost}", good=lost == 0)
    half = crashing.wrong(setting.database)
    yield Line(f"{name}: written by half", "; ".join(half) or "0", good=not half)
