"""`sightline restore FOLDER --into ADDRESS`: brings a backup into an empty database and compares the two."""

import json
import sys
import tarfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import psycopg

from sightline.config.backup import DUMP, FILES, MANIFEST, BackupFailed, run_program, sha256
from sightline.config.fingerprints import differences, fingerprints

FOREIGN = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"


def run(arguments: list[str]) -> int:
    """Restore a backup; the exit status."""
    reader = ArgumentParser(prog="sightline restore", description=__doc__)
    reader.add_argument("folder", type=Path, help="a backup made by `sightline backup`")
    reader.add_argument("--into", required=True, help="the owner role's address of an empty, prepared database")
    reader.add_argument("--files", type=Path, help="a folder for the files of the record; it must be empty")
    chosen = reader.parse_args(arguments)
    try:
        differ = restore(chosen.folder, chosen.into, chosen.files)
    except (BackupFailed, OSError, psycopg.Error) as why:
        sys.stderr.write(f"Nothing was restored. {why}\n")
        return 1
    sys.stdout.writelines(f"{difference}\n" for difference in differ)
    sys.stdout.write("The restored database differs.\n" if differ else SAYS)
    return 2 if differ else 0


SAYS = """\
Restored: every table has the rows it had, and every grant, policy, trigger and function is as it was.
Before people use it: point the addresses at it, run `sightline migrate`, then
    sightline audit verify
    sightline audit seal --after-restore "why"      where the verifier says that it is an older state
"""


def restore(folder: Path, address: str, files: Path | None = None) -> list[str]:
    """Restore into an empty database and, if asked, a folder; in words, what is not as it was at the backup."""
    manifest = read_manifest(folder)
    with psycopg.connect(address) as session:
        if session.execute(FOREIGN).fetchone() != (0,):
            raise BackupFailed("The database is not empty: a backup is never restored over something else.")
    if files is not None:
        unpack(folder / FILES, files)
    options = ["--no-comments", "--single-transaction", "--exit-on-error", f"--dbname={database_of(address)}"]
    run_program("pg_restore", [*options, str(folder / DUMP)], address)
    with psycopg.connect(address, autocommit=True) as session:
        session.execute("ANALYZE")
    with psycopg.connect(address) as session:
        return differences(manifest, fingerprints(session))


def read_manifest(folder: Path) -> dict[str, Any]:
    """What the backup says of itself; raises BackupFailed when a part is not as it was written."""
    if not (folder / MANIFEST).exists():
        raise BackupFailed(f"{folder} is not a whole backup: it has no {MANIFEST}.")
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text())
    for part, digest in manifest["sha256"].items():
        if sha256(folder / part) != digest:
            raise BackupFailed(f"{part} of {folder} is not as it was written.")
    return manifest


def unpack(archive: Path, folder: Path) -> None:
    """Bring the files of the record back into an empty folder."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if any(folder.iterdir()):
        raise BackupFailed(f"{folder} is not empty: files are never restored over others.")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")


def database_of(address: str) -> str:
    return str(psycopg.conninfo.conninfo_to_dict(address)["dbname"])
