"""Files that others published go through, whatever is wrong with them."""

import pytest

from sightline.assurance.returns.reading import Kind
from sightline.foundation.delimited import NotReadable
from tests.builders.imports import counted, imported
from tests.builders.returns import sample

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (Kind.SSDA903, "ssda903/liia-2020"),
        (Kind.SSDA903, "ssda903/synth-2019-20"),
        (Kind.SSDA903, "ssda903/synth-xml"),
        (Kind.CIN, "cin/validator/CIN_Census_2021.xml"),
        (Kind.CIN, "cin/validator/CIN2rows.xml"),
        (Kind.CIN, "cin/validator/CIN_Census_2024.xml"),
        (Kind.CIN, "cin/validator/CIN_header_issues_100.xml"),
        (Kind.CIN, "cin/liia/cin-2022.xml"),
        (Kind.CIN, "cin/generated/CIN_output.xml"),
        (Kind.ANNEX_A, "annex-a/cleaner/example-B-2004.xlsx"),
        (Kind.ANNEX_A, "annex-a/cleaner/2015-01-sample.xlsx"),
    ],
)
def test_files_that_others_published_go_through_and_a_second_time_write_nothing(kind: Kind, path: str) -> None:
    first = imported(kind, sample(path))
    before = counted()
    second = imported(kind, sample(path))
    assert counted() == before
    assert {table: counts["read"] for table, counts in first["tables"].items()} == {
        table: counts["read"] for table, counts in second["tables"].items()
    }
    assert all(counts["written"] + counts["changed"] == 0 for counts in second["tables"].values())


def test_the_largest_of_them_goes_through_with_every_row_counted_once() -> None:
    path = sample("ssda903/validator-2018")
    report = imported(Kind.SSDA903, path)
    rows = {each.name: len(each.read_bytes().splitlines()) - 1 for each in path.glob("*.csv")}
    assert sum(counts["read"] for counts in report["tables"].values()) == sum(rows.values())
    assert report["children"]["made"] == 2676


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (Kind.SSDA903, "ssda903/providers"),
        (Kind.CIN, "cin/generated/csvs"),
        (Kind.ANNEX_A, "ssda903/providers/scp_fake.xlsx"),
    ],
)
def test_files_beside_them_that_are_no_returns_are_refused_with_a_sentence(kind: Kind, path: str) -> None:
    with pytest.raises(NotReadable, match=r"\.$"):
        imported(kind, sample(path))
    assert counted() == {}
