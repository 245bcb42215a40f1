"""`sightline backup FOLDER`: everything that must survive, from one moment: database, files, and the seal's heads.

The dump is taken by the backup role, which sees every row through policies of its own. Under row-level security a dump
by a role without them ends well and lacks the rows, so the policies are looked at first, and the dump shares its
snapshot with the row counts that it is later compared with. The key of the seal is not in it, only the key's name.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import psycopg
from psycopg.conninfo import conninfo_to_dict

from sightline.config.database.binaries import DatabaseUnavailable, find_programs
from sightline.config.fingerprints import RowsHidden, fingerprints, refuse_if_rows_are_hidden

DUMP, FILES, HEADS, MANIFEST = "database.dump", "files.tar", "heads.jsonl", "manifest.json"
VARIABLES = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE",
             "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}  # fmt: skip


class BackupFailed(Exception):
    """Says in a sentence why there is no backup, or why it was not restored."""


def run(arguments: list[str]) -> int:
    """Make a backup; the exit status."""
    reader = ArgumentParser(prog="sightline backup", description=__doc__.partition("\n")[0])
    reader.add_argument("folder", type=Path, help="a folder that does not exist yet")
    folder = reader.parse_args(arguments).folder
    try:
        manifest = back_up(own_address(), folder)
    except (BackupFailed, RowsHidden) as why:
        sys.stderr.write(f"There is no backup. {why}\n")
        return 1
    rows = sum(count for count, _ in manifest["tables"].values())
    sys.stdout.write(
        f"{folder} holds {rows} rows of {len(manifest['tables'])} tables, and {manifest['files']} files.\n"
    )
    return 0


def own_address() -> str:
    """The address of the backup role."""
    if address := os.environ.get("DATABASE_BACKUP_URL"):
        return address
    raise BackupFailed("Set DATABASE_BACKUP_URL to the address of the backup role.")


def back_up(address: str, folder: Path) -> dict[str, Any]:
    """Make a backup in a new folder, which appears under its name only when it is whole; what its manifest says."""
    from django.conf import settings

    if folder.exists():
        raise BackupFailed(f"{folder} exists already; a backup is never written over another.")
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700, parents=True)
    heads = Path(settings.SEAL_HEAD_FILE)
    if heads.exists():  # before the snapshot: the database may be ahead of its heads, never behind
        shutil.copy(heads, unfinished / HEADS)
    manifest = copy_database(address, unfinished / DUMP)
    manifest["files"] = pack(files_folder(), unfinished / FILES)
    manifest["key"] = key_name(unfinished / HEADS)
    parts = [part for part in (DUMP, FILES, HEADS) if (unfinished / part).exists()]
    manifest["sha256"] = {part: sha256(unfinished / part) for part in parts}
    (unfinished / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True))
    unfinished.rename(folder)
    return manifest


def copy_database(address: str, dump: Path) -> dict[str, Any]:
    """Dump the database and take its fingerprints, both in one snapshot."""
    with psycopg.connect(address) as session:
        session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        session.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        refuse_if_rows_are_hidden(session)
        (snapshot,) = session.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        options = ["--format=custom", "--enable-row-security", f"--snapshot={snapshot}", f"--file={dump}"]
        run_program("pg_dump", options, address)
        return {"at": datetime.now(UTC).isoformat(), "server": session.info.server_version} | fingerprints(session)


def run_program(name: str, options: list[str], address: str) -> None:
    """Run one of PostgreSQL's programs on a database; a password goes through the environment, where nobody sees it."""
    given = {VARIABLES[key]: str(value) for key, value in conninfo_to_dict(address).items() if key in VARIABLES}
    ended = subprocess.run(
        [program(name), *options], env=os.environ | given, capture_output=True, text=True, check=False
    )
    if ended.returncode != 0:
        raise BackupFailed(f"{name} failed: {' '.join(ended.stderr.split())}")


def program(name: str) -> str:
    """Where a program of PostgreSQL is: beside the server's, else on the path."""
    try:
        beside = find_programs() / name
    except DatabaseUnavailable:
        beside = Path()
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        raise BackupFailed(f"{name} is not on this machine: install PostgreSQL's client programs, or set PG_BIN_DIR.")
    return found


def files_folder() -> Path:
    """Where the files of the record lie."""
    from django.conf import settings

    storage = cast(dict[str, Any], settings.STORAGES["default"])
    return Path(storage["OPTIONS"]["location"])


def pack(folder: Path, archive: Path) -> int:
    """Pack a folder's files; how many. Files never change, so all that the dump knows are here."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.exists() else []
    with tarfile.open(archive, "w") as packed:
        for path in files:
            packed.add(path, arcname=str(path.relative_to(folder)))
    return len(files)


def key_name(heads: Path) -> str:
    """The name of the key that the newest head was made with: it tells which key a restore needs."""
    lines = heads.read_text().splitlines() if heads.exists() else []
    return str(json.loads(lines[-1])["key"]) if lines else ""


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
