"""Languages, communication and identifiers: choices, check digits and their sources."""

import re
from collections.abc import Iterable

from django.db.models import TextChoices

NO_DISABILITY = "NONE"


class LanguageUse(TextChoices):
    """How a person uses a language."""

    FIRST = "first", "First language"
    ALSO = "also", "Also speaks or signs it"


class InterpreterNeed(TextChoices):
    """Whether an interpreter is needed for this language; never the child or a relative (practice rules)."""

    NEEDED = "needed", "Needs an independent interpreter"
    OFFER = "offer", "Offer an interpreter each time"
    NOT_NEEDED = "not_needed", "Does not need an interpreter"
    NOT_ASKED = "not_asked", "Not asked yet"


class CommunicationKind(TextChoices):
    """What helps a person to understand and be understood."""

    EASY_READ = "easy_read", "Easy read"
    LARGE_PRINT = "large_print", "Large print"
    BRAILLE = "braille", "Braille"
    SIGN = "sign", "British Sign Language"
    MAKATON = "makaton", "Makaton"
    SYMBOLS = "symbols", "Pictures or symbols"
    DEVICE = "device", "A communication device"
    HEARING = "hearing", "Hearing loop or lip reading"
    READ_ALOUD = "read_aloud", "Having things read aloud"
    TIME = "time", "More time, and one thing at a time"
    ADVOCATE = "advocate", "An advocate"
    OTHER = "other", "Something else"


class IdentifierKind(TextChoices):
    """Kinds of number by which other services know a person (codes/ssd-linked-identifier-type)."""

    NHS = "nhs", "NHS number"
    UPN = "upn", "Unique pupil number"
    FORMER_UPN = "former_upn", "Former unique pupil number"
    HOME_OFFICE = "home_office", "Home Office reference"
    NATIONAL_INSURANCE = "ni", "National Insurance number"
    YOUTH_JUSTICE = "youth_justice", "Youth justice number"
    COURT_CASE = "court_case", "Court case number"
    RETURNS = "returns", "Number in the national returns"
    OTHER = "other", "Another number"


CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # I, O and S are not used (children in need census, UPN)
UPN_SHAPE = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")
NATIONAL_INSURANCE_SHAPE = re.compile(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]?")
PLAIN_SHAPE = re.compile(r"[A-Z0-9/.-]{2,40}")
PUPIL_NUMBERS = (IdentifierKind.UPN, IdentifierKind.FORMER_UPN)


def normalised(kind: str, value: str) -> str:
    """An identifier in capitals and without the spaces people put in to read it."""
    unspaced = re.sub(r"\s", "", value).upper()
    grouped = (IdentifierKind.NHS, IdentifierKind.NATIONAL_INSURANCE, *PUPIL_NUMBERS)
    return unspaced.replace("-", "") if kind in grouped else unspaced


def nhs_number_is_right(value: str) -> bool:
    """Whether ten digits end in the check digit that modulus 11 gives (NHS data dictionary, NHS number)."""
    if not re.fullmatch(r"[0-9]{10}", value):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(value, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(value[9])  # a remainder that would need 10 matches no digit


def upn_check_letter(value: str) -> str:
    """The letter that begins a permanent UPN: digits times weights 2 to 13, remainder of 23 (census guide, UPN)."""
    total = sum(int(digit) * weight for weight, digit in enumerate(value[1:13], start=2))
    return CHECK_LETTERS[total % 23]


def is_temporary_upn(value: str) -> bool:
    """Whether a UPN was given for a while: its last character is a letter."""
    return bool(UPN_SHAPE.fullmatch(value)) and value[12].isalpha()


def problem_with(kind: str, value: str) -> str:
    """What is wrong with a normalised identifier, as a sentence that says what to do; empty if nothing is."""
    if kind == IdentifierKind.NHS and not re.fullmatch(r"[0-9]{10}", value):
        return "NHS number must be 10 numbers, like 999 012 3456"
    if kind == IdentifierKind.NHS and not nhs_number_is_right(value):
        return "Check the NHS number: one of its numbers is wrong, because its last number does not fit the others"
    if kind in PUPIL_NUMBERS:
        return problem_with_upn(value)
    if kind == IdentifierKind.NATIONAL_INSURANCE and not NATIONAL_INSURANCE_SHAPE.fullmatch(value):
        return "National Insurance number must be 2 letters, 6 numbers and a letter, like QQ 12 34 56 C"
    if not PLAIN_SHAPE.fullmatch(value):
        return "The number must be 2 to 40 letters and numbers. It may also have full stops, hyphens and slashes"
    return ""


def problem_with_upn(value: str) -> str:
    """What is wrong with a pupil number; a temporary one has no check letter that we know how to test."""
    if not UPN_SHAPE.fullmatch(value):
        return "Unique pupil number must be a letter, 11 numbers, and a number or letter, like H801 2000 0100 1"
    if is_temporary_upn(value):
        return "" if value[12] in CHECK_LETTERS else "A temporary pupil number never ends in I, O or S"
    if value[0] != upn_check_letter(value):
        return "Check the unique pupil number: its first letter does not fit the numbers after it"
    return ""


def contradicts_disabilities(code: str, others: Iterable[str]) -> bool:
    """Whether "no disability" would stand together with a disability (children in need census, rule 8790)."""
    open_codes = set(others) - {code}
    return bool(open_codes) and (code == NO_DISABILITY or NO_DISABILITY in open_codes)
