"""Starts a private PostgreSQL for the demonstration and for tests: socket only, no password, nothing to configure."""

import hashlib
import os
import shlex
import shutil
import time
from pathlib import Path
from subprocess import STDOUT

from sightline.config.database.binaries import (
    SYSTEM_STATE,
    Account,
    DatabaseUnavailable,
    major_version,
    programs_for,
    server_account,
)
from sightline.config.database.cluster import PATIENCE, SUPERUSER, Cluster
from sightline.config.database.roles import database_sql, roles_sql
from sightline.config.database.sockets import make_private

CHECKOUT = Path(__file__).resolve().parents[3]
BUILTIN_LOCALE_SINCE = 17
SETTINGS = {
    "listen_addresses": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_parameter_max_length": "0",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
FOR_TESTS = {  # nothing outlives a test, and nobody tidies a database that another test is about to drop
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}


def state_folder() -> Path:
    """Where this checkout keeps its databases, files and keys: $SIGHTLINE_STATE, else .local in the checkout."""
    return Path(os.environ.get("SIGHTLINE_STATE") or CHECKOUT / ".local").resolve()


def start(purpose: str) -> Cluster:
    """The running server of this purpose ("demo" keeps every commit, "test" is fast instead), made if there is none."""
    cluster = find(purpose)
    with cluster.one_at_a_time():
        if not cluster.data.exists():
            make(cluster)
        bring_up(cluster)
        set_roles(cluster)
    return cluster


def find(purpose: str) -> Cluster:
    """The server of this purpose, running or not, made or not. Each major version has its own data folder."""
    account = server_account()
    programs = programs_for(account)
    folder = data_parent(account)
    return Cluster(purpose, folder / f"{purpose}-{major_version(programs)}", programs, account)


def data_parent(account: Account) -> Path:
    """The folder of all data folders: in the state folder unless the server's account cannot reach that."""
    folder = state_folder() / "postgresql"
    folder.mkdir(parents=True, exist_ok=True)
    if account.may("x", folder):
        return folder
    elsewhere = SYSTEM_STATE / hashlib.sha256(str(folder).encode()).hexdigest()[:12]
    elsewhere.mkdir(parents=True, exist_ok=True)
    for part in (SYSTEM_STATE, elsewhere):
        part.chmod(0o755)
    return elsewhere


def make(cluster: Cluster) -> None:
    """Run initdb beside the data folder and move the result there, so that a broken attempt leaves nothing behind."""
    unfinished = cluster.data.with_name(f"{cluster.data.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    cluster.account.own(unfinished)
    command = [str(cluster.programs / "initdb"), "-D", str(unfinished), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8"]
    with cluster.log.open("wb") as output:
        made = cluster.account.run([*command, "-k", *locale(cluster)], stdout=output, stderr=STDOUT)
    if made.returncode != 0:
        raise DatabaseUnavailable(f"PostgreSQL could not make its data folder; {cluster.log} says why.")
    unfinished.rename(cluster.data)
    cluster.account.own(cluster.log)


def locale(cluster: Cluster) -> list[str]:
    if major_version(cluster.programs) < BUILTIN_LOCALE_SINCE:
        return ["--locale=C.UTF-8"]
    return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


def bring_up(cluster: Cluster) -> None:
    """Start the server and wait until it answers; one that was killed a moment ago first has to be seen to be gone."""
    deadline = time.monotonic() + PATIENCE
    while not cluster.answers():
        if time.monotonic() > deadline:
            raise DatabaseUnavailable(f"PostgreSQL does not answer; {cluster.log} says why.")
        if not cluster.claims_to_run():
            make_private(cluster.socket, cluster.account)
            cluster.control("start", "-w", "-t", str(PATIENCE), "-l", str(cluster.log), "-o", options(cluster))
        time.sleep(0.05)


def options(cluster: Cluster) -> str:
    """The server's settings as pg_ctl passes them on, through a shell."""
    settings = SETTINGS | (FOR_TESTS if cluster.purpose == "test" else {})
    settings["unix_socket_directories"] = str(cluster.socket)
    return " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in settings.items())


def set_roles(cluster: Cluster) -> None:
    """Set up the roles, and what every new database starts with, whenever what they should be has changed."""
    roles, every_database = roles_sql(for_tests=True), database_sql("template1")
    wanted = hashlib.sha256((roles + every_database).encode()).hexdigest()
    mark = cluster.data.with_name(f"{cluster.data.name}.roles")
    if not mark.exists() or mark.read_text() != wanted:
        cluster.run_sql("postgres", roles)
        cluster.run_sql("template1", every_database)
        mark.write_text(wanted)
