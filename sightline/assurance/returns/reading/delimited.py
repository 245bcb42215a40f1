"""Delimited text: byte order marks, other encodings, other separators, rows of uneven length."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sightline.assurance.returns.reading.lines import CHUNK, NotReadable

HEAD = 64_000  # bytes of a file that are looked at before it is read
LONGEST_CELL = 100_000  # characters
MOST_COLUMNS = 300
SEPARATORS = ",;\t|"
OTHERS = (
    (b"PK\x03\x04", "a workbook or an archive"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an older Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)


@dataclass(frozen=True)
class Form:
    """How a file is written: its encoding and what separates its cells."""

    encoding: str
    separator: str


def form_of(path: Path) -> Form:
    """How a text file is written; raises NotReadable for what is no text."""
    with path.open("rb") as content:
        head = content.read(HEAD)
    for begins, what in OTHERS:
        if head.startswith(begins):
            raise NotReadable(f"“{path.name}” is {what}, whatever its name says. Send the CSV file.")
    encoding = encoding_of(path, head)
    first = head.decode(encoding, errors="ignore").lstrip("\ufeff \r\n").splitlines()[:1]
    if first and first[0].lstrip().startswith("<"):
        raise NotReadable(f"“{path.name}” is XML or a web page, not a CSV file.")
    return Form(encoding, max(SEPARATORS, key=(first or [""])[0].count))


def encoding_of(path: Path, head: bytes) -> str:
    """UTF-8 if the whole file is, else what Windows writes; UTF-16 only if it says so."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\x00" in head:
        raise NotReadable(f"“{path.name}” is not text. Send the CSV file.")
    with path.open(encoding="utf-8-sig", errors="strict") as text:
        try:
            while text.read(CHUNK):
                pass
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def rows(path: Path, form: Form) -> Iterator[tuple[int, list[str]]]:
    """The rows that have something in them, each with the number of the line it ends on; the headings come first."""
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=form.encoding, errors="replace", newline="") as text:
        reader = csv.reader(text, delimiter=form.separator)
        try:
            for row in reader:
                if len(row) > MOST_COLUMNS:
                    raise NotReadable(f"Line {reader.line_num} of “{path.name}” has more than {MOST_COLUMNS} columns.")
                if any(cell.strip() for cell in row):
                    yield reader.line_num, row
        except csv.Error:
            raise NotReadable(
                f"Line {reader.line_num} of “{path.name}” cannot be read: a cell is too long, or a quote is not closed."
            ) from None
