"""Servers that are killed, clients that write down only what was acknowledged, and what must then hold."""

import html
import http.client
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

import psycopg
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from sightline.config.backup import DUMP, copy_database, run_program
from sightline.config.database.cluster import Cluster
from sightline.config.database.environment import addresses_of
from sightline.config.database.launcher import start
from sightline.config.serving import command
from sightline.foundation.chronology.models import FactIndex
from tests.reliability.databases import CommittedDatabase
from tests.reliability.recording import write_as

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FORM = "application/x-www-form-urlencoded"


def durable_copy(of: CommittedDatabase, folder: Path, purpose: str = "durable") -> CommittedDatabase:
    """A copy of a database on a server of its own that gives up no durability, unlike the one for tests."""
    cluster = start(purpose)
    cluster.drop_database("sightline")
    cluster.ensure_database("sightline")
    copied = CommittedDatabase(cluster, "sightline")
    copy_database(of.url("sightline_backup"), folder / DUMP)
    options = ["--no-comments", "--single-transaction", "--exit-on-error", "--dbname=sightline"]
    run_program("pg_restore", [*options, str(folder / DUMP)], copied.url("sightline_owner"))
    return copied


def kill_server(cluster: Cluster) -> None:
    """Kill PostgreSQL and every process of it at once, as the kernel does when memory ends; then start it again."""
    postmaster = int(cluster.claim()[0])
    family = [postmaster, *children_of(postmaster)]
    os.kill(postmaster, signal.SIGSTOP)  # so that it starts no process meanwhile
    for process in reversed(family):
        with_care(process)
    start(cluster.purpose)


def with_care(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def children_of(process: int) -> list[int]:
    """The processes that a process started and that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = entry.joinpath("stat").read_text().rpartition(")")[2].split()[1]
            except OSError:
                continue
            if int(parent) == process:
                found.append(int(entry.name))
    return found


@dataclass
class WebServer:
    """Gunicorn with the real application, as the web role of a database."""

    database: CommittedDatabase
    application: str = "sightline.config.wsgi:application"
    mode: str = "test"
    port: int = 0
    master: Any = field(default=None, repr=False)

    def __enter__(self) -> "WebServer":
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        addresses = addresses_of(self.database.cluster, self.database.name)
        own = {"SIGHTLINE_MODE": self.mode, "SIGHTLINE_PROCESS": "web", "SIGHTLINE_WEB_PROCESSES": "2"}
        quiet = {"SIGHTLINE_LOG_LEVEL": "CRITICAL", "DJANGO_SETTINGS_MODULE": "sightline.config.settings"}
        self.master = subprocess.Popen(
            [*command("127.0.0.1", self.port)[:-1], self.application],
            env=os.environ | addresses | own | quiet,
            stderr=subprocess.DEVNULL,
        )
        self.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self.master.terminate()
        try:
            self.master.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.master.kill()
            self.master.wait()

    def wait(self, patience: float = 60) -> None:
        """Until it answers."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            try:
                with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as answer:
                    answer.request("GET", "/health/live")
                    answer.getresponse().read()
                    return
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
        raise TimeoutError("the web server does not answer")

    def kill_a_worker(self, random: Random) -> None:
        """Kill one of the processes that answer people; gunicorn starts another."""
        workers = children_of(self.master.pid)
        if workers:
            with_care(random.choice(workers))


def signed_in(database: CommittedDatabase, practitioner: UUID) -> str:
    """The cookie of somebody signed in with a second step."""
    from sightline.foundation.workforce.models import Practitioner

    with database.process("web"):
        client = Client()
        client.force_login(Practitioner.objects.get(pk=practitioner), backend=BACKEND)
        session = client.session
        session["account_authentication_methods"] = [{"method": "password"}, {"method": "mfa", "type": "totp"}]
        session["account_authentication_methods_user"] = str(practitioner)
        session["name"] = uuid4().hex
        session.save()
        return f"session={client.cookies['session'].value}"


@dataclass
class Writers:
    """Threads that write until told to stop; `acknowledged` holds what the server said yes to, and nothing else."""

    work: Callable[[str], bool]
    how_many: int = 3
    acknowledged: list[str] = field(default_factory=list)
    unknown: int = 0
    stop: Event = field(default_factory=Event)

    @contextmanager
    def writing(self) -> Iterator["Writers"]:
        """They write while the block runs."""
        self.stop.clear()
        threads = [Thread(target=self.write) for _ in range(self.how_many)]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self.stop.set()
            for thread in threads:
                thread.join()

    def wait_for(self, more: int, patience: float = 30) -> None:
        """Until so many more were acknowledged."""
        wanted, until = len(self.acknowledged) + more, time.monotonic() + patience
        while len(self.acknowledged) < wanted:
            if time.monotonic() > until:
                raise TimeoutError(f"the server acknowledged {len(self.acknowledged)} of {wanted}")
            time.sleep(0.01)

    def write(self) -> None:
        while not self.stop.is_set():
            token = f"t{uuid4().hex}"
            try:
                said_yes = self.work(token)
            except (OSError, http.client.HTTPException, DatabaseError, psycopg.Error):
                said_yes = False
                time.sleep(0.02)
            if said_yes:
                self.acknowledged.append(token)
            else:
                self.unknown += 1
        connection.close()


def over_http(server: WebServer, child: UUID, cookie: str) -> Callable[[str], bool]:
    """Record another name of a child through the form that people use; whether the server said that it is recorded."""
    address = reverse("children:record_name", kwargs={"child_id": child, "person_id": child})

    def work(token: str) -> bool:
        with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=15)) as browser:
            browser.request("GET", address, headers={"Cookie": cookie})
            page = browser.getresponse()
            cookies = [cookie, *(each.partition(";")[0] for each in page.headers.get_all("Set-Cookie") or [])]
            hidden = re.findall(r'<input type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page.read().decode())
            sent = {name: html.unescape(value) for name, value in hidden}
            sent |= {"kind": "alias", "given_names": token, "family_name": "Okafor"}
            browser.request("POST", address, urlencode(sent), {"Cookie": "; ".join(cookies), "Content-Type": FORM})
            said = browser.getresponse()
            said.read()
            return said.status == 302 and "/accounts/" not in said.headers["Location"]

    return work


def through_the_door(practitioner: UUID, child: UUID) -> Callable[[str], bool]:
    """Record a note through the door; after a lost reply the same request is made again, and must take effect once."""

    def work(token: str) -> bool:
        key = uuid4()
        for _ in range(200):
            try:
                with transaction.atomic():
                    write_as(practitioner, child, token, key)
                return True
            except DatabaseError:
                connection.close()
                time.sleep(0.05)
        return False

    return work


def through_the_door_once(practitioner: UUID, child: UUID) -> Callable[[str], bool]:
    """Record a note through the door, and never ask again what became of it."""

    def work(token: str) -> bool:
        try:
            with transaction.atomic():
                write_as(practitioner, child, token)
        except DatabaseError:
            connection.close()
            time.sleep(0.05)
            return False
        return True

    return work


def wrong(database: CommittedDatabase) -> list[str]:
    """What is half there: facts without their audit entry or the reverse, or facts that are told but not indexed."""
    with database.superuser() as session:
        found = [
            f"{count} {table} without an audit entry"
            for table in tables_with_entries(session)
            if (count := one(session, f"SELECT count(*) FROM {table} f WHERE NOT EXISTS"
                                      " (SELECT FROM audit_trail_auditentry e WHERE e.id = f.entry_id)"))
        ]  # fmt: skip
        for label, table in (
            ("children.PersonName", "children_personname"),
            ("documents.Passage", "documents_passage"),
        ):
            spoken_of = (
                "SELECT count(*) FROM audit_trail_auditentry, jsonb_array_elements(facts) named"
                f" WHERE named ->> 0 = '{label}' AND NOT EXISTS"
                f" (SELECT FROM {table} f WHERE f.id = (named ->> 1)::uuid)"
            )
            if count := one(session, spoken_of):
                found.append(f"{count} audit entries speak of a {label} that is not there")
        told = "SELECT count(*) FROM documents_storedfile f WHERE NOT EXISTS (SELECT FROM {} WHERE fact_id = f.id)"
        if is_told("documents.StoredFile") and one(session, told.format(FactIndex._meta.db_table)):
            found.append("a stored file is not in the index")
    return found


def is_told(label: str) -> bool:
    from sightline.foundation.area import told

    return label in told()


def tables_with_entries(session: "psycopg.Connection[Any]") -> list[str]:
    question = (
        "SELECT table_name FROM information_schema.columns WHERE column_name = 'entry_id'"
        " AND table_schema = 'public' AND table_name NOT LIKE 'audit_trail%'"
    )
    return [name for (name,) in session.execute(question)]


def one(session: "psycopg.Connection[Any]", question: str) -> int:
    return int(session.execute(question.encode()).fetchone()[0])  # type: ignore[index]


def counted(database: CommittedDatabase, table: str, column: str) -> dict[str, int]:
    """How often each token stands in a column."""
    with database.superuser() as session:
        return dict(session.execute(f"SELECT {column}, count(*) FROM {table} GROUP BY 1".encode()).fetchall())
