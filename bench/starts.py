"""How long it takes until a child's page is there, from nothing and from a running database."""

import http.client
import time
from collections.abc import Iterator
from contextlib import closing

from django.urls import reverse

from bench.report import Line
from bench.setting import Setting
from sightline.config.database.launcher import start
from tests.reliability import crashing


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """Cold: database and server start. Warm: only the server does. Then the pages after the first."""
    cookie = crashing.signed_in(setting.database, setting.worker)
    setting.database.cluster.stop()
    began = time.perf_counter()
    start(setting.database.cluster.purpose)
    with crashing.WebServer(setting.database, mode="demonstration") as server:
        page(setting, server.port, cookie)
        yield Line("cold: PostgreSQL and the server start (s)", f"{time.perf_counter() - began:.1f}")
    began = time.perf_counter()
    with crashing.WebServer(setting.database, mode="demonstration") as server:
        first = page(setting, server.port, cookie)
        yield Line("warm: the server starts (s)", f"{time.perf_counter() - began:.1f}")
        later = min(page(setting, server.port, cookie) for _ in range(20))
    yield Line("first page of a process, and a later one (ms)", f"{first * 1000:.0f}, {later * 1000:.0f}")


def page(setting: Setting, port: int, cookie: str) -> float:
    """The seconds until the page of the child is there."""
    began = time.perf_counter()
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", reverse("children:child", args=[setting.child]), headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
    if answer.status != 200:
        raise RuntimeError(f"the page of the child answered {answer.status}")
    return time.perf_counter() - began
