"""The private folder of a server's socket: whoever can reach it may log in as any role, so only we can."""

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from sightline.config.database.binaries import Account, DatabaseUnavailable

LONGEST = 60  # characters of a folder; the address of a socket ends at about 100 bytes


def socket_folder(data: Path, account: Account) -> Path:
    """A short name in the temporary folder that belongs to this data folder alone."""
    name = "sl-" + hashlib.sha256(str(data).encode()).hexdigest()[:12]
    for parent in (Path(tempfile.gettempdir()), Path(os.sep, "tmp")):
        if len(str(parent / name)) <= LONGEST and account.may("x", parent):
            return parent / name
    raise DatabaseUnavailable("No temporary folder with a short name can hold PostgreSQL's socket: set TMPDIR.")


def make_private(folder: Path, account: Account) -> None:
    """Make the folder the server's alone; refuses one that somebody else put there first."""
    if not folder.is_symlink() and not folder.exists():
        folder.mkdir(mode=0o700)
        account.own(folder)
    found = folder.lstat()
    ours = account.uid if account.is_another else os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != ours or stat.S_IMODE(found.st_mode) != 0o700:
        raise DatabaseUnavailable(f"{folder} is not a private folder of ours: remove it and try again.")
