"""Delimited text: byte order marks, other encodings, other separators, rows of uneven length."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import IO

CHUNK = 1 << 20  # bytes
HEAD = 64_000  # bytes of a file that are looked at before it is read
LONGEST_CELL = 100_000  # characters
MOST_COLUMNS = 300
SEPARATORS = ",;\t|"
UNREADABLE = (
    "Line {line} of “{name}” cannot be read: a cell is too long, or a quotation mark is not closed. "
    "Put that line right, or export the file again."
)
LOOKED_AT = 20  # rows in which the headings are looked for: some systems write a title above them
ARCHIVE = b"PK\x03\x04"
OFFICE = (b"[Content_Types].xml", b"_rels/", b"xl/", b"word/", b"mimetypeapplication/vnd.oasis")  # parts of documents
UNPACK = "“{}” is an archive. Unpack it, and choose the files that were in it."
SAVE_AS_CSV = "“{}” is a workbook or another document. Open it, save each of its tables as CSV, and choose those files."
OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an older Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)


class NotReadable(Exception):
    """A file cannot be read as what it was given as; the sentence says why and what to do."""


@dataclass(frozen=True)
class TableFile:
    """A file that should hold a table: its name, how it is opened, and what somebody is asked for where it is none."""

    name: str
    opened: Callable[[], IO[bytes]]
    asks: str = "Save the table as CSV, and choose that file."

    @classmethod
    def at(cls, path: Path, asks: str) -> TableFile:
        """A file on a disk, however large."""
        return cls(path.name, lambda: path.open("rb"), asks)

    @classmethod
    def of(cls, name: str, content: bytes) -> TableFile:
        """What was sent, whole."""
        return cls(name, lambda: BytesIO(content))


@dataclass(frozen=True)
class Form:
    """How a file is written: its encoding and what separates its cells."""

    encoding: str
    separator: str


def form_of(table: TableFile, looked_at: int = LOOKED_AT) -> Form:
    """How a table is written, by its first rows; raises NotReadable for what is no text."""
    with table.opened() as content:
        head = content.read(HEAD)
    refuse_other_kinds(table, head)
    encoding = encoding_of(table, head)
    first = head.decode(encoding, errors="ignore").lstrip("\ufeff \r\n").splitlines()[:looked_at] or [""]
    if first[0].lstrip().startswith("<"):
        raise NotReadable(f"“{table.name}” is XML or a web page, not a CSV file. {table.asks}")
    return Form(encoding, max(SEPARATORS, key=lambda separator: max(line.count(separator) for line in first)))


def refuse_other_kinds(table: TableFile, head: bytes) -> None:
    """Raise NotReadable for what begins as an archive, a workbook, a PDF or a program does."""
    if head.startswith(ARCHIVE):
        raise NotReadable((SAVE_AS_CSV if is_document(head) else UNPACK).format(table.name))
    for begins, what in OTHERS:
        if head.startswith(begins):
            raise NotReadable(f"“{table.name}” is {what}, whatever its name says. {table.asks}")


def is_document(head: bytes) -> bool:
    """Whether an archive is the file of a workbook or of another document."""
    return any(part in head[:4000] for part in OFFICE)


def encoding_of(table: TableFile, head: bytes) -> str:
    """UTF-8 if the whole file is, else what Windows writes; UTF-16 if it says so or looks like it."""
    if wide := wide_encoding_of(head):
        return wide
    if b"\x00" in head:
        raise NotReadable(f"“{table.name}” is not text. Open it where it was made, and save it as CSV.")
    with TextIOWrapper(table.opened(), encoding="utf-8-sig", errors="strict") as text:
        try:
            while text.read(CHUNK):
                pass
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def wide_encoding_of(head: bytes) -> str:
    """Which UTF-16 a text is in; nothing for any other text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = head[0:2000:2], head[1:2000:2]
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(zeros) > 4 and zeros.count(0) > 0.9 * len(zeros) and 0 not in others:
            return encoding
    return ""


def rows(table: TableFile, form: Form, longest: int = LONGEST_CELL) -> Iterator[tuple[int, list[str]]]:
    """The rows that have something in them, each with the number of the line it ends on; the headings come first."""
    with TextIOWrapper(table.opened(), encoding=form.encoding, errors="replace", newline="") as text:
        reader = csv.reader(text, delimiter=form.separator, strict=True)
        whole = 0
        try:
            for row in reader:
                if len(row) > MOST_COLUMNS:
                    raise NotReadable(f"Line {reader.line_num} of “{table.name}” has more than {MOST_COLUMNS} columns.")
                if any(len(cell) > longest for cell in row):
                    raise csv.Error
                whole = reader.line_num
                if any(cell.strip() for cell in row):
                    yield reader.line_num, row
        except csv.Error:
            raise NotReadable(UNREADABLE.format(line=whole + 1, name=table.name)) from None
