"""The SSDA903 return: a folder of CSV files known by their columns, or the one XML file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from sightline.assurance.returns.reading import dates, markup, periods
from sightline.assurance.returns.reading.layouts import ALIASES, IN_EVERY_TABLE, Layout, folded, layouts, recognised
from sightline.assurance.returns.reading.lines import FileRead, Kind, Line, ReturnRead, digest
from sightline.foundation import delimited
from sightline.foundation.delimited import NotReadable

ROOT, CHILD, EPISODE = "EXPSSDA903", "CHILD", "EPISODE"
CENSUS = "Message"
BLOCKS = {
    "AMISSING": "Missing",
    "AREVIEW": "Reviews",
    "PERMANENCE": "PrevPerm",
    "OC2": "OC2",
    "AD_PLACED": "PlacedAdoption",
}
FLAT = ("Header", "UASC", "AD1", "OC3")  # tables whose cells stand in HEADER itself
ENDS = {"Episodes": ("DEC", "DECOM"), "Reviews": ("REVIEW",), "Missing": ("MIS_START",), "SWEpisodes": ("SW_DECOM",)}
MOST_FILES = 60
EXPORT = "Export the CSV file from your system."
NO_COLUMNS = (
    "“{}” has the columns of no SSDA903 file. Its first row should name them as the return "
    "does, such as CHILD and DECOM."
)
NOT_A_RETURN = (
    "“{}” is XML, but not an SSDA903 return: it begins with {}, not EXPSSDA903. Export the return "
    "from your system again."
)
A_CENSUS = "“{}” is a children in need census, not an SSDA903 return. Import it as that."
NO_FILE = "There is no file of an SSDA903 return here. Choose the folder in which its CSV files lie."
TWICE = "“{}” is the same file as “{}” and was read once."
NOT_OURS = re.compile(r"^(\.|~\$)|^(thumbs\.db|desktop\.ini)$", re.I)


def read(paths: Sequence[Path], *, year: int | None, today: date) -> ReturnRead:
    """The return in these files or folders; raises NotReadable where none of them is part of one."""
    files, refused = files_of(expanded(paths))
    if not files:
        raise NotReadable(" ".join(refused[:3]) or NO_FILE)
    found = year or named_year(paths) or years_of(files, today)
    since, until = (periods.year_start(found), periods.year_end(found)) if found else (None, None)
    return ReturnRead(Kind.SSDA903, files, since, until, notes=[said_of(found, year)], refused=refused)


def files_of(paths: Iterable[Path]) -> tuple[list[FileRead], list[str]]:
    """The files that are part of a return, each once, and a sentence for each of the others."""
    files: dict[str, FileRead] = {}
    refused = []
    for path in paths:
        try:
            file = read_file(path)
        except NotReadable as why:
            refused.append(str(why))
            continue
        if file.sha256 in files:
            refused.append(TWICE.format(path.name, files[file.sha256].name))
        files.setdefault(file.sha256, file)
    return list(files.values()), refused


def expanded(paths: Sequence[Path]) -> list[Path]:
    """The files that were named, and those in folders that were named, in the order of their names."""
    found: list[Path] = []
    for path in paths:
        inside = path.iterdir() if path.is_dir() else [path]
        found += sorted(each for each in inside if each.is_file() and not NOT_OURS.match(each.name))
        if not path.exists():
            raise NotReadable(f"There is no file or folder “{path.name}”.")
    if len(found) > MOST_FILES:
        raise NotReadable(
            f"There are {len(found)} files here; a return has at most {MOST_FILES}. Choose its own folder."
        )
    return found


def named_year(paths: Sequence[Path]) -> int | None:
    """The year that the files' or the folder's name gives."""
    names = [path.name for path in paths] + [each.name for each in expanded(paths)]
    return next((year for year in map(periods.year_in_name, names) if year), None)


def said_of(year: int | None, given: int | None) -> str:
    """How the collection year is known, in a sentence."""
    if year is None:
        return "The files name no collection year and hold no rows with a date. Say which year it is."
    how = "as you said" if given else "by the names and dates of the files; say which year it is if that is wrong"
    return f"Read as the collection year {year - 1}-{year % 100:02d}, {how}."


def years_of(files: list[FileRead], today: date) -> int | None:
    """The year in which most of what the files hold took place, ends of episodes first."""
    for column in ("DEC", "DECOM", "REVIEW", "MIS_START", "SW_DECOM", "DATE_INT", "DATE_PLACED", "DOLO_START"):
        days = (dates.read(line.values[column]).day for each in files for line in each.lines() if column in line.values)
        if year := periods.busiest_year((day for day in days if day), today):
            return year
    return None


def read_file(path: Path) -> FileRead:
    """One file of the return."""
    sha256, size = digest(path), path.stat().st_size
    with path.open("rb") as content:
        looks_like_xml = content.read(200).replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<")
    if looks_like_xml:
        return read_xml(path, sha256, size)
    table = delimited.TableFile.at(path, EXPORT)
    form = delimited.form_of(table)
    headings, layout = headings_of(table, form)
    lines = partial(csv_lines, table, form, layout)
    return FileRead(path.name, sha256, size, (layout.table,), lines, notes=notes_on(path.name, form, headings, layout))


def headings_of(table: delimited.TableFile, form: delimited.Form) -> tuple[list[str], Layout]:
    """The first row that has the columns of a table, below whatever title; raises NotReadable where none has."""
    for _, row in islice(delimited.rows(table, form), delimited.LOOKED_AT):
        if layout := recognised(Kind.SSDA903, row):
            return row, layout
    raise NotReadable(NO_COLUMNS.format(table.name))


def notes_on(name: str, form: delimited.Form, headings: list[str], layout: Layout) -> list[str]:
    """What is odd about the columns of a file, in sentences."""
    given = [ALIASES.get(each, each) for each in map(folded, headings) if each]
    missing = [name for name in layout.columns if name not in given]
    extra = [name for name in given if name not in layout.columns]
    notes = []
    if missing:
        notes.append(f"“{name}” has no column {', '.join(missing)}: read as blank.")
    if extra:
        notes.append(f"“{name}” has columns that the standard does not: {', '.join(extra)[:120]}. They are kept.")
    if form.encoding not in ("utf-8-sig",):
        notes.append(f"“{name}” is not in UTF-8; it was read as {form.encoding}.")
    return notes


def csv_lines(table: delimited.TableFile, form: delimited.Form, layout: Layout) -> Iterator[Line]:
    """The rows of one CSV file."""
    rows = delimited.rows(table, form)
    headings = next(row for _, row in rows if recognised(Kind.SSDA903, row) == layout)
    names = [ALIASES.get(each, each) for each in map(folded, headings)]
    for number, row in rows:
        values = {name or f"COLUMN_{at}": cell.strip() for at, (name, cell) in enumerate(zip(names, row, strict=False))}
        for at, cell in enumerate(row[len(names) :]):
            values[f"BEYOND_{at + 1}"] = cell.strip()
        filled = {name: value for name, value in values.items() if value}
        yield Line(layout.table, number, filled.get("CHILD", "").upper(), filled)


def read_xml(path: Path, sha256: str, size: int) -> FileRead:
    """The return as one XML file; raises NotReadable for other XML."""
    root = markup.root_of(path)
    if root != ROOT:
        raise NotReadable(A_CENSUS.format(path.name) if root == CENSUS else NOT_A_RETURN.format(path.name, root[:40]))
    return FileRead(path.name, sha256, size, tuple(layouts(Kind.SSDA903)), partial(xml_lines, path))


def xml_lines(path: Path) -> Iterator[Line]:
    """The rows that the CSV files would have, from the elements of each child."""
    number = 0
    for child in markup.elements(path, {CHILD}):
        reference = next((markup.text_of(each) for each in child.iter() if markup.local(each) == "CHILDID"), "")
        for table, values in rows_of(child):
            number += 1
            yield Line(table, number, reference.upper(), {"CHILD": reference, **values})


def rows_of(child: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of one child."""
    for part in child:
        if markup.local(part) == EPISODE:
            yield "Episodes", cells(part)
        elif markup.local(part) == "HEADER":
            flat = cells(part)
            yield from ((table, values) for table in FLAT if (values := flat_row(table, flat)))
            for block in part:
                if (table := BLOCKS.get(markup.local(block))) and (values := cells(block)):
                    yield table, {**values, **({"DOB": flat["DOB"]} if "DOB" in flat else {})}


def flat_row(table: str, flat: dict[str, str]) -> dict[str, str]:
    """The cells of HEADER that belong to one table; none where nothing that tells the table is filled."""
    layout = layouts(Kind.SSDA903)[table]
    told = flat.get("UASC") in ("1", "true") if table == "UASC" else bool(layout.telling & flat.keys())
    wanted = set(layout.columns) | (IN_EVERY_TABLE & set(layout.columns))
    return {name: value for name, value in flat.items() if name in wanted} if told or table == "Header" else {}


def cells(element: Any) -> dict[str, str]:
    """The filled elements directly inside one element, under the names of the CSV's columns."""
    found = {}
    for each in element:
        if len(each) == 0 and (text := markup.text_of(each)):
            name = markup.local(each).upper()
            found[ALIASES.get(name, name)] = text
    return found
