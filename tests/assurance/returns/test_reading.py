"""Returns are read as they are met: every year's layout, odd files, wrong files and dangerous ones."""

import io
import re
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from sightline.assurance.returns.reading import Kind, Line, read
from sightline.foundation.delimited import NotReadable
from tests.builders import files
from tests.builders.returns import annex_a, block, census, child_of, episode, header, need, sample, ssda903

TODAY = date(2026, 11, 23)


def lines_of(kind: Kind, path: Path) -> list[Line]:
    return [line for _, line in read(kind, [path], today=TODAY).lines()]


def counted(kind: Kind, path: Path) -> dict[str, int]:
    return dict(Counter(line.table for line in lines_of(kind, path)))


def refused(kind: Kind, path: Path) -> str:
    with pytest.raises(NotReadable) as why:
        read(kind, [path], today=TODAY)
    return str(why.value)


def test_a_file_is_known_by_its_columns_whatever_its_name_their_order_and_their_case(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("review_code, Review ,dob,child,More\nPN1,01/02/2020,01/02/2010,a1,kept\n")
    (line,) = lines_of(Kind.SSDA903, tmp_path)
    assert (line.table, line.number, line.reference) == ("Reviews", 2, "A1")
    assert line.values["REVIEW_CODE"] == "PN1"
    assert line.values["MORE"] == "kept"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators_are_met(tmp_path: Path, encoding: str, separator: str) -> None:
    text = "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nZOË1,01/02/2010,P1,,zz/05/2020\n\n".replace(",", separator)
    (tmp_path / "x.csv").write_bytes(text.encode(encoding))
    (line,) = lines_of(Kind.SSDA903, tmp_path)
    assert (line.table, line.reference) == ("PrevPerm", "ZOË1")


def test_a_column_too_few_is_said_and_a_cell_too_many_is_kept(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC,URN\nA1,01/02/2020,S,C2,N1,U4,,,7,beyond\n")
    found = read(Kind.SSDA903, [tmp_path], today=TODAY)
    assert "no column PLACE_PROVIDER" in found.files[0].notes[0]
    assert next(found.files[0].lines()).values["BEYOND_1"] == "beyond"


def test_a_folder_may_hold_other_files_which_are_said_to_be_left_out(tmp_path: Path) -> None:
    ssda903(tmp_path, Header=[header("A1")])
    (tmp_path / "notes.csv").write_text("WHAT,WHEN\na,b\n")
    (tmp_path / "list.csv").write_bytes(files.xlsx())
    found = read(Kind.SSDA903, [tmp_path], today=TODAY)
    assert [each.tables for each in found.files] == [("Header",)]
    assert [why.partition(".csv” ")[2].partition(".")[0] for why in found.refused] == [
        "is a workbook or another document",
        "has the columns of no SSDA903 file",
    ]


def test_the_collection_year_is_the_one_named_else_the_one_in_which_episodes_ended(tmp_path: Path) -> None:
    ended = [episode("A1", "01/02/2019", DEC="05/05/2020"), episode("A2", "01/02/2009", DEC="05/06/20")]
    ssda903(tmp_path / "a", Episodes=ended)
    ssda903(tmp_path / "for 2018-19", Episodes=ended)
    assert read(Kind.SSDA903, [tmp_path / "a"], today=TODAY).held_until == date(2021, 3, 31)
    assert read(Kind.SSDA903, [tmp_path / "for 2018-19"], today=TODAY).held_until == date(2019, 3, 31)
    assert read(Kind.SSDA903, [tmp_path / "a"], today=TODAY, year=2022).held_from == date(2021, 4, 1)


def test_the_xml_form_of_the_return_gives_the_rows_that_the_csv_files_would(tmp_path: Path) -> None:
    path = tmp_path / "return.xml"
    path.write_text(
        "<EXPSSDA903><CHILD><HEADER><CHILDID>a1</CHILDID><SEX>1</SEX><DOB>10/08/2009</DOB><UASC>1</UASC>"
        "<DUC>10/08/2027</DUC><IN_TOUCH>YES</IN_TOUCH><ACTIV /><AREVIEW><REVIEW>01/06/2016</REVIEW>"
        "<REVIEW_CODE>PN0</REVIEW_CODE></AREVIEW><OC2><SDQ_SCORE>38</SDQ_SCORE></OC2></HEADER>"
        "<EPISODE><DECOM>18/01/2019</DECOM><PL>U1</PL><DEC /></EPISODE></CHILD></EXPSSDA903>"
    )
    found = lines_of(Kind.SSDA903, path)
    assert [line.table for line in found] == ["Header", "UASC", "OC3", "Reviews", "OC2", "Episodes"]
    assert {line.reference for line in found} == {"A1"}
    assert found[-1].values["PLACE"] == "U1"
    assert found[4].values["DOB"] == "10/08/2009"


def test_every_block_of_a_census_is_a_row_that_knows_the_block_it_stands_in(tmp_path: Path) -> None:
    assessment = block(
        "Assessments",
        "<FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors><AssessmentFactors>2B"
        "</AssessmentFactors></FactorsIdentifiedAtAssessment>",
        AssessmentActualStartDate="2023-05-01",
    )
    path = census(tmp_path / "cin.xml", child_of("c1", need("2023-04-20", assessment), need("2023-09-01")))
    found = {(line.table, line.number): line.values.get("_within") for line in lines_of(Kind.CIN, path)}
    assert found == {
        ("ChildIdentifiers", 1): None,
        ("ChildCharacteristics", 2): None,
        ("CINdetails", 3): None,
        ("Assessments", 4): "3",
        ("FactorsIdentifiedAtAssessment", 5): "4",
        ("FactorsIdentifiedAtAssessment", 6): "4",
        ("CINdetails", 7): None,
    }


@pytest.mark.parametrize(
    "reviews",
    [
        "<Reviews><CPPreviewDate>2023-07-01</CPPreviewDate><CPPreviewDate>2023-12-01</CPPreviewDate></Reviews>",
        "<Reviews><CPPreviewDate>2023-07-01</CPPreviewDate></Reviews>"
        "<Reviews><CPPreviewDate>2023-12-01</CPPreviewDate></Reviews>",
    ],
)
def test_both_ways_of_writing_reviews_are_read(tmp_path: Path, reviews: str) -> None:
    plan = block("ChildProtectionPlans", reviews, CPPstartDate="2023-05-01")
    path = census(tmp_path / "cin.xml", child_of("C1", need("2023-04-20", plan)))
    days = [line.values["CPPreviewDate"] for line in lines_of(Kind.CIN, path) if line.table == "Reviews"]
    assert days == ["2023-07-01", "2023-12-01"]


def test_a_file_that_is_almost_a_census_is_read_and_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "out.xml"
    inside = "<CINreferralDate>2023-04-20</CINreferralDate><CINClosureDate>2023-08-01</CINClosureDate>"
    path.write_text(
        f"<CINdetailsCollection>{child_of('C1', f'<CINdetails>{inside}</CINdetails>')}</CINdetailsCollection>"
    )
    found = read(Kind.CIN, [path], today=TODAY)
    assert found.notes[0].startswith("This is not a census file")
    assert found.held_until == date(2023, 8, 1)
    assert lines_of(Kind.CIN, path)[-1].values["CINclosureDate"] == "2023-08-01"


@pytest.mark.parametrize("titles", [True, False])
def test_lists_are_found_by_their_headings_in_any_of_the_first_rows(tmp_path: Path, titles: bool) -> None:
    row = {"Child Unique ID": 17.0, "Date of Contact": date(2024, 5, 1), "Contact Source": "e) 2A: Schools"}
    path = annex_a(tmp_path / "a.xlsx", titles=titles, List_1=[row], List_3=[])
    (line,) = lines_of(Kind.ANNEX_A, path)
    assert (line.table, line.reference, line.number) == ("List 1", "17", 3 if titles else 2)
    assert line.values["Date of Contact"] == "01/05/2024"
    assert read(Kind.ANNEX_A, [path], today=TODAY).held_until == date(2024, 5, 1)


def test_headings_are_met_as_authorities_write_them(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "List 3"
    book.active.append([])
    book.active.append(
        ["CHILD  UNIQUE ID", "Gender", "Ethnicity ", "Date of birth", "Age", "Date of Referral", "Referral NFA"]
    )
    book.active.append(["A1", "a) Male", "WBRI", "01/02/2010", 14.5, "01/02/2024", "b) No"])
    book.save(tmp_path / "a.xlsx")
    (line,) = lines_of(Kind.ANNEX_A, tmp_path / "a.xlsx")
    assert line.values["Date of referral"] == "01/02/2024"
    assert line.values["Referral NFA?"] == "b) No"
    assert line.values["Age of Child (Years)"] == "14.5"


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><Message><Children>&b;</Children></Message>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><Message><Children>&a;</Children></Message>"


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, "<!DOCTYPE Message SYSTEM 'x.dtd'><Message/>"])
@pytest.mark.parametrize("kind", [Kind.CIN, Kind.SSDA903])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_declares_anything_is_refused(tmp_path: Path, text: str, kind: Kind, encoding: str) -> None:
    (tmp_path / "x.xml").write_bytes(text.encode(encoding))
    assert "declares a document type or entities" in refused(kind, tmp_path / "x.xml")


def test_broken_deep_and_foreign_xml_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    for text, says in (
        ("<Message><Children><Child>", "breaks off or is malformed"),
        ("<Message>" + "<a>" * 50 + "</a>" * 50 + "</Message>", "nested too deeply"),
        (f"<Message><Children><Child>{'<a/>' * 30_000}</Child></Children></Message>", "too widely"),
        (
            f"<Message><Children><Child><x>{'y' * 20_000}</x></Child></Children></Message>",
            "more than 10,000 characters",
        ),
        ("<Message><Children/></Message>", "holds no child"),
        ("<EXPSSDA903/>", "Import it as ssda903"),
        ("<svg/>", "begins with svg"),
        ("plain text", "is not XML"),
        ("", "is empty"),
    ):
        path.write_text(text)
        assert says in refused(Kind.CIN, path)
    assert "There is no file" in refused(Kind.CIN, tmp_path / "not-there.xml")


def test_workbooks_that_are_none_or_lie_about_themselves_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types><Override ContentType="{files.EXCEL_MAIN}"/></Types>')
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    for content, says in (
        (files.docx(), "is a Word document"),
        (bomb.getvalue(), "unpacks to far more than it should"),
        (b"CHILD,DOB\n", "not an Excel workbook"),
        (files.xlsx(), "damaged"),
        (files.office(files.EXCEL_MAIN, "xl/workbook.xml", **{"xl/vbaProject.bin": b"x"}), "macros"),
    ):
        path.write_bytes(content)
        assert says in refused(Kind.ANNEX_A, path)
    Workbook().save(path)
    assert "none of its sheets" in refused(Kind.ANNEX_A, path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml"])
def test_a_workbook_that_declares_entities_far_from_the_beginning_of_a_part_is_refused(
    tmp_path: Path, part: str
) -> None:
    """Whichever parser the library would read that part with."""
    given, path = io.BytesIO(), tmp_path / "x.xlsx"
    Workbook().save(given)
    declared = f"<!-- {'x' * 5000} --><!DOCTYPE x [<!ENTITY a 'b'>]>".encode()
    with zipfile.ZipFile(given) as whole, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            text = re.sub(rb"^<\?xml.*?\?>\s*", b"", whole.read(name))
            archive.writestr(name, declared + text if name == part else text)
    assert "is damaged" in refused(Kind.ANNEX_A, path)


def test_text_that_is_none_is_refused(tmp_path: Path) -> None:
    for content, says in (
        (b"%PDF-1.7", "is a PDF"),
        (b"MZ\x00", "is a program"),
        (b"CHILD,DOB\x00", "is not text"),
        (b"<html>", "not an SSDA903 return"),
        (b"CHILD,DOB,REVIEW,REVIEW_CODE\n" + b'"' + b"x" * 200_000, "cannot be read"),
    ):
        (tmp_path / "x.csv").write_bytes(content)
        assert says in refused(Kind.SSDA903, tmp_path)


@pytest.mark.parametrize(
    ("kind", "path", "tables"),
    [
        (Kind.SSDA903, "ssda903/validator-2018", {"Header": 2675, "Episodes": 5050, "Reviews": 12582, "SWEpisodes": 1}),
        (Kind.SSDA903, "ssda903/synth-xml/ssda903-2019-20.xml", {"Header": 54, "Episodes": 70}),
        (Kind.SSDA903, "ssda903/liia-2020", {"Header": 5, "Episodes": 5}),
        (Kind.CIN, "cin/generated/CIN_output.xml", {"ChildIdentifiers": 60, "CINdetails": 65, "Section47": 41}),
        (Kind.CIN, "cin/validator/CIN2rows.xml", {"ChildProtectionPlans": 2, "Reviews": 2}),
        (Kind.ANNEX_A, "annex-a/cleaner/example-B-2004.xlsx", {"List 1": 1, "List 2": 10}),
        (Kind.ANNEX_A, "annex-a/cleaner/2015-01-sample.xlsx", {"List 3": 5}),
    ],
)
def test_files_that_others_published_are_read_whole(kind: Kind, path: str, tables: dict[str, int]) -> None:
    found = counted(kind, sample(path))
    assert {name: found.get(name) for name in tables} == tables
