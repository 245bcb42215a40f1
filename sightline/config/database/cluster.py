"""One private PostgreSQL server: its folders, its addresses, whether it runs."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import STDOUT
from urllib.parse import quote

import psycopg
from psycopg import sql

from sightline.config.database.binaries import Account
from sightline.config.database.roles import OWNER, database_sql
from sightline.config.database.sockets import socket_folder

SUPERUSER = "postgres"  # only the launcher itself logs in as this role
PATIENCE = 60  # seconds until a server that neither answers nor stops is given up


@dataclass(frozen=True)
class Cluster:
    """One PostgreSQL server with its own data folder; `purpose` names it, and only "test" gives up durability."""

    purpose: str
    data: Path
    programs: Path
    account: Account

    @property
    def log(self) -> Path:
        """What the server has to say; it is kept free of what people typed."""
        return self.data.with_name(f"{self.data.name}.log")

    @property
    def socket(self) -> Path:
        """The folder of the server's socket: the running server's, else the one it will be started with."""
        running = self.claim()
        return Path(running[4]) if len(running) > 4 and running[4] else socket_folder(self.data, self.account)

    def claim(self) -> list[str]:
        """What a server notes of itself, found also after it was killed: process, folder, start, port, socket."""
        try:
            return self.data.joinpath("postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def url(self, role: str, database: str) -> str:
        """The address of a database of this server for one role."""
        return f"postgresql://{role}@/{quote(database)}?host={quote(str(self.socket))}"

    def answers(self) -> bool:
        """Whether the server takes connections now."""
        try:
            with psycopg.connect(self.url(SUPERUSER, "postgres"), connect_timeout=2) as connection:
                connection.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def claims_to_run(self) -> bool:
        """Whether a server process stands; for a second or two after it was killed this may still be said."""
        return self.control("status")

    def control(self, *arguments: str) -> bool:
        """Run pg_ctl. Its output goes to a file: the server would inherit a pipe and keep the caller waiting."""
        with self.data.with_name(f"{self.data.name}.control.log").open("wb") as output:
            command = [str(self.programs / "pg_ctl"), "-D", str(self.data), *arguments]
            return self.account.run(command, stdout=output, stderr=STDOUT).returncode == 0

    def ensure_database(self, name: str) -> None:
        """Make the database if it is missing, owned by the owner role, with extensions and rights set."""
        with psycopg.connect(self.url(SUPERUSER, "postgres"), autocommit=True) as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
                names = sql.Identifier(name), sql.Identifier(OWNER)
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*names))
        self.run_sql(name, database_sql(name))

    def drop_database(self, name: str) -> None:
        """Remove a database, ending the connections to it."""
        with psycopg.connect(self.url(SUPERUSER, "postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def run_sql(self, database: str, statements: str) -> None:
        """Run statements of ours as the superuser, in one transaction."""
        with psycopg.connect(self.url(SUPERUSER, database)) as connection:
            connection.execute(statements.encode())

    def stop(self) -> None:
        """Stop the server; connections still open are ended."""
        with self.one_at_a_time():
            if self.claims_to_run():
                self.control("stop", "-m", "fast", "-w", "-t", str(PATIENCE))

    @contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        """Holds other processes off while this one makes, starts or stops the server."""
        with self.data.with_name(f"{self.data.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
