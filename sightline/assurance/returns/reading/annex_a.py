"""The Annex A workbook: eleven lists, whose headings may stand in any of the first rows and be written in many ways."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from sightline.assurance.returns.reading import dates
from sightline.assurance.returns.reading.layouts import Layout, layouts
from sightline.assurance.returns.reading.lines import FileRead, Kind, Line, NotReadable, ReturnRead, digest
from sightline.foundation.documents.rules import FileKind, NotAccepted, office

CHILD, ADOPTER = "Child Unique ID", "Individual adopter identifier"
SHORT = {"age": "Age of Child (Years)"}  # headings met for longer ones
ENOUGH = 0.5  # of the expected headings must stand in the heading row
LOOKED_AT = 30  # rows in which headings are looked for
WIDEST = 100  # columns that are read of a row
LARGEST_WORKBOOK = 100_000_000  # bytes
DAMAGED = (
    InvalidFileException,
    BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    zlib.error,
)
MOST_BLANK = 1000  # rows in a row; after them a sheet is taken to be finished
DRAWN_BY = {"List 1": "Date of Contact", "List 3": "Date of referral", "List 6": "Date Child Was Last Seen"}


def read(paths: Sequence[Path], *, year: int | None, today: date) -> ReturnRead:
    """The lists in this workbook; raises NotReadable for anything else."""
    if len(paths) != 1 or paths[0].is_dir():
        raise NotReadable("An Annex A list is one Excel workbook. Choose that file.")
    path = paths[0]
    sha256 = digest(path)
    refuse_unless_workbook(path)
    found = sheets_found(path)
    if not found:
        raise NotReadable(f"“{path.name}” is a workbook, but none of its sheets has the headings of an Annex A list.")
    one = FileRead(path.name, sha256, path.stat().st_size, tuple(found), partial(lines, path, found))
    until = drawn_on(one, today)
    notes = [f"{table} was not found in the workbook." for table in layouts(Kind.ANNEX_A) if table not in found]
    notes.append(
        f"Read as drawn on {until:%d/%m/%Y}, the newest day in it." if until else "The lists hold no day to go by."
    )
    return ReturnRead(Kind.ANNEX_A, [one], None, until, notes=notes)


def refuse_unless_workbook(path: Path) -> None:
    """Raise NotReadable for what is no workbook, is damaged, or unpacks to far more than it should."""
    if path.stat().st_size > LARGEST_WORKBOOK:
        raise NotReadable(f"“{path.name}” is larger than {LARGEST_WORKBOOK // 1_000_000} MB, which no Annex A list is.")
    content = path.read_bytes()
    if not content.startswith(b"PK\x03\x04"):
        raise NotReadable(f"“{path.name}” is not an Excel workbook (.xlsx). Open it, save it as .xlsx, and send that.")
    try:
        if office.kind_of(content) is not FileKind.EXCEL:
            raise NotReadable(f"“{path.name}” is a Word document, not an Excel workbook.")
    except NotAccepted as why:
        raise NotReadable(f"“{path.name}”: {why}") from None


@contextmanager
def workbook(path: Path) -> Iterator[Any]:
    """The workbook, read row by row; raises NotReadable where its parts are not what they should be."""
    book = None
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        yield book
    except NotReadable:
        raise
    except (*DAMAGED, DefusedXmlException, ParseError):
        raise NotReadable(f"“{path.name}” is damaged. Open it in Excel, save it again and send that.") from None
    finally:
        if book is not None:
            book.close()


def sheets_found(path: Path) -> dict[str, tuple[str, int]]:
    """For each list that the workbook has: the name of its sheet and the row of its headings."""
    found: dict[str, tuple[str, int]] = {}
    with workbook(path) as book:
        for sheet in book.worksheets:
            best = best_row(sheet)
            if best and best[0] not in found:
                found[best[0]] = (sheet.title, best[1])
    order = list(layouts(Kind.ANNEX_A))
    return dict(sorted(found.items(), key=lambda each: order.index(each[0])))


def best_row(sheet: Any) -> tuple[str, int] | None:
    """The list whose headings a sheet has, and the first row in which at least half of them stand."""
    named = re.fullmatch(r"list[ _]*(\d+)\b.*", sheet.title.strip(), re.I)
    for number, row in enumerate(rows(sheet, LOOKED_AT), 1):
        headings = {plain(cell) for cell in row if cell is not None}
        shares = {table: share(layout, headings) for table, layout in layouts(Kind.ANNEX_A).items()}
        own = f"List {named[1]}" if named else ""
        if shares.get(own, 0) >= ENOUGH:
            return own, number
        best = max(shares, key=lambda table: shares[table])
        if not named and shares[best] >= ENOUGH:
            return best, number
    return None


def share(layout: Layout, headings: set[str]) -> float:
    """The share of a list's headings that stand among these."""
    return sum(plain(name) in headings for name in layout.columns) / len(layout.columns)


def plain(heading: object) -> str:
    """A heading as headings are compared: case, space, curly quotes, a last question mark and stray brackets aside."""
    text = re.sub(r"\s+", " ", str(heading)).strip().lower()
    text = text.translate(str.maketrans("‘’“”", "''\"\"")).rstrip("?").strip()
    if text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].rstrip()
    text = text.rstrip("?").strip()
    return plain(SHORT[text]) if text in SHORT else text


def rows(sheet: Any, most: int | None = None) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet from its first cell on; a sheet that claims a million blank rows ends before them."""
    blank = 0
    sheet.reset_dimensions()
    for row in sheet.iter_rows(min_row=1, max_row=most, max_col=WIDEST, values_only=True):
        blank = 0 if any(cell is not None for cell in row) else blank + 1
        if blank > MOST_BLANK:
            return
        yield row


def lines(path: Path, found: dict[str, tuple[str, int]]) -> Iterator[Line]:
    """The rows of every list."""
    with workbook(path) as book:
        for table, (title, heading_row) in found.items():
            yield from sheet_lines(book[title], table, heading_row)


def sheet_lines(sheet: Any, table: str, heading_row: int) -> Iterator[Line]:
    """The filled rows of one list below its headings."""
    names: list[str] = []
    known = {plain(name): name for name in layouts(Kind.ANNEX_A)[table].columns}
    for number, row in enumerate(rows(sheet), 1):
        if number == heading_row:
            names = [known.get(plain(cell), str(cell or "").strip()) for cell in row]
        if number <= heading_row:
            continue
        values = {name or f"Column {at + 1}": text for at, (name, cell) in enumerate(zip(names, row, strict=False))
                  if (text := as_text(cell))}  # fmt: skip
        if values:
            reference = values.get(CHILD) or values.get(ADOPTER, "")
            yield Line(table, number, reference.upper(), values)


def as_text(cell: object) -> str:
    """A cell as the text a person would read: dates in the standard's form, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}" if cell.year >= 1000 else str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()[:1000]


def drawn_on(one: FileRead, today: date) -> date | None:
    """The newest day, up to today, that any list names in the columns that fill first."""
    days = (
        dates.read(line.values[column]).day
        for line in one.lines()
        for name, column in DRAWN_BY.items()
        if line.table == name and column in line.values
    )
    return max((day for day in days if day and day <= today), default=None)
