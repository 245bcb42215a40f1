"""The Annex A workbook: eleven lists, whose headings may stand in any of the first rows and be written in many ways."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache, partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from sightline.assurance.returns.reading import dates
from sightline.assurance.returns.reading.layouts import layouts
from sightline.assurance.returns.reading.lines import FileRead, Kind, Line, ReturnRead, digest
from sightline.foundation.delimited import NotReadable
from sightline.foundation.documents.rules import FileKind, NotAccepted, office

CHILD, ADOPTER = "Child Unique ID", "Individual adopter identifier"
SHORT = {"age": "Age of Child (Years)"}  # headings met for longer ones
NO_LIST = (
    "“{}” is a workbook, but none of its sheets has the headings of an Annex A list. Choose the workbook "
    "with the lists, their headings as in the template."
)
TWICE = "The sheet “{}” has the headings of {} too and was not read: the sheet “{}” comes first. Put both in one sheet."
IN_EVERY_LIST = {CHILD, "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Allocated Team",
                 "Allocated Worker", "Does the Child have a Disability"}  # fmt: skip
ENOUGH = 0.5  # of the expected headings must stand in the heading row
LOOKED_AT = 30  # rows in which headings are looked for
WIDEST = 100  # columns that are read of a row
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis"  # how the files of other office programs begin
LARGEST_WORKBOOK = 100_000_000  # bytes
DAMAGED = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    zlib.error,
    SyntaxError,  # of XML, whichever parser finds it
    DefusedXmlException,
)
READ_DEFUSED = ("xl/worksheets/", "xl/sharedStrings")  # parts that are never read but by a parser that refuses entities
IS_DAMAGED = "“{}” is damaged. Open it in Excel, save it again and send that."
NO_VALUES = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}  # what a formula that failed leaves
MOST_BLANK = 1000  # rows in a row; after them a sheet is taken to be finished
DRAWN_BY = {"List 1": "Date of Contact", "List 3": "Date of referral", "List 6": "Date Child Was Last Seen"}


def read(paths: Sequence[Path], *, year: int | None, today: date) -> ReturnRead:
    """The lists in this workbook; raises NotReadable for anything else."""
    if len(paths) != 1 or paths[0].is_dir():
        raise NotReadable("An Annex A list is one Excel workbook. Choose that file.")
    path = paths[0]
    sha256 = digest(path)
    refuse_unless_workbook(path)
    found, left_out = sheets_found(path)
    if not found:
        raise NotReadable(NO_LIST.format(path.name))
    one = FileRead(path.name, sha256, path.stat().st_size, tuple(found), partial(lines, path, found))
    until = drawn_on(one, today)
    missing = [table for table in layouts(Kind.ANNEX_A) if table not in found]
    notes = [f"Not found in the workbook: {', '.join(missing)}."] if missing else []
    notes += left_out
    notes.append(
        f"Read as drawn on {until:%d/%m/%Y}, the newest day in it." if until else "The lists hold no day to go by."
    )
    return ReturnRead(Kind.ANNEX_A, [one], None, until, notes=notes)


def refuse_unless_workbook(path: Path) -> None:
    """Raise NotReadable for what is no workbook, is damaged, or unpacks to far more than it should."""
    if path.stat().st_size > LARGEST_WORKBOOK:
        raise NotReadable(f"“{path.name}” is larger than {LARGEST_WORKBOOK // 1_000_000} MB, which no Annex A list is.")
    content = path.read_bytes()
    if not content.startswith(b"PK\x03\x04") or OPEN_DOCUMENT in content[:200]:
        raise NotReadable(f"“{path.name}” is not an Excel workbook (.xlsx). Open it, save it as .xlsx, and send that.")
    try:
        if office.kind_of(content) is not FileKind.EXCEL:
            raise NotReadable(f"“{path.name}” is a Word document, not an Excel workbook.")
    except NotAccepted as why:
        raise NotReadable(f"“{path.name}”: {why}") from None
    try:
        refuse_entities(content)
    except DAMAGED:
        raise NotReadable(IS_DAMAGED.format(path.name)) from None


def refuse_entities(content: bytes) -> None:
    """Raise one of DAMAGED for a part that declares entities, however far from its beginning."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and not name.startswith(READ_DEFUSED):
                ElementTree.fromstring(archive.read(name), forbid_dtd=True)


@contextmanager
def workbook(path: Path) -> Iterator[Any]:
    """The workbook, read row by row; raises NotReadable where its parts are not what they should be."""
    with path.open("rb") as content:  # the library leaves what it opened itself open, where a part is damaged
        try:
            yield load_workbook(content, read_only=True, data_only=True, keep_links=False)
        except NotReadable:
            raise
        except DAMAGED:
            raise NotReadable(IS_DAMAGED.format(path.name)) from None


def sheets_found(path: Path) -> tuple[dict[str, tuple[str, int]], list[str]]:
    """For each list that the workbook has the name of its sheet and the row of its headings; what was left out."""
    found: dict[str, tuple[str, int]] = {}
    left_out = []
    with workbook(path) as book:
        for sheet in book.worksheets:
            best = best_row(sheet)
            if best and best[0] in found:
                left_out.append(TWICE.format(sheet.title, best[0], found[best[0]][0]))
            elif best:
                found[best[0]] = (sheet.title, best[1])
    order = list(layouts(Kind.ANNEX_A))
    return dict(sorted(found.items(), key=lambda each: order.index(each[0]))), left_out


def best_row(sheet: Any) -> tuple[str, int] | None:
    """The list whose headings a sheet has, and the first row in which at least half of them stand."""
    named = re.fullmatch(r"list[ _]*(\d+)(\D.*)?", sheet.title.strip(), re.I)
    own = f"List {named[1]}" if named else ""
    first = list(rows(sheet, LOOKED_AT))
    for number, row in enumerate(first, 1):
        if table := list_of(row, own):
            return table, number
        following = first[number] if number < len(first) else ()
        if fits_below(row, following) and (table := list_of(together(row, following), own)):
            return table, number
    return None


def list_of(row: Sequence[Any], own: str) -> str:
    """The list whose headings a row has: told by those that not every list has, else by the name of the sheet."""
    headings = {plain(cell) for cell in row if cell is not None}
    known = layouts(Kind.ANNEX_A)
    half = [table for table, layout in known.items() if share(layout.columns, headings) >= ENOUGH]
    telling = {table: share(set(known[table].columns) - IN_EVERY_LIST, headings) for table in half}
    best = own if telling.get(own, 0) >= ENOUGH else max(half, key=lambda table: telling[table], default="")
    return best if telling.get(best, 0) >= ENOUGH else own if own in half else ""


def share(columns: Collection[str], headings: set[str]) -> float:
    """The share of columns whose headings stand among these."""
    return sum(plain(name) in headings for name in columns) / len(columns)


def fits_below(row: Sequence[Any], following: Sequence[Any]) -> bool:
    """Whether two rows can be headings of two lines: all that stands in the second are headings of some list."""
    below = {plain(cell) for cell in following if cell is not None}
    return bool(below) and below <= every_heading() and any(cell is not None for cell in row)


def together(row: Sequence[Any], following: Sequence[Any]) -> tuple[Any, ...]:
    """Headings of two lines as one: in each column the lower one, where there is one."""
    return tuple(upper if lower is None else lower for upper, lower in zip_longest(row, following))


@cache
def every_heading() -> frozenset[str]:
    """Every heading of every list, as headings are compared."""
    return frozenset(plain(name) for layout in layouts(Kind.ANNEX_A).values() for name in layout.columns)


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
    headings: tuple[Any, ...] = ()
    for number, row in enumerate(rows(sheet), 1):
        if number == heading_row:
            headings = row
        if number == heading_row + 1 and fits_below(headings, row):
            headings = together(headings, row)
            continue
        if number <= heading_row:
            continue
        names = names or [known.get(plain(cell), str(cell or "").strip()) for cell in headings]
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
    text = str(cell).strip()[:1000]
    return "" if text in NO_VALUES else text


def drawn_on(one: FileRead, today: date) -> date | None:
    """The newest day, up to today, that any list names in the columns that fill first."""
    days = (
        dates.read(line.values[column]).day
        for line in one.lines()
        for name, column in DRAWN_BY.items()
        if line.table == name and column in line.values
    )
    return max((day for day in days if day and day <= today), default=None)
