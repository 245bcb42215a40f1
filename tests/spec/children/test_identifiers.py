"""Numbers by which other services know a person, and what makes one impossible."""

import pytest

from sightline.foundation.children.rules.identity import (
    contradicts_disabilities,
    is_temporary_upn,
    nhs_number_is_right,
    normalised,
    problem_with,
    upn_check_letter,
)


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("9434765919", True),
        ("4010232137", True),
        ("9434765918", False),
        ("9434756919", False),  # two numbers changed places
        ("0000000000", True),
        ("943476591", False),
        ("94347659190", False),
        ("943476591X", False),
        ("9876543223", False),  # needs the check digit 10, which there is not
    ],
)
def test_the_last_number_of_an_nhs_number_fits_the_others_by_modulus_eleven(number: str, right: bool) -> None:
    assert nhs_number_is_right(number) is right


@pytest.mark.parametrize("remainder", range(11))
def test_exactly_one_last_number_fits_unless_it_would_be_ten(remainder: int) -> None:
    nine = next(
        f"{start:09d}"
        for start in range(10**8, 10**8 + 200)
        if sum(int(d) * w for d, w in zip(f"{start:09d}", range(10, 1, -1), strict=True)) % 11 == remainder
    )
    fitting = [last for last in range(10) if nhs_number_is_right(f"{nine}{last}")]
    assert len(fitting) == (0 if remainder == 1 else 1)


@pytest.mark.parametrize(
    ("digits", "letter"),
    [
        ("000000000000", "A"),  # sum 0
        ("100000000000", "C"),  # 1 x 2
        ("000000000001", "P"),  # 1 x 13
        ("000000000002", "D"),  # 2 x 13 = 26, remainder 3
        ("801200001001", "H"),  # 8x2 + 1x4 + 2x5 + 1x10 + 1x13 = 53, remainder 7
    ],
)
def test_the_first_letter_of_a_pupil_number_is_the_weighted_sum_modulo_23(digits: str, letter: str) -> None:
    assert upn_check_letter(f"?{digits}") == letter


@pytest.mark.parametrize(
    ("kind", "typed", "problem"),
    [
        ("nhs", "943 476 5919", ""),
        ("nhs", "943-476-5919", ""),
        ("nhs", "12345", "must be 10 numbers"),
        ("nhs", "९४३४७६५९१९", "must be 10 numbers"),  # digits of another script
        ("upn", "a000000000000", ""),
        ("upn", "B000000000000", "first letter does not fit"),
        ("upn", "A00000000000", "must be a letter"),
        ("upn", "A00000000000B", ""),  # temporary: its check letter cannot be tested
        ("upn", "A00000000000S", "never ends in I, O or S"),
        ("former_upn", "B000000000000", "first letter does not fit"),
        ("ni", "qq 12 34 56 c", "must be 2 letters"),
        ("ni", "AB 12 34 56 C", ""),
        ("home_office", "H1234567", ""),
        ("other", "x", "2 to 40 letters"),
        ("other", "x" * 41, "2 to 40 letters"),
    ],
)
def test_what_is_wrong_with_a_number_is_said_in_a_sentence(kind: str, typed: str, problem: str) -> None:
    said = problem_with(kind, normalised(kind, typed))
    assert (said == "") is (problem == "")
    assert problem in said


def test_a_pupil_number_that_ends_in_a_letter_is_temporary() -> None:
    assert is_temporary_upn("A00000000000B")
    assert not is_temporary_upn("A000000000000")


@pytest.mark.parametrize(
    ("code", "others", "contradicts"),
    [
        ("NONE", [], False),
        ("NONE", ["HEAR"], True),
        ("HEAR", ["NONE"], True),
        ("HEAR", ["VIS"], False),
        ("NONE", ["NONE"], False),
    ],
)
def test_no_disability_stands_alone(code: str, others: list[str], contradicts: bool) -> None:
    assert contradicts_disabilities(code, others) is contradicts
