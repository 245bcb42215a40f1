"""A file for a spreadsheet shows what was written and calculates nothing."""

import csv
from io import StringIO

import pytest

from sightline.ui.downloads import as_csv, as_text, download


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44 1632 960001", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "=cmd|' /C calc'!A0"]
)
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert as_text(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Ava O'Neil", "3 March 2026", "12", "a=b", "", "Łukasz"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert as_text(cell) == cell


def test_nothing_is_an_empty_cell() -> None:
    assert as_text(None) == ""


def test_every_cell_is_quoted_and_quotation_marks_are_doubled() -> None:
    text = as_csv(["Child", "Said"], [["Ava", 'said "no", twice\r\nand left']])
    assert text == '"Child","Said"\r\n"Ava","said ""no"", twice\r\nand left"\r\n'
    assert list(csv.reader(StringIO(text, newline="")))[1] == ["Ava", 'said "no", twice\r\nand left']


def test_a_file_is_whole_before_it_is_sent_and_says_that_it_is_utf_8() -> None:
    response = download("children", ["Child"], [["Łukasz"]])
    assert not response.streaming
    assert response.content.decode("utf-8-sig") == '"Child"\r\n"Łukasz"\r\n'
    assert response["Content-Disposition"] == 'attachment; filename="children.csv"'
