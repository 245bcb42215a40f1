"""Returns as nobody should send them and some do: each is read, or refused with a sentence that says what to do."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from sightline.assurance.returns.importing.running import run
from sightline.assurance.returns.models import Batch, Contest, Stage
from sightline.assurance.returns.reading import Kind, Line, read
from sightline.assurance.returns.reading.layouts import layouts
from sightline.foundation.children.models import Person
from sightline.foundation.delimited import NotReadable
from sightline.practice.care.models import CareReview, PeriodOfCare
from tests.builders.imports import TODAY, counted, imported
from tests.builders.returns import annex_a, census, child_of, episode, header, need, ssda903
from tests.conftest import as_jobs

COLUMNS = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
ROW = "A1,05/06/2022,S,C2,N1,U4,PR1,,,,SR2 7QE,SR1 2AB,SC123456"
QUOTED = '"SR2\n7QE"'
REFERRED = ["A1", "a) Male", "WBRI", date(2010, 2, 1), 14, date(2024, 2, 1), "e) 2A: Schools", "b) No", 0, "T", "W"]
CONTACTED = [*REFERRED[:5], date(2024, 1, 5), "e) 2A: Schools"]


def episodes(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A folder with one file of episodes."""
    folder.mkdir(exist_ok=True)
    (folder / "episodes.csv").write_bytes(text.encode(encoding))
    return folder


def lists(path: Path, *sheets: tuple[str, list[list[Any]]]) -> Path:
    """A workbook with these sheets."""
    book = Workbook()
    book.active.title = "Front"
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def headings(number: int) -> list[str]:
    return list(layouts(Kind.ANNEX_A)[f"List {number}"].columns)


def lines_of(kind: Kind, path: Path) -> list[Line]:
    return [line for _, line in read(kind, [path], today=TODAY).lines()]


def refused(kind: Kind, path: Path) -> str:
    with pytest.raises(NotReadable) as why:
        read(kind, [path], today=TODAY)
    return str(why.value)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (f"{COLUMNS}\n{ROW}\n", "utf-16-le"),
        (f"{COLUMNS}\n{ROW}\n", "utf-16-be"),
        (f"SSDA903 episodes of 2022-23,,\n\n{COLUMNS.lower()}\n\n,,,\n{ROW}\n", "utf-8-sig"),
        (f"sep=;\n{COLUMNS}\n{ROW}\n".replace(",", ";"), "utf-8"),
        (f"Episodes\n{COLUMNS}\n{ROW}\n".replace(",", "\t"), "cp1252"),
    ],
)
def test_headings_are_found_below_titles_and_in_any_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    (line,) = lines_of(Kind.SSDA903, episodes(tmp_path, text, encoding))
    assert (line.table, line.reference, line.values["HOME_POST"]) == ("Episodes", "A1", "SR2 7QE")


def test_a_line_break_inside_quotes_is_met_and_a_quote_that_is_not_closed_swallows_nothing(tmp_path: Path) -> None:
    second, split, unclosed = (ROW.replace(*each) for each in (("A1", "A2"), ("SR2 7QE", QUOTED), ("SR2", '"SR2')))
    whole = episodes(tmp_path / "a", f"{COLUMNS}\n{split}\n{second}\n")
    assert [line.reference for line in lines_of(Kind.SSDA903, whole)] == ["A1", "A2"]
    broken = episodes(tmp_path / "b", f"{COLUMNS}\n{unclosed}\n{second}\n")
    assert "Line 2 of “episodes.csv” cannot be read" in refused(Kind.SSDA903, broken)


def test_the_same_file_under_two_names_is_read_once(tmp_path: Path) -> None:
    episodes(tmp_path, f"{COLUMNS}\n{ROW}\n")
    (tmp_path / "episodes (copy).csv").write_bytes((tmp_path / "episodes.csv").read_bytes())
    found = read(Kind.SSDA903, [tmp_path], today=TODAY)
    assert len(found.files) == 1
    assert "is the same file as" in found.refused[0]


def test_files_of_other_kinds_are_refused_with_what_to_do(tmp_path: Path) -> None:
    packed, paper, text = tmp_path / "return.zip", tmp_path / "paper.xml", tmp_path / "list.ods"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("episodes.csv", COLUMNS)
    with zipfile.ZipFile(text, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    paper.write_bytes(b"%PDF-1.7")
    made = census(tmp_path / "cin.xml", child_of("C1", need("2023-05-01")))
    for kind, path, says in (
        (Kind.SSDA903, packed, "Unpack it"),
        (Kind.SSDA903, made, "Import it as that"),
        (Kind.SSDA903, paper, "Export the CSV file"),
        (Kind.CIN, paper, "choose that file"),
        (Kind.ANNEX_A, text, "save it as .xlsx"),
        (Kind.ANNEX_A, packed, "Take the files out"),
    ):
        assert says in refused(kind, path)


def test_lists_are_told_by_what_only_they_have_whatever_their_sheets_are_called(tmp_path: Path) -> None:
    some = headings(8)[:20]
    path = lists(
        tmp_path / "a.xlsx",
        ("List 4", [headings(3), REFERRED]),
        ("List_1_Contacts", [headings(1), CONTACTED]),
        ("LAC", [some, [*REFERRED[:5], *([None] * (len(some) - 5))]]),
        ("List 3 (2)", [headings(3), REFERRED]),
    )
    found = read(Kind.ANNEX_A, [path], today=TODAY)
    assert found.files[0].tables == ("List 1", "List 3", "List 8")
    assert any("“List 3 (2)” has the headings of List 3 too" in note for note in found.notes)


def test_headings_of_two_lines_are_read_as_one(tmp_path: Path) -> None:
    columns = headings(3)
    upper, lower = [*columns[:5], "About the referral"], [None] * 5 + columns[5:]
    (line,) = lines_of(Kind.ANNEX_A, lists(tmp_path / "a.xlsx", ("List 3", [["Title"], upper, lower, REFERRED])))
    assert (line.reference, line.number, line.values["Date of referral"]) == ("A1", 4, "01/02/2024")


def write_future(folder: Path) -> Path:
    born = [header("A1"), header("A2", DOB="01/01/2090")]
    late = [episode("A1", "05/06/2089"), episode("A2", "05/06/2022", DEC="05/06/2088", REC="E4A")]
    return ssda903(folder / "2022-23", Header=born, Episodes=late)


def write_nobody(folder: Path) -> Path:
    again = dict(zip(COLUMNS.split(","), COLUMNS.split(","), strict=True))
    return ssda903(folder / "2022-23", Episodes=[episode("A1", "31/02/2022"), again, episode("B" * 41, "05/06/2022")])


def write_workers(folder: Path) -> Path:
    workers = [{"CHILD": "A1", "SW_ID": number, "SW_DECOM": "01/05/2022"} for number in ("", "SW1")]
    return ssda903(
        folder / "2022-23", Header=[header("A1")], Episodes=[episode("A1", "05/06/2022")], SWEpisodes=workers
    )


def write_list(folder: Path) -> Path:
    odd = {"Child Unique ID": "A1", "Gender": "unborn child", "Date of referral": date(2024, 2, 1)}
    total, failed = {"Child Unique ID": "Total: 2"}, odd | {"Child Unique ID": "#N/A"}
    return annex_a(folder / "a.xlsx", List_3=[odd, total, failed])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "write", "people", "rows_refused", "contested"),
    [
        (Kind.SSDA903, write_future, 2, 0, 6),
        (Kind.SSDA903, write_nobody, 0, 3, 0),
        (Kind.SSDA903, write_workers, 1, 1, 0),
        (Kind.ANNEX_A, write_list, 1, 2, 0),
    ],
)
def test_what_cannot_be_is_refused_or_contested_and_the_rest_is_written_once(
    tmp_path: Path, kind: Kind, write: Callable[[Path], Path], people: int, rows_refused: int, contested: int
) -> None:
    path = write(tmp_path)
    tables = imported(kind, path)["tables"].values()
    assert (Person.objects.count(), Contest.objects.count()) == (people, contested)
    assert sum(each["refused"] for each in tables) == rows_refused
    before = counted()
    imported(kind, path)
    assert counted() == before


@pytest.mark.django_db
def test_where_the_database_refuses_one_row_the_others_about_the_child_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sightline.assurance.returns.importing.comparing.clash", lambda one, other: False)
    twice = [{"CHILD": "A1", "DATE_PLACED": day} for day in ("01/05/2022", "01/06/2022")]
    path = ssda903(tmp_path / "2022-23", Episodes=[episode("A1", "05/06/2022")], PlacedAdoption=twice,
                   Reviews=[{"CHILD": "A1", "REVIEW": "01/08/2022", "REVIEW_CODE": "PN1"}])  # fmt: skip
    tables = imported(Kind.SSDA903, path)["tables"]
    assert tables["PlacedAdoption"]["refused"] == 1
    assert (PeriodOfCare.objects.count(), CareReview.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_an_import_of_a_file_that_breaks_off_is_over_and_says_why(tmp_path: Path) -> None:
    path = census(tmp_path / "cin.xml", *[child_of(f"C{number}", need("2023-05-01")) for number in range(5)])
    path.write_bytes(path.read_bytes()[:-400])
    with as_jobs(), pytest.raises(NotReadable, match="breaks off"):
        run(Kind.CIN, [path], today=TODAY)
    batch = Batch.objects.get()
    assert batch.stage == Stage.FAILED
    assert "breaks off" in (batch.report or {})["problem"]
