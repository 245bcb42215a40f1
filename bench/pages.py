"""A child's page, with its read log and row-level security, beside a bare Django page served the same way."""

import os
from collections.abc import Iterator
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.load import Measured, ask
from bench.report import Line
from bench.setting import Setting
from tests.reliability import crashing

MOST_CPU, MOST_QUESTIONS = 35, 25  # of a page: milliseconds, of the web server and the database together; and in all
PAGES = {"overview of a child": "children:child", "chronology of a child": "chronology:child"}


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """Requests a second and medians, and each page's ratio to the bare one."""
    seconds = 30 if long else 8
    with crashing.WebServer(setting.database, application="bench.bare:application", mode="demonstration") as server:
        ask(server.port, "/", seconds=1)
        bare = ask(server.port, "/", seconds=seconds)
    yield from told("bare Django page", bare)
    cookie = crashing.signed_in(setting.database, setting.worker)
    with crashing.WebServer(setting.database, mode="demonstration") as server:
        for name, route in PAGES.items():
            address = reverse(route, args=[setting.child])
            ask(server.port, address, cookie, seconds=1)
            before = read_events(setting)
            spent = cpu(server.master.pid), cpu(postmaster(setting))
            found = ask(server.port, address, cookie, seconds=seconds)
            spent = cpu(server.master.pid) - spent[0], cpu(postmaster(setting)) - spent[1]
            logged = (read_events(setting) - before) / found.answers
            yield from told(name, found)
            yield Line(f"{name}: times slower than the bare page", f"{bare.a_second / found.a_second:.1f}")
            yield from cost(name, *(each / found.answers for each in spent))
            asked = questions(setting, address, cookie)
            yield Line(f"{name}: questions to the database", f"{asked}", good=asked <= MOST_QUESTIONS)
            yield Line(f"{name}: read log entries a request", f"{logged:.1f}", good=logged >= 1)


def told(name: str, found: Measured) -> Iterator[Line]:
    yield Line(f"{name}: requests a second", f"{found.a_second:.0f}")
    yield Line(f"{name}: median, slowest twentieth (ms)", f"{found.median:.0f}, {found.slow:.0f}")


def cost(name: str, web: float, database: float) -> Iterator[Line]:
    good = web + database <= MOST_CPU
    yield Line(f"{name}: CPU of a page, web and database (ms)", f"{web:.0f} + {database:.0f}", good=good)


def cpu(parent: int) -> float:
    """Milliseconds of processor that a process and those it started have used, ended ones included."""
    used = 0
    for process in (parent, *crashing.children_of(parent)):
        used += sum(map(int, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return used * 1000 / os.sysconf("SC_CLK_TCK")


def postmaster(setting: Setting) -> int:
    return int(setting.database.cluster.claim()[0])


def questions(setting: Setting, address: str, cookie: str) -> int:
    """How many questions a page asks the database, with those that begin and end its transaction."""
    with setting.database.process("web"):
        client = Client(headers={"Cookie": cookie})
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return len(asked)


def read_events(setting: Setting) -> int:
    with setting.database.superuser() as session:
        return crashing.one(session, "SELECT count(*) FROM audit_trail_readevent")
