"""What a reader makes of a file: lines of named tables, each with the child it is about, just as the file has them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from sightline.foundation.delimited import CHUNK, NotReadable

LARGEST = 2_000_000_000  # bytes of one file; a hundred authorities' returns stay below it


class Kind(StrEnum):
    """The kinds of return that can be read."""

    SSDA903 = "ssda903"
    CIN = "cin"
    ANNEX_A = "annex-a"

    @property
    def label(self) -> str:
        """What the return is called in a sentence."""
        return NAMES[self]


NAMES = {
    Kind.SSDA903: "SSDA903 return",
    Kind.CIN: "children in need census",
    Kind.ANNEX_A: "Annex A workbook",
}


@dataclass(frozen=True)
class Line:
    """One row of one table: where it stands, whom it is about, and its cells as text, blank ones left out."""

    table: str
    number: int
    reference: str
    values: dict[str, str]


@dataclass
class FileRead:
    """One file that was recognised; `lines` reads it from the beginning each time it is called."""

    name: str
    sha256: str
    size: int
    tables: tuple[str, ...]
    lines: Callable[[], Iterator[Line]]
    notes: list[str] = field(default_factory=list)


@dataclass
class ReturnRead:
    """A return in one or more files, the last day it can speak for, and what was odd about the files."""

    kind: Kind
    files: list[FileRead]
    held_from: date | None
    held_until: date | None
    notes: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[tuple[FileRead, Line]]:
        """Every line of every file."""
        for each in self.files:
            for line in each.lines():
                yield each, line


def digest(path: Path) -> str:
    """The fingerprint of a file's bytes; raises NotReadable for a file that is empty, too large or not there."""
    refuse_unless_file(path)
    seen = hashlib.sha256()
    with path.open("rb") as content:
        while chunk := content.read(CHUNK):
            seen.update(chunk)
    return seen.hexdigest()


def refuse_unless_file(path: Path) -> None:
    """Raise NotReadable for what cannot be a return before it is opened."""
    if not path.is_file():
        raise NotReadable(f"There is no file “{path.name}”. Look whether its name is right.")
    size = path.stat().st_size
    if size == 0:
        raise NotReadable(f"“{path.name}” is empty. Export it again from your system.")
    if size > LARGEST:
        raise NotReadable(f"“{path.name}” is larger than {LARGEST // 1_000_000_000} GB, which no return is.")
