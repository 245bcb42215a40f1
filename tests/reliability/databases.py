"""Databases with really committed transactions and real logins, cloned from the migrated test database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.db import connection
from psycopg import sql

from sightline.config.database.addresses import parts
from sightline.config.database.cluster import SUPERUSER, Cluster
from sightline.config.database.roles import ROLE_OF_PROCESS, database_sql
from sightline.foundation.audit_trail.verifier import Finding, check

NUMBERS = count(1)


@dataclass(frozen=True)
class CommittedDatabase:
    """One database of the test server; what is written to it is committed, and every role logs in for itself."""

    cluster: Cluster
    name: str

    def url(self, role: str) -> str:
        """The address for a login role, or for the superuser."""
        return self.cluster.url(role, self.name)

    def login(self, role: str) -> "psycopg.Connection[Any]":
        """A connection logged in as the role; it commits when its `with` block ends well."""
        return psycopg.connect(self.url(role))

    def superuser(self) -> "psycopg.Connection[Any]":
        """A connection of somebody whom nothing inside the database can stop."""
        return self.login(SUPERUSER)

    @contextmanager
    def process(self, kind: str) -> Iterator[None]:
        """Django works here until the block ends, logged in as a kind of process (web, jobs, owner, backup) is."""
        assert not connection.in_atomic_block, "a test with its own database takes no db fixture"
        before = dict(connection.settings_dict)
        connection.close()
        connection.settings_dict.update(parts(self.url(ROLE_OF_PROCESS[kind])))
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict.update(before)

    def clone(self) -> "CommittedDatabase":
        """A copy of this database as it is now; connections to it are ended."""
        return clone(self.cluster, self.name)

    def drop(self) -> None:
        """Remove it, ending the connections to it."""
        self.cluster.drop_database(self.name)


@dataclass(frozen=True)
class Outside:
    """What of the seal lies outside the database."""

    heads: Path
    key: Path

    def findings(self, database: CommittedDatabase) -> list[Finding]:
        """What the verifier finds in a database, looking as the backup role."""
        return check(database.url("sightline_backup"), self.heads, self.key)


def clone(cluster: Cluster, template: str) -> CommittedDatabase:
    """A copy of a database of the server, with the rights on databases that every database of ours has."""
    name = f"committed_{uuid4().hex[:8]}_{next(NUMBERS)}"
    with psycopg.connect(cluster.url(SUPERUSER, "postgres"), autocommit=True) as administrator:
        administrator.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
            [template],
        )
        names = sql.Identifier(name), sql.Identifier(template)
        administrator.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER sightline_owner").format(*names))
    cluster.run_sql(name, database_sql(name))
    return CommittedDatabase(cluster, name)


def begin(session: "psycopg.Connection[Any]", actor: UUID | None) -> None:
    """Say in a transaction who acts, as the middleware does."""
    session.execute(
        "SELECT set_config('sightline.actor', %s, true), set_config('sightline.session', 'direct', true),"
        " set_config('sightline.request', %s, true), set_config('sightline.route', '/direct/', true)",
        [str(actor or ""), str(uuid4())],
    )
