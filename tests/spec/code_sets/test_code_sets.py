"""Codes are data with the days on which they may be used; every set is whole, and nobody types a code."""

import csv
from datetime import date
from itertools import pairwise

import pytest

from sightline.foundation.children.rules import Sex
from sightline.foundation.code_sets import Code, code_set, names
from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.code_sets.refusals import CodeRefused, refuse_unless_code
from sightline.foundation.code_sets.sets import DATA, INDEX


def listed() -> dict[str, int]:
    with (DATA / f"{INDEX}.csv").open(encoding="utf-8", newline="") as lines:
        return {row["code_set"]: int(row["rows"]) for row in csv.DictReader(lines)}


def test_the_index_names_every_set_and_no_other() -> None:
    assert set(listed()) == set(names())


@pytest.mark.parametrize("name", names())
def test_every_set_is_whole(name: str) -> None:
    lines = code_set(name).lines
    assert len(lines) == listed()[name]
    assert all(line.code and line.label for line in lines)


@pytest.mark.parametrize("name", names())
def test_a_code_never_has_two_labels_on_one_day(name: str) -> None:
    spans: dict[str, list[tuple[date, date]]] = {}
    for line in code_set(name).lines:
        spans.setdefault(line.code, []).append((line.valid_from or date.min, line.valid_to or date.max))
    for code, days in spans.items():
        assert all(first[1] < second[0] for first, second in pairwise(sorted(days))), code


def test_a_code_may_be_used_from_its_first_day_to_its_last() -> None:
    code = Code("X", "Example", date(2020, 1, 1), date(2022, 12, 31))
    used = [code.in_use(day) for day in (date(2019, 12, 31), date(2020, 1, 1), date(2022, 12, 31), date(2023, 1, 1))]
    assert used == [False, True, True, False]


def test_a_code_reads_as_it_did_on_the_day() -> None:
    needs = code_set("cin-primary-need")
    assert needs.label("N1", date(2024, 6, 1)) == "Abuse or neglect"
    assert needs.label("N1", date(2025, 6, 1)) == "Abuse, neglect and exploitation"
    assert needs.label("N1") == "Abuse, neglect and exploitation"


def test_choices_are_those_of_the_day() -> None:
    statuses = code_set("ssda903-legal-status")
    assert "D1" in statuses.codes(date(2005, 1, 1))
    assert "D1" not in statuses.codes(date(2026, 1, 1))
    assert "D1" in statuses.codes()


def test_an_unknown_code_is_shown_as_it_is_and_not_allowed() -> None:
    ethnicities = code_set("ethnicity")
    assert (ethnicities.label("ZZZZ"), ethnicities.allows("ZZZZ"), ethnicities.maps_to("ZZZZ")) == (
        "ZZZZ",
        False,
        "ZZZZ",
    )


def test_an_unknown_set_is_an_error() -> None:
    with pytest.raises(LookupError):
        code_set("no-such-set")


def test_an_action_refuses_a_code_in_words() -> None:
    refuse_unless_code("cin-primary-need", "N1", date(2026, 1, 1), called="the main need")
    with pytest.raises(CodeRefused, match=r"^Choose the main need from the list\.$"):
        refuse_unless_code("cin-primary-need", "N99", date(2026, 1, 1), called="the main need")
    with pytest.raises(CodeRefused, match="could not be used on 1 January 2026"):
        refuse_unless_code("ssda903-legal-status", "D1", date(2026, 1, 1), called="the legal status")


def test_a_column_of_codes_is_made_again_the_same_by_a_migration() -> None:
    column = CodeField("cin-primary-need", blank=True)
    _, path, arguments, options = column.deconstruct()
    assert (path, arguments) == ("sightline.foundation.code_sets.fields.CodeField", ["cin-primary-need"])
    assert options == {"max_length": 10, "blank": True}
    assert column.codes.allows("N1")


def test_the_sex_of_a_person_is_one_of_the_codes_of_the_census() -> None:
    assert Sex.values == code_set("cin-sex").codes() == sorted(code_set("ssd-sex").codes(), key=Sex.values.index)
