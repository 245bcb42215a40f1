"""Kinds of address and of contact, and when it is safe to use one."""

import re

from django.db.models import TextChoices


class AddressKind(TextChoices):
    """What an address is for the person."""

    HOME = "home", "Home"
    SECOND_HOME = "second_home", "A second home"
    TEMPORARY = "temporary", "Temporary, such as a hostel or with friends"
    POST = "post", "For letters only"
    NO_FIXED = "no_fixed", "No fixed address: where they can be found"


class AddressPurpose(TextChoices):
    """What a protected address is needed for (access-and-records, section 5)."""

    VISIT = "visit", "To visit"
    LETTER = "letter", "To write or send something"
    COURT = "court", "For the court"
    EMERGENCY = "emergency", "Somebody may be at risk now"
    CHECK = "check", "To check that it is right"


class ContactKind(TextChoices):
    """What kind of number or address this is."""

    MOBILE = "mobile", "Mobile telephone"
    TELEPHONE = "telephone", "Other telephone"
    EMAIL = "email", "Email"
    SOMEBODY = "somebody", "Through somebody else"
    OTHER = "other", "Another way"


class Safe(TextChoices):
    """Whether one way of using a number is safe; not asked means: do not, until somebody has asked."""

    YES = "yes", "Safe"
    NO = "no", "Not safe"
    NOT_ASKED = "not_asked", "Not asked yet"


POSTCODE_SHAPE = re.compile(r"(GIR0AA|[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2})")


def normalised_postcode(text: str) -> str:
    """A postcode in capitals with its space; empty where the text has another shape."""
    plain = re.sub(r"[\s-]", "", text).upper()
    return f"{plain[:-3]} {plain[-3:]}" if POSTCODE_SHAPE.fullmatch(plain) else ""


def problem_with_uprn(text: str) -> str:
    """What is wrong with a unique property reference number: up to 12 digits (data standards)."""
    return "" if re.fullmatch(r"[0-9]{1,12}", text) else "Property reference (UPRN) must be up to 12 numbers"
