"""Dates are understood in every form in which returns have been seen to write them."""

from datetime import date

import pytest

from sightline.assurance.returns.reading.dates import read

FORMS = [
    ("05/12/1993", "1993-12-05"),
    ("5/2/2016", "2016-02-05"),
    ("01/11/19", "2019-11-01"),
    ("01/11/78", "1978-11-01"),
    ("2023-02-27", "2023-02-27"),
    ("2023-02-27T11:14:05", "2023-02-27"),
    ("2023/02/27", "2023-02-27"),
    ("20230227", "2023-02-27"),
    ("27-02-2023", "2023-02-27"),
    ("27.02.2023", "2023-02-27"),
    ("27/02/2023 00:00:00", "2023-02-27"),
    ("27 Feb 2023", "2023-02-27"),
    ("27-February-2023", "2023-02-27"),
    (" 27/02/2023 ", "2023-02-27"),
    ("44985", "2023-02-28"),
]


@pytest.mark.parametrize(("text", "day"), FORMS)
def test_a_date_is_read_in_every_form_met(text: str, day: str) -> None:
    assert read(text).day == date.fromisoformat(day)
    assert read(text).precision == "day"


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("zz/05/2020", date(2020, 5, 1), "month"),
        ("ZZ/ZZ/2020", date(2020, 1, 1), "year"),
        ("zz/zz/zzzz", None, "unknown"),
    ],
)
def test_unknown_parts_of_a_date_are_known_to_be_unknown(text: str, day: date | None, precision: str) -> None:
    assert (read(text).day, read(text).precision) == (day, precision)


@pytest.mark.parametrize("text", ["31/02/2020", "12/31/2019", "01/01/0019", "soon", "1/1", "99999", "01/13/2020"])
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    assert read(text).day is None
    assert read(text).problem


def test_a_blank_is_no_date_and_no_problem() -> None:
    assert read("  ") == read("")
    assert not read("").problem
