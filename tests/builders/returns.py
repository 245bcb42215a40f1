"""Returns made for tests: SSDA903 folders, census files and Annex A workbooks about invented children."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from sightline.assurance.returns.reading.layouts import layouts
from sightline.assurance.returns.reading.lines import Kind

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
Row = Mapping[str, str]
IDENTIFIERS = {"LAchildID": "C1", "PersonBirthDate": "2015-03-27", "Sex": "F"}
LEFT_OUT = "The sample files of other projects are not here, so what is tried on them is left out."


def sample(path: str) -> Path:
    """A file or folder of the samples; without them the test is left out, which CI does not accept."""
    found = SAMPLES / path
    if not found.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(LEFT_OUT)
        pytest.skip(LEFT_OUT)
    return found


def ssda903(folder: Path, **tables: Iterable[Row]) -> Path:
    """A folder with one CSV file for each table: `Header=[{"CHILD": "A1", ...}]`."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        with (folder / f"{table.lower()}.csv").open("w", encoding="utf-8", newline="") as text:
            writer = csv.DictWriter(text, layouts(Kind.SSDA903)[table].columns)
            writer.writeheader()
            writer.writerows(rows)
    return folder


def header(child: str, **cells: str) -> Row:
    """A row of Header."""
    return {"CHILD": child, "SEX": "2", "DOB": "27/03/2012", "ETHNIC": "WBRI", "UPN": "UN1"} | cells


def episode(child: str, decom: str, **cells: str) -> Row:
    """A row of Episodes: under a full care order with a foster carer, unless the cells say otherwise."""
    usual = {"RNE": "S", "LS": "C2", "CIN": "N1", "PLACE": "U4", "PLACE_PROVIDER": "PR1", "PL_POST": "SR1 2AB"}
    return {"CHILD": child, "DECOM": decom} | usual | cells


def census(path: Path, *children: str, year: int = 2024, header: str | None = None) -> Path:
    """A census file of these children, each as `child_of` writes it."""
    head = header if header is not None else (
        f"<Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>"
        f"<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails></Header>"
    )  # fmt: skip
    path.write_text(f"<Message>{head}<Children>{''.join(children)}</Children></Message>", encoding="utf-8")
    return path


def child_of(reference: str, *details: str, **identifiers: str) -> str:
    """One child of a census, with episodes of need as `need` writes them."""
    known = tags(**(IDENTIFIERS | {"LAchildID": reference} | identifiers))
    characteristics = "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>"
    return f"<Child><ChildIdentifiers>{known}</ChildIdentifiers>{characteristics}{''.join(details)}</Child>"


def need(began: str, *inside: str, **cells: str) -> str:
    """One episode of need."""
    usual = {"CINreferralDate": began, "ReferralSource": "1A", "PrimaryNeedCode": "N1", "ReferralNFA": "0"}
    return f"<CINdetails>{tags(**(usual | cells))}{''.join(inside)}</CINdetails>"


def block(name: str, *inside: str, **cells: str) -> str:
    """Any block of a census."""
    return f"<{name}>{tags(**cells)}{''.join(inside)}</{name}>"


def tags(**cells: str) -> str:
    return "".join(f"<{name}>{value}</{name}>" for name, value in cells.items())


def annex_a(path: Path, *, titles: bool = True, **lists: Iterable[Mapping[str, Any]]) -> Path:
    """A workbook with these lists: `List_1=[{"Child Unique ID": "A1", ...}]`, as in the template or without titles."""
    book = Workbook()
    book.active.title = "Front_Sheet"
    for name, rows in lists.items():
        sheet = book.create_sheet(name if titles else name.replace("_", " "))
        columns = list(layouts(Kind.ANNEX_A)[name.replace("_", " ")].columns)
        if titles:
            sheet.append([f"{name}: as in the template"])
        sheet.append(columns)
        for row in rows:
            sheet.append([row.get(column) for column in columns])
    book.save(path)
    return path
