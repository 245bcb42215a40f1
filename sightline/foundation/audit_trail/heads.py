"""The heads of the seal, kept outside the database: an append-only file whose every line depends on the one before."""

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

LONGEST_LINE = 4096  # bytes
KEY_BYTES = 32


class SealRefused(Exception):
    """Says in one sentence why nothing is sealed."""


@dataclass(frozen=True)
class Key:
    """The secret without which nobody can make a seal that holds; it never enters the database."""

    secret: bytes

    @property
    def name(self) -> str:
        """What may be written down to tell which key was used."""
        return hashlib.sha256(b"name of key " + self.secret).hexdigest()[:16]

    def digest(self, message: bytes) -> bytes:
        """The keyed digest of a message, 32 bytes."""
        return hmac.digest(self.secret, message, "sha256")


def read_key(path: Path, *, may_make: bool) -> Key:
    """The key in the file; made if there is none and nothing has been sealed yet, otherwise SealRefused."""
    if not path.exists():
        if not may_make:
            raise SealRefused(f"The key of the seal is not at {path}, and it cannot be made again: bring it back.")
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(KEY_BYTES) + "\n")
    secret = bytes.fromhex(path.read_text().strip())
    if len(secret) != KEY_BYTES:
        raise SealRefused(f"The key of the seal at {path} is not {KEY_BYTES} bytes written in hexadecimal.")
    return Key(secret)


@dataclass(frozen=True)
class HeadFile:
    """The file of heads; on a real server it lies where the database's administrator cannot write."""

    path: Path
    key: Key

    def last(self) -> dict[str, Any] | None:
        """The newest line; None while there is none."""
        if not self.path.exists() or not self.path.stat().st_size:
            return None
        with self.path.open("rb") as file:
            file.seek(max(0, self.path.stat().st_size - LONGEST_LINE))
            lines = file.read().splitlines()
        found: dict[str, Any] = json.loads(lines[-1])
        return found

    def append(
        self, *, batch: int, count: int, head: bytes, epoch: int, at: datetime, numbers: list[int], restored: str = ""
    ) -> None:
        """Add a line and wait until it is on the disk; `restored` says why a seal goes on from an earlier state.

        `numbers` are the last ones given out in each log, by which a cut end is told from an older state.
        """
        line: dict[str, Any] = {"batch": batch, "count": count, "head": head.hex(), "epoch": epoch, "numbers": numbers}
        line |= {"at": at.isoformat(), "key": self.key.name} | ({"restored": restored} if restored else {})
        before = self.last()
        text = json.dumps(line, sort_keys=True)
        line["mac"] = self.key.digest(f"{before['mac'] if before else ''}{text}".encode()).hex()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a") as file:
            file.write(json.dumps(line, sort_keys=True) + "\n")
            file.flush()
            os.fsync(file.fileno())
