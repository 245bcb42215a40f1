"""A child's page, with its read log and row-level security, beside a bare Django page served the same way."""

from collections.abc import Iterator

from django.urls import reverse

from bench.load import Measured, ask
from bench.report import Line
from bench.setting import Setting
from tests.reliability import crashing

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
            found = ask(server.port, address, cookie, seconds=seconds)
            logged = (read_events(setting) - before) / found.answers
            yield from told(name, found)
            yield Line(f"{name}: times slower than the bare page", f"{bare.a_second / found.a_second:.1f}")
            yield Line(f"{name}: read log entries a request", f"{logged:.1f}", good=logged >= 1)


def told(name: str, found: Measured) -> Iterator[Line]:
    yield Line(f"{name}: requests a second", f"{found.a_second:.0f}")
    yield Line(f"{name}: median, slowest twentieth (ms)", f"{found.median:.0f}, {found.slow:.0f}")


def read_events(setting: Setting) -> int:
    with setting.database.superuser() as session:
        return crashing.one(session, "SELECT count(*) FROM audit_trail_readevent")
