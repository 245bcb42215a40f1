"""The pages of a working day, a hundred people who look at them at once, and counting all clocks again."""

import http.client
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from random import Random
from statistics import median, quantiles

from django.test import Client
from django.urls import reverse

from bench.imports import memory_of
from bench.load import ask
from bench.pages import MOST_QUESTIONS, cost, cpu, postmaster, questions, told
from bench.report import Line
from bench.setting import Setting
from tests.reliability import crashing

PEOPLE, THINKING = 100, (5.0, 15.0)  # at once; seconds between two pages of one of them
LONGEST = 300  # milliseconds of the slowest twentieth with so many people
MISSPELT = "turnbul"  # a name that is looked for
Visit = tuple[str, str, str]  # what it is, its address, and the cookie of somebody who may see it


def measure(setting: Setting, long: bool) -> Iterator[Line]:
    """Each page by itself, then everybody at once, then the clocks."""
    seconds = 30 if long else 8
    with setting.database.process("jobs"):
        visits = list(visits_of(setting))
    with crashing.WebServer(setting.database, mode="demonstration") as server:
        for name, address, cookie in visits:
            ask(server.port, address, cookie, seconds=1)
            spent = cpu(server.master.pid), cpu(postmaster(setting))
            found = ask(server.port, address, cookie, browsers=2, seconds=seconds)
            spent = cpu(server.master.pid) - spent[0], cpu(postmaster(setting)) - spent[1]
            yield from told(name, found)
            yield from cost(name, *(each / found.answers for each in spent))
            asked = questions(setting, address, cookie)
            yield Line(f"{name}: questions to the database", f"{asked}", good=asked <= MOST_QUESTIONS)
        yield from everybody(server.port, visits, 180 if long else 60)
        memory = [memory_of(process) for process in crashing.children_of(server.master.pid)]
        yield Line("a process of the web server: memory at most (MiB)", f"{max(memory) * 1024:.0f}")
    yield from clocks(setting)


def visits_of(setting: Setting) -> Iterator[Visit]:
    """A child, My work, the board of a team and that of the authority, each as somebody who has it."""
    from sightline.foundation.workforce.models import Post

    managers = Post.objects.filter(role="team_manager").order_by("practitioner__email")
    manager = managers.filter(team__posts__practitioner=setting.worker).first() or managers[0]
    director = Post.objects.filter(role="director")[0]
    worker = crashing.signed_in(setting.database, setting.worker)
    yield "overview of a child", reverse("children:child", args=[setting.child]), worker
    yield "My work", reverse("workforce:my_work"), worker
    of_team = reverse("workforce:line_of_sight_of", args=[manager.team_id])
    yield "board of a team", of_team, crashing.signed_in(setting.database, manager.practitioner_id)
    of_all = reverse("workforce:line_of_sight_of", args=[director.team_id])
    yield "board of the authority", of_all, crashing.signed_in(setting.database, director.practitioner_id)
    yield "search by name", looked_for(setting, worker), worker


def looked_for(setting: Setting, cookie: str) -> str:
    """The address of what was found, once somebody has said whom they look for."""
    with setting.database.process("web"):
        return str(Client(headers={"Cookie": cookie}).post(reverse("search:people"), {"q": MISSPELT})["Location"])


def everybody(port: int, visits: list[Visit], seconds: float) -> Iterator[Line]:
    """A hundred people who look at these pages and think in between."""
    until = time.perf_counter() + seconds
    with ThreadPoolExecutor(PEOPLE) as pool:
        days = [pool.submit(a_day, port, visits, until, Random(seat)) for seat in range(PEOPLE)]
        answers = [answer for day in days for answer in day.result()]
    times = [taken * 1000 for status, taken in answers if status == 200]
    slow = quantiles(times, n=20)[-1]
    yield Line(f"{PEOPLE} people: pages, median (ms)", f"{len(times)}, {median(times):.0f}")
    yield Line(f"{PEOPLE} people: slowest twentieth (ms)", f"{slow:.0f}", good=slow <= LONGEST)
    yield Line(f"{PEOPLE} people: errors", f"{len(answers) - len(times)}", good=len(times) == len(answers))


def a_day(port: int, visits: list[Visit], until: float, chance: Random) -> list[tuple[int, float]]:
    """The status of each answer, and the seconds it took."""
    found = []
    time.sleep(chance.uniform(0, THINKING[1]))
    while time.perf_counter() < until:
        _, address, cookie = chance.choice(visits)
        began = time.perf_counter()
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
            connection.request("GET", address, headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
        found.append((answer.status, time.perf_counter() - began))
        time.sleep(chance.uniform(*THINKING))
    return found


def clocks(setting: Setting) -> Iterator[Line]:
    """Counting the clocks of every child again: how long it takes, and how much memory."""
    began = time.perf_counter()
    django = [sys.executable, "-m", "django", "clocks_rebuild"]
    subprocess.run(django, env=setting.environment("jobs"), check=True, stdout=subprocess.DEVNULL)
    yield Line("all clocks counted again (s)", f"{time.perf_counter() - began:.1f}")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Line("all clocks counted again: memory at most (MiB)", f"{most:.0f}")
