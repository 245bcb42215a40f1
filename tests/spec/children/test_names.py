"""Names that are the same however they are written, warnings, and what a search box asks for."""

from datetime import date

import pytest

from sightline.foundation.children.rules import display_name
from sightline.foundation.children.rules.contact import normalised_postcode, problem_with_uprn
from sightline.foundation.children.rules.family import RelationshipKind, seen_from_the_other_side
from sightline.foundation.children.rules.names import folded
from sightline.foundation.children.rules.warnings import latest_review
from sightline.foundation.search.rules import nicknames, read_query


@pytest.mark.parametrize(
    ("written", "folded_to"),
    [
        ("O'Donnell", "odonnell"),
        ("O’Donnell", "odonnell"),
        ("Siobhán", "siobhan"),
        ("Łukasz", "lukasz"),
        ("Anne-Marie", "anne marie"),
        ("  ÖZTÜRK ", "ozturk"),
        ("Strauß", "strauss"),
        ("Bjørn", "bjorn"),
        ("", ""),
    ],
)
def test_names_are_compared_without_case_accents_and_apostrophes(written: str, folded_to: str) -> None:
    assert folded(written) == folded_to


@pytest.mark.parametrize(
    ("known_as", "given", "family", "unborn", "shown"),
    [
        ("", "Tia Mae", "Bright", False, "Tia Mae Bright"),
        ("Bunny", "Tia Mae", "Bright", False, "Bunny Bright"),
        ("", "", "Bright", True, "Unborn baby Bright"),
        ("", "", "", False, "Name not known"),
    ],
)
def test_people_are_called_what_they_are_known_as(
    known_as: str, given: str, family: str, unborn: bool, shown: str
) -> None:
    assert display_name(known_as, given, family, unborn=unborn) == shown


@pytest.mark.parametrize("kind", RelationshipKind)
def test_every_relationship_has_a_word_for_the_other_side(kind: RelationshipKind) -> None:
    assert seen_from_the_other_side(kind)


@pytest.mark.parametrize(
    ("typed", "kept"), [("sr13nx", "SR1 3NX"), ("SR1-3NX", "SR1 3NX"), ("W1A 1AA", "W1A 1AA"), ("12345", ""), ("", "")]
)
def test_postcodes_are_kept_with_their_space(typed: str, kept: str) -> None:
    assert normalised_postcode(typed) == kept


def test_a_property_reference_has_up_to_twelve_numbers() -> None:
    assert not problem_with_uprn("100023336956")
    assert problem_with_uprn("1000233369561")
    assert problem_with_uprn("abc")


@pytest.mark.parametrize(
    ("began", "latest"), [(date(2026, 6, 1), date(2027, 6, 1)), (date(2024, 2, 29), date(2025, 2, 28))]
)
def test_a_warning_is_looked_at_again_within_a_year(began: date, latest: date) -> None:
    assert latest_review(began) == latest


def test_nicknames_go_both_ways() -> None:
    assert "william" in nicknames()["bill"]
    assert "bill" in nicknames()["william"]
    assert all(name not in others for name, others in nicknames().items())


@pytest.mark.parametrize(
    ("typed", "names", "born", "postcode", "reference", "address"),
    [
        ("tia o'donnell", ("tia", "odonnell"), None, "", None, ()),
        ("Tia 3/5/2014", ("tia",), date(2014, 5, 3), "", None, ()),
        ("tia 3.5.2014", ("tia",), date(2014, 5, 3), "", None, ()),
        ("tia 2014-05-03", ("tia",), date(2014, 5, 3), "", None, ()),
        ("3rd May 2014", (), date(2014, 5, 3), "", None, ()),
        ("bright sr1 3nx", ("bright",), None, "SR1 3NX", None, ()),
        ("12 High Street", (), None, "", None, ("12", "high", "street")),
        ("station road", (), None, "", None, ("station", "road")),
        ("100123", (), None, "", 100123, ()),
        ("may", ("may",), None, "", None, ()),
        ("", (), None, "", None, ()),
    ],
)
def test_the_search_box_reads_what_is_typed(
    typed: str,
    names: tuple[str, ...],
    born: date | None,
    postcode: str,
    reference: int | None,
    address: tuple[str, ...],
) -> None:
    asked = read_query(typed)
    assert (asked.names, asked.birth_date, asked.postcode) == (names, born, postcode)
    assert (asked.reference, asked.address) == (reference, address)
