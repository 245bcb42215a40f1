"""The bytes of files, on disk under random names: whole and safe there before the row that names them commits."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

INCOMING, UNCLAIMED = "incoming", "unclaimed"
NAME = re.compile(r"[0-9a-f]{32}")


class Damaged(Exception):
    """The bytes on disk are missing, or are not those that were stored."""


def folder() -> Path:
    """Where files lie: outside everything that is served."""
    storages: Any = settings.STORAGES
    return Path(storages["default"]["OPTIONS"]["location"])


def place_of(name: str) -> Path:
    """The path of a stored file; raises ValueError for anything but a name made here."""
    if not NAME.fullmatch(name):
        raise ValueError("not the name of a stored file")
    return folder() / name[:2] / name


def put(content: bytes) -> str:
    """Store bytes durably and tell their name: written aside, forced to disk, then moved into place as a whole."""
    name = secrets.token_hex(16)
    aside, place = folder() / INCOMING / name, place_of(name)
    for each in (aside.parent, place.parent):
        each.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.rename(place)
    force_to_disk(place.parent)
    return name


def force_to_disk(path: Path) -> None:
    """Force a folder's entries to disk, without which a power cut can lose the move into it."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def get(name: str, sha256: str) -> bytes:
    """The bytes of a file; raises Damaged where they are not those that were stored."""
    try:
        content = place_of(name).read_bytes()
    except FileNotFoundError:
        raise Damaged(name) from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Damaged(name)
    return content


def stored() -> Iterator[Path]:
    """Every file that lies in its place, and every one that never got there."""
    for place in sorted(folder().glob("??/*")):
        if NAME.fullmatch(place.name):
            yield place
    yield from sorted((folder() / INCOMING).glob("*"))


def set_aside(path: Path) -> None:
    """Move a file that no row names out of the way, from where somebody can still bring it back."""
    target = folder() / UNCLAIMED / path.name
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.rename(target)
    os.utime(target)


def unclaimed() -> list[Path]:
    """The files that were set aside."""
    return sorted((folder() / UNCLAIMED).glob("*"))
